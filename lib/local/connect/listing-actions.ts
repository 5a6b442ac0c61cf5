// What somebody who plans a deployment asks an instance for: its things by name, and where its
// events and recordings go. One page each.
import type { RestAction } from '../gateway/rest-service.ts';
import type { Json } from '../json.ts';
import type { ConnectInstance, NamedResource } from './connect-instance.ts';

export function listingActions(instance: ConnectInstance): readonly RestAction[] {
  return [
    listInstances(instance),
    listed(instance, 'ListRoutingProfiles', 'routing-profiles', 'RoutingProfileSummaryList', () =>
      instance.profiles.values(),
    ),
    listed(instance, 'ListQueues', 'queues', 'QueueSummaryList', () => instance.queues.values()),
    listed(instance, 'ListContactFlows', 'contact-flows', 'ContactFlowSummaryList', () =>
      instance.flows.values(),
    ),
    listStorage(instance),
  ];
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_ListInstances.html */
function listInstances(instance: ConnectInstance): RestAction {
  return {
    name: 'ListInstances',
    method: 'GET',
    path: '/instance',
    access: () => [{ action: 'connect:ListInstances', resource: '*' }],
    run: () => ({
      InstanceSummaryList: instance.isThere
        ? [{ Id: instance.id, Arn: instance.arn, InstanceAlias: instance.alias ?? '' }]
        : [],
    }),
  };
}

/** Such as https://docs.aws.amazon.com/connect/latest/APIReference/API_ListQueues.html */
function listed(
  instance: ConnectInstance,
  name: string,
  kind: string,
  key: string,
  things: () => Iterable<NamedResource>,
): RestAction {
  return {
    name,
    method: 'GET',
    path: `/${kind}-summary/{InstanceId}`,
    access: () => [{ action: `connect:${name}`, resource: instance.arn }],
    run: (_, { InstanceId }) => {
      instance.mustBe(InstanceId);
      return {
        [key]: [...things()].map(({ id, arn, name: Name }) => ({ Id: id, Arn: arn, Name })),
      };
    },
  };
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_ListInstanceStorageConfigs.html */
function listStorage(instance: ConnectInstance): RestAction {
  const name = 'ListInstanceStorageConfigs';
  return {
    name,
    method: 'GET',
    path: '/instance/{InstanceId}/storage-configs',
    access: () => [{ action: `connect:${name}`, resource: instance.arn }],
    run: ({ request }, { InstanceId }) => {
      instance.mustBe(InstanceId);
      return { StorageConfigs: storage(instance, request.query.get('resourceType')) };
    },
  };
}

function storage({ agentEventStream, recordings }: ConnectInstance, kind: string | null): Json[] {
  if (kind === 'AGENT_EVENTS' && agentEventStream !== undefined) {
    const KinesisStreamConfig = { StreamArn: agentEventStream };
    return [{ StorageType: 'KINESIS_STREAM', KinesisStreamConfig }];
  }
  if (kind === 'CALL_RECORDINGS' && recordings !== undefined) {
    const S3Config = { BucketName: recordings.bucket, BucketPrefix: recordings.prefix };
    return [{ StorageType: 'S3', S3Config }];
  }
  return [];
}
