// Each callback rule as an Express state machine of its own, so that the console of Step Functions
// shows the rule as drawn, started by the bus when a call has ended without a classification. They
// differ in their states only: log group and roles are shared, because their rights are the same.
// A stack of their own: a centre has many rules, each of them is three resources, and a stack takes
// 500.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { TaskName } from '../application/tasks/tasks.ts';
import type { CompiledRule } from '../compiler/compile-rule.ts';
import { functionPlaceholder, substitutionKey } from '../compiler/states/task-state.ts';
import { acknowledge } from './acknowledge.ts';
import { allow } from './allow.ts';
import { type Deployment, stackPlace } from './deployment.ts';
import type { DialerStack } from './dialer-stack.ts';
import { partsOf } from './event-routes.ts';
import { LOGS_KEPT } from './task-function.ts';

interface RulesProps {
  readonly deployment: Deployment;
  readonly dialer: DialerStack;
}

/** The tasks a rule's states may call. */
const CALLED = ['begin-rule', 'contact-events'] as const satisfies readonly TaskName[];

export class RulesStack extends Stack {
  private readonly logs: LogGroup;
  private readonly runner: Role;
  private readonly starter: Role;

  constructor(scope: Construct, id: string, props: RulesProps) {
    const { deployment, dialer } = props;
    super(scope, id, { ...stackPlace(deployment, 'rules'), description: 'Callback rules' });
    // log groups of this prefix need no resource policy of their own, of which an account has ten
    this.logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/${deployment.name}-rules`,
      retention: LOGS_KEPT,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.runner = new Role(this, 'Runner', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    acknowledge(
      this.runner,
      'AwsSolutions-IAM5[Resource::*]',
      'Log delivery and X-Ray know no resources; Step Functions asks for these rights by its manual.',
    );
    for (const task of CALLED) {
      allow(this.runner, dialer.functions[task].functionArn, 'lambda:InvokeFunction');
    }
    this.starter = new Role(this, 'Starter', {
      assumedBy: new ServicePrincipal('events.amazonaws.com'),
    });
    const folder = mkdtempSync(join(tmpdir(), 'ringback-rules-'));
    for (const rule of deployment.rules) this.add(rule, folder, props);
    rmSync(folder, { recursive: true }); // the CDK has taken what it deploys
  }

  private add(
    rule: CompiledRule,
    folder: string,
    { deployment: { name }, dialer: { functions, routes, alarms } }: RulesProps,
  ): void {
    // Beside the template: in it, seventy rules would be the 1 MB that CloudFormation takes.
    const file = join(folder, `${rule.id}.asl.json`);
    const definition = JSON.stringify(rule.definition);
    const called = CALLED.filter((task) => definition.includes(functionPlaceholder(task)));
    writeFileSync(file, definition);
    const machine = new StateMachine(this, rule.id, {
      stateMachineName: `${name}-${rule.id}`,
      stateMachineType: StateMachineType.EXPRESS,
      definitionBody: DefinitionBody.fromFile(file),
      definitionSubstitutions: Object.fromEntries(
        called.map((task) => [substitutionKey(task), functions[task].functionArn]),
      ),
      role: this.runner,
      tracingEnabled: true,
      // an Express execution leaves no other trace
      logs: { destination: this.logs, level: LogLevel.ALL, includeExecutionData: true },
    });
    allow(this.starter, machine.stateMachineArn, 'states:StartExecution');
    const input = partsOf('campaign', 'record', 'attempt', 'status');
    const target = { arn: machine.stateMachineArn, input, role: this.starter };
    const when = { rule: [rule.id] };
    routes.onOurs(this, `Settled-${rule.id}`, 'attempt.settled', when, target);
    alarms.add(this, `${rule.id}-Failing`, {
      metric: new MathExpression({
        expression: 'failed + timedOut',
        usingMetrics: { failed: machine.metricFailed(), timedOut: machine.metricTimedOut() },
        period: Duration.minutes(5),
      }),
      above: 0,
      means: `Runs of the callback rule '${rule.id}' failed.`,
      article: 'callback-rule-failing',
    });
  }
}
