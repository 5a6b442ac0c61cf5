// The functions that flows ask, in the stack of the flows: a flow is published when it is made, and
// Connect may look up what it names. So a function is there, associated with the instance and open
// to it, before the first flow that names it.
import { Stack } from 'aws-cdk-lib';
import { type CfnContactFlow, CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { CfnPermission, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FlowTaskName } from '../../application/tasks/inbound-tasks.ts';
import type { Deployment } from '../deployment.ts';
import { bindPorts } from '../grants.ts';
import type { World } from '../resources.ts';
import { FLOW_TASKS, TaskFunction } from '../task-function.ts';
import type { Instance } from './instance.ts';

interface Asked {
  readonly fn: LambdaFunction;
  /** What lets flows ask it. */
  readonly access: Construct;
}

export class FlowFunctions extends Construct {
  private readonly functions: ReadonlyMap<FlowTaskName, LambdaFunction>;
  private readonly asked = new Map<FlowTaskName, Asked>();
  private readonly instance: Instance;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly deployment: Deployment;
      readonly instance: Instance;
      readonly world: World;
    },
  ) {
    super(scope, id);
    this.instance = props.instance;
    this.functions = new Map(
      FLOW_TASKS.map((task) => {
        const { fn } = new TaskFunction(this, task, props.deployment);
        bindPorts(fn, task, props.world);
        return [task, fn];
      }),
    );
  }

  /** The tasks that flows ask: the functions of the others never run. */
  get tasks(): ReadonlySet<FlowTaskName> {
    return new Set(this.asked.keys());
  }

  /** ARN of the function of a task, which flows may ask from now on. */
  arnOf(task: FlowTaskName): string {
    const asked = this.asked.get(task) ?? this.letFlowsAsk(task);
    return asked.fn.functionArn;
  }

  /** Has the flow made after the functions it names and their association. */
  precede(flow: CfnContactFlow, content: string): void {
    for (const { fn, access } of this.asked.values())
      if (content.includes(fn.functionArn)) flow.node.addDependency(access);
  }

  /**
   * Associating a function adds a permission of Connect's own making; ours says the same, so that
   * nobody depends on it.
   */
  private letFlowsAsk(task: FlowTaskName): Asked {
    const fn = this.functions.get(task);
    if (!fn) throw new Error(`no flow may ask '${task}'`);
    const access = new Construct(this, `Access-${task}`);
    new CfnIntegrationAssociation(access, 'Association', {
      instanceId: this.instance.arn,
      integrationType: 'LAMBDA_FUNCTION',
      integrationArn: fn.functionArn,
    });
    new CfnPermission(access, 'Permission', {
      action: 'lambda:InvokeFunction',
      functionName: fn.functionArn,
      principal: 'connect.amazonaws.com',
      sourceAccount: Stack.of(this).account,
      sourceArn: this.instance.arn,
    });
    const asked = { fn, access };
    this.asked.set(task, asked);
    return asked;
  }
}
