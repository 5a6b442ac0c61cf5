// Agents as their last event told, listed by group. Beside each presence stand the event it came from, which keeps late
// events out and says from which group an agent went, and the way from Connect's user id to the user name.
import type { AgentPresence } from '../domain/agent.ts';
import { Fault } from '../domain/faults.ts';
import type { AgentId } from '../domain/ids.ts';
import type { AgentBoard } from '../domain/ports.ts';
import type { Dynamo, Item, Key, Write } from './dynamo.ts';
import { isNew, put, remove } from './dynamo-writes.ts';
import { contentOf } from './record-items.ts';

const groupPartition = (group: string): string => `agents#${group}`;
const presenceKey = (group: string, agent: AgentId): Key => ({
  pk: groupPartition(group),
  sk: agent,
});
const lastEventKey = (agent: AgentId): Key => ({ pk: `agent#${agent}`, sk: 'last-event' });

/** Where the user name of a Connect user id lies. */
export const userKey = (userId: string): Key => ({ pk: `user#${userId}`, sk: 'user' });
/** The user id an agent's ARN ends with. */
export const userIdOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

const TRIES = 5;
/** Seconds without any event after which the table's TTL may take an agent away; heartbeats come every 120 s. */
const KEPT_SECONDS = 86_400;

export function dynamoAgentBoard(db: Dynamo, table: string): AgentBoard {
  return {
    async put(presence) {
      for (let tries = 0; tries < TRIES; tries++) {
        const last = await db.get(table, lastEventKey(presence.agent));
        if (last && Number(last.eventAt) >= presence.eventAt) return false;
        if ((await db.transact(writesFor(table, presence, last))).length === 0) return true;
      }
      throw new Fault('RecordContended', `agent '${presence.agent}': events keep overtaking`);
    },
    async ofGroups(groups) {
      const found = await Promise.all(groups.map((group) => ofGroup(db, table, group)));
      return found.flat();
    },
  };
}

async function ofGroup(db: Dynamo, table: string, group: string) {
  const items = await db.all({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': groupPartition(group) },
  });
  return items.map((item) => contentOf(item) as AgentPresence);
}

function writesFor(table: string, presence: AgentPresence, last: Item | undefined): Write[] {
  const { agent, arn, group, eventAt } = presence;
  const expires = Math.ceil(eventAt / 1000) + KEPT_SECONDS;
  const unchanged = { expression: 'eventAt = :last', values: { ':last': last?.eventAt } };
  const moved = last !== undefined && last.group !== group;
  return [
    put(table, { ...lastEventKey(agent), group, arn, eventAt, expires }, last ? unchanged : isNew),
    put(table, { ...presenceKey(group, agent), ...presence, expires }),
    ...(moved ? [remove(table, presenceKey(String(last.group), agent))] : []),
    ...(last?.arn === arn ? [] : [put(table, { ...userKey(userIdOf(arn)), agent })]),
  ];
}
