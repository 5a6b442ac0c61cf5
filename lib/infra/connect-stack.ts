// The contact centre in Amazon Connect: instance, numbers, hours, queues, routing profiles, flows,
// where recordings go and the stream of agent events; and the directory in which the functions look
// up Connect's ids by ours.

import { Fn, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { CfnInstanceStorageConfig, type CfnQueue } from 'aws-cdk-lib/aws-connect';
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import type { FlowTaskName } from '../application/tasks/inbound-tasks.ts';
import { SURVEY } from '../compiler/ivr/flow-keys.ts';
import { keepsRecordings } from '../domain/campaigns/recording.ts';
import { invariant } from '../domain/model/invariant.ts';
import { acknowledge } from './acknowledge.ts';
import { breaks } from './connect/breaks.ts';
import { FlowFunctions } from './connect/flow-functions.ts';
import { openingHours } from './connect/hours-of-operation.ts';
import { type InboundFlows, inboundFlows } from './connect/inbound-flows.ts';
import { connectInstance, type Instance } from './connect/instance.ts';
import { ConnectLinkResources } from './connect/links.ts';
import { outboundFlows } from './connect/outbound-flows.ts';
import { createOwnNumbers, type OwnNumber } from './connect/own-numbers.ts';
import { prompts } from './connect/prompts.ts';
import { queues, routingProfiles } from './connect/queues.ts';
import { quickConnects } from './connect/quick-connects.ts';
import { skillAttribute, skills } from './connect/skills.ts';
import { type DataStack, RECORDED } from './data-stack.ts';
import { type Deployment, stackPlace } from './deployment.ts';
import { flowWorld } from './store-world.ts';

/**
 * Path of the directory: ARNs of `queues/<id>`, `waiting-flows/<queue>` and
 * `survey-flows/<campaign>`; `numbers/<id>` holds numbers (E.164).
 */
export const directoryPath = (deployment: Deployment): string => `/${deployment.name}`;

export class ConnectStack extends Stack {
  readonly instance: Instance;
  readonly outboundFlowId: string;
  readonly agentEvents: Stream;
  /** The tasks that flows ask. */
  readonly flowTasks: ReadonlySet<FlowTaskName>;

  constructor(scope: Construct, id: string, deployment: Deployment, data: DataStack) {
    super(scope, id, {
      ...stackPlace(deployment, 'connect'),
      description: 'The contact centre in Amazon Connect',
    });
    const instance = connectInstance(this, deployment);
    const numbers = createOwnNumbers(this, deployment, instance);
    const hours = openingHours(this, deployment, instance);
    const around = { deployment, instance, numbers, hours };
    const made = queues(this, around);
    routingProfiles(this, around, made);
    skills(this, deployment, instance);
    breaks(this, deployment, instance);
    const links = new ConnectLinkResources(this, 'Links', { deployment, instance, numbers });
    quickConnects(this, { deployment, instance, links, queues: made });
    const world = flowWorld(this, { deployment, data, instance });
    const functions = new FlowFunctions(this, 'FlowFunctions', { deployment, instance, world });
    const flows = outboundFlows(this, { deployment, instance, functions });
    const { recordings } = data;
    const inbound = this.takeCalls({ ...around, functions, links, queues: made });
    const { campaigns } = deployment.definitions;
    if (Object.values(campaigns).some(({ channels }) => keepsRecordings(channels)))
      this.keepRecordings(instance, recordings);
    this.flowTasks = functions.tasks;
    // …instance/<id>/contact-flow/<id>
    this.outboundFlowId = Fn.select(3, Fn.split('/', flows.outboundArn));
    this.agentEvents = this.agentEventStream(instance);
    this.instance = this.exported(instance);
    // a call names its waiting flow only where there is a choice
    const waiting = new Set(flows.waitingArns.values()).size > 1 ? flows.waitingArns : [];
    const entries = [
      ...[...made].map(([queue, { attrQueueArn }]) => [`queues/${queue}`, attrQueueArn] as const),
      ...[...numbers].map(([number, { address }]) => [`numbers/${number}`, address] as const),
      ...waiting,
      ...[...inbound].flatMap(([campaign, { arns }]) => {
        const arn = arns.get(SURVEY);
        return arn === undefined ? [] : [[`survey-flows/${campaign}`, arn] as const];
      }),
    ];
    for (const [key, stringValue] of entries) {
      const parameterName = `${directoryPath(deployment)}/${key}`;
      new StringParameter(this, `Directory-${key.replace('/', '-')}`, {
        parameterName,
        stringValue,
      });
    }
  }

  /**
   * The inbound channels: their flows, the numbers that lead to them and where their recordings go.
   */
  private takeCalls(parts: {
    readonly deployment: Deployment;
    readonly instance: Instance;
    readonly functions: FlowFunctions;
    readonly numbers: ReadonlyMap<string, OwnNumber>;
    readonly hours: (id: string) => string;
    readonly queues: ReadonlyMap<string, CfnQueue>;
    readonly links: ConnectLinkResources;
  }): InboundFlows {
    const { deployment, instance, functions, numbers, queues } = parts;
    const number = (id: string) => known(numbers, id, 'own number');
    const flows = inboundFlows(this, {
      deployment,
      instance,
      functions,
      things: {
        hours: parts.hours,
        queue: (id) => known(queues, id, 'queue').attrQueueArn,
        prompt: prompts(this, deployment, instance),
        skillAttribute: skillAttribute(deployment),
        number: (id) => number(id).address,
      },
    });
    for (const [campaign, { entryArn }] of flows) {
      const inbound = deployment.definitions.campaigns[campaign]?.channels.inbound;
      for (const id of inbound?.numbers ?? []) {
        const { arn, address } = number(id);
        const link = { kind: 'number-to-flow', number: arn ?? address, flow: entryArn } as const;
        parts.links.add(`Number-${id}`, link);
      }
    }
    return flows;
  }

  private keepRecordings(instance: Instance, { bucketName }: Bucket): void {
    new CfnInstanceStorageConfig(this, 'RecordingsConfig', {
      instanceArn: instance.arn,
      resourceType: 'CALL_RECORDINGS',
      storageType: 'S3',
      // without a key of its own Connect leaves the encryption to the bucket
      s3Config: { bucketName, bucketPrefix: RECORDED.slice(0, -1) },
    });
  }

  /** References other stacks can use as they stand; an existing instance needs none. */
  private exported({ arn, id, url }: Instance): Instance {
    if (!Token.isUnresolved(arn)) return { arn, id, url };
    return { arn: this.exportValue(arn), id: this.exportValue(id), url };
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

function known<T>(things: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = things.get(id);
  invariant(found, `${what} '${id}' passed the checks without being there`);
  return found;
}
