// Links CloudFormation has no property for, made by a function of ours: a custom resource each, so
// that a link that changes with the definitions is made anew and one that leaves them is taken
// away.
import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ConnectLink } from '../../application/tasks/tasks.ts';
import type { Deployment } from '../deployment.ts';
import { bindPorts } from '../grants.ts';
import { TaskFunction } from '../task-function.ts';
import type { Instance } from './instance.ts';
import type { OwnNumber } from './own-numbers.ts';

const LINK_TYPE = 'Custom::ConnectLink';

export class ConnectLinkResources extends Construct {
  private readonly serviceToken: string;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly deployment: Deployment;
      readonly instance: Instance;
      readonly numbers: ReadonlyMap<string, OwnNumber>;
    },
  ) {
    super(scope, id);
    const { fn } = new TaskFunction(this, 'link-connect', props.deployment);
    const { arn, id: instanceId } = props.instance;
    const stack = Stack.of(this);
    const anyNumber = stack.formatArn({ service: 'connect', resource: 'phone-number/*' });
    bindPorts(fn, 'link-connect', {
      variables: { CONNECT_INSTANCE_ID: instanceId },
      holdings: {
        instance: [arn],
        ownNumbers: [...new Set([...props.numbers.values()].map((own) => own.arn ?? anyNumber))],
        // flows and quick connects change with the definitions, and what is unlinked may be gone
        // from them
        flows: [`${arn}/contact-flow/*`],
        quickConnects: [`${arn}/transfer-destination/*`],
        queues: [`${arn}/queue/*`],
      },
    });
    this.serviceToken = fn.functionArn;
  }

  add(id: string, link: ConnectLink): void {
    new CustomResource(this, id, {
      serviceToken: this.serviceToken,
      resourceType: LINK_TYPE,
      properties: link,
      // a function that dies before it answers would hold the stack for an hour
      serviceTimeout: Duration.minutes(3),
    });
  }
}
