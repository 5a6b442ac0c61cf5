// Records that wait for an agent (domain/records/waits-for.ts), listed with the agent.
import type { Change } from '../../domain/model/change.ts';
import { type AgentId, campaignId, recordId } from '../../domain/model/ids.ts';
import { waitsFor } from '../../domain/records/waits-for.ts';
import type { Dynamo, Write } from './document-table.ts';
import { asRecord, recordKey, waitingItem, waitingKey, waitingPartition } from './record-items.ts';
import { put, remove } from './writes.ts';

/** Lists the record with the agent it waits for. */
export function agentsList(table: string, { before, after }: Change): readonly Write[] {
  const [was, is] = [waitsFor(before), waitsFor(after)];
  if (was === is) return [];
  return [
    ...(was === undefined ? [] : [remove(table, waitingKey(was, after))]),
    ...(is === undefined ? [] : [put(table, waitingItem(is, after))]),
  ];
}

/** Those that still wait for the agent. */
export async function waitingFor(db: Dynamo, table: string, agent: AgentId, Limit: number) {
  const { items } = await db.page({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': waitingPartition(agent) },
    Limit,
  });
  const refs = items.map(({ campaign, record }) => ({
    campaign: campaignId(String(campaign)),
    record: recordId(String(record)),
  }));
  const found = await Promise.all(refs.map((ref) => db.get(table, recordKey(ref))));
  return found
    .flatMap((item) => (item === undefined ? [] : [asRecord(item)]))
    .filter((record) => waitsFor(record) === agent);
}
