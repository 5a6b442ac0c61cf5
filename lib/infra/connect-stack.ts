// The contact centre in Amazon Connect: instance, numbers, hours, queues, routing profiles, the flow of the dialer's
// calls and the stream of agent events; and the directory in which the functions look up Connect's ids by ours.
import { Fn, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { connectInstance, type Instance } from './connect/instance.ts';
import { outboundFlows } from './connect/outbound-flows.ts';
import { ownNumbers } from './connect/own-numbers.ts';
import { queues, routingProfiles } from './connect/queues.ts';
import type { Deployment } from './deployment.ts';

/** Path of the directory: `queues/<id>` holds ARNs, `numbers/<id>` numbers (E.164), `waiting-flows/<queue>` ARNs. */
export const directoryPath = (deployment: Deployment): string => `/${deployment.name}`;

export class ConnectStack extends Stack {
  readonly instance: Instance;
  readonly outboundFlowId: string;
  readonly agentEvents: Stream;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, { description: 'The contact centre in Amazon Connect' });
    const instance = connectInstance(this, deployment);
    const numbers = ownNumbers(this, deployment, instance);
    const around = { deployment, instance, numbers };
    const made = queues(this, around);
    routingProfiles(this, around, made);
    const flows = outboundFlows(this, deployment, instance);
    // …instance/<id>/contact-flow/<id>
    this.outboundFlowId = Fn.select(3, Fn.split('/', flows.outboundArn));
    this.agentEvents = this.agentEventStream(instance);
    this.instance = this.exported(instance);
    // a call names its waiting flow only where there is a choice
    const waiting = new Set(flows.waitingArns.values()).size > 1 ? flows.waitingArns : [];
    const entries = [
      ...[...made].map(([queue, { attrQueueArn }]) => [`queues/${queue}`, attrQueueArn] as const),
      ...[...numbers].map(([number, { address }]) => [`numbers/${number}`, address] as const),
      ...[...waiting].map(([queue, arn]) => [`waiting-flows/${queue}`, arn] as const),
    ];
    for (const [key, stringValue] of entries) {
      const parameterName = `${directoryPath(deployment)}/${key}`;
      new StringParameter(this, `Directory-${key.replace('/', '-')}`, {
        parameterName,
        stringValue,
      });
    }
  }

  /** References other stacks can use as they stand; an existing instance needs none. */
  private exported({ arn, id }: Instance): Instance {
    if (!Token.isUnresolved(arn)) return { arn, id };
    return { arn: this.exportValue(arn), id: this.exportValue(id) };
  }

  private agentEventStream(instance: Instance): Stream {
    const stream = new Stream(this, 'AgentEvents', {
      streamMode: StreamMode.PROVISIONED,
      // 1,000 events a second: several thousand agents
      shardCount: 1,
      encryption: StreamEncryption.UNENCRYPTED,
      // what agents did a day ago is of no use to anybody
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(
      stream,
      'AwsSolutions-KDS1',
      'Connect cannot publish agent events to a stream with server-side encryption: it may not use the key (Connect administrator guide, "Enable agent event streams"). The events name agents, not customers.',
    );
    new CfnInstanceStorageConfig(this, 'AgentEventsConfig', {
      instanceArn: instance.arn,
      resourceType: 'AGENT_EVENTS',
      storageType: 'KINESIS_STREAM',
      kinesisStreamConfig: { streamArn: stream.streamArn },
    });
    return stream;
  }
}
