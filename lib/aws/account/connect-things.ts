// What a Connect instance has already: names that a deployment into it could collide with, and
// where its agent events and recordings go.
import {
  type ConnectClient,
  ListContactFlowsCommand,
  ListInstanceStorageConfigsCommand,
  ListQueuesCommand,
  ListRoutingProfilesCommand,
} from '@aws-sdk/client-connect';
import type { InstanceThings } from '../../application/deployment/account.ts';
import { everyPage } from './every-page.ts';

export async function connectThings(
  connect: ConnectClient,
  instanceArn: string,
): Promise<InstanceThings> {
  const InstanceId = instanceArn.split('/').at(1) ?? '';
  const [profiles, queues, flows, agentEvents, recordings] = await Promise.all([
    everyPage(async (NextToken) => {
      const answer = await connect.send(new ListRoutingProfilesCommand({ InstanceId, NextToken }));
      return { items: answer.RoutingProfileSummaryList ?? [], next: answer.NextToken };
    }),
    everyPage(async (NextToken) => {
      const ask = { InstanceId, NextToken, QueueTypes: ['STANDARD' as const] };
      const answer = await connect.send(new ListQueuesCommand(ask));
      return { items: answer.QueueSummaryList ?? [], next: answer.NextToken };
    }),
    everyPage(async (NextToken) => {
      const answer = await connect.send(new ListContactFlowsCommand({ InstanceId, NextToken }));
      return { items: answer.ContactFlowSummaryList ?? [], next: answer.NextToken };
    }),
    storage(connect, InstanceId, 'AGENT_EVENTS'),
    storage(connect, InstanceId, 'CALL_RECORDINGS'),
  ]);
  return {
    routingProfiles: names(profiles),
    queues: names(queues),
    flows: names(flows),
    agentEvents,
    recordings,
  };
}

async function storage(
  connect: ConnectClient,
  InstanceId: string,
  ResourceType: 'AGENT_EVENTS' | 'CALL_RECORDINGS',
): Promise<string | undefined> {
  const command = new ListInstanceStorageConfigsCommand({ InstanceId, ResourceType });
  const { StorageConfigs = [] } = await connect.send(command);
  const [first] = StorageConfigs;
  return first?.KinesisStreamConfig?.StreamArn ?? first?.S3Config?.BucketName ?? first?.StorageType;
}

const names = (found: readonly { readonly Name?: string | undefined }[]): ReadonlySet<string> =>
  new Set(found.flatMap(({ Name }) => Name ?? []));
