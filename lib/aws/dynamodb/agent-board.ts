// Agents as their last event told, listed by group. Beside them stand in which group each agent is,
// so that who goes to another is taken from the former one's list, and the way from Connect's user
// id to the user name.

import type { AgentBoard, PresenceUpdate } from '../../application/ports/agent-board.ts';
import { Fault } from '../../application/tasks/faults.ts';
import type { AgentActivity, AgentPresence } from '../../domain/model/agent.ts';
import { userIdOf } from '../../domain/model/agent.ts';
import type { AgentId } from '../../domain/model/ids.ts';
import type { Dynamo } from './document-table.ts';
import type { Key } from './items.ts';
import { contentOf } from './record-items.ts';
import { isNew, put, remove } from './writes.ts';

const groupPartition = (group: string): string => `agents#${group}`;
const presenceKey = (group: string, agent: AgentId): Key => ({
  pk: groupPartition(group),
  sk: agent,
});
/**
 * In which group an agent is, since which event; it does not expire, or a change after a holiday
 * would not be seen.
 */
const placeKey = (agent: AgentId): Key => ({ pk: `agent#${agent}`, sk: 'group' });

/** Where the user name of a Connect user id lies. */
export const userKey = (userId: string): Key => ({ pk: `user#${userId}`, sk: 'user' });

const TRIES = 5;
/**
 * Seconds without any event after which the table's TTL may take an agent away; heartbeats come
 * every 120 s.
 */
const KEPT_SECONDS = 86_400;

export function dynamoAgentBoard(db: Dynamo, table: string): AgentBoard {
  return {
    async put(presence) {
      for (let tries = 0; tries < TRIES; tries++) {
        const known = await update(db, table, presence);
        if (known !== 'unknown') return known;
        const joined = await join(db, table, presence);
        if (joined !== 'contended') return { news: joined === 'news' };
      }
      throw new Fault('RecordContended', `agent '${presence.agent}': events keep overtaking`);
    },
    async ofGroups(groups) {
      const found = await Promise.all(groups.map((group) => ofGroup(db, table, group)));
      return found.flat();
    },
  };
}

/** Nearly every event: an agent the group knows, under the same ARN. */
async function update(
  db: Dynamo,
  table: string,
  { agent, arn, group, activity, since, held, eventAt }: AgentPresence,
): Promise<PresenceUpdate | 'unknown'> {
  const { done, item } = await db.update({
    TableName: table,
    Key: presenceKey(group, agent),
    // what stands on the right is what was there before
    UpdateExpression:
      'SET formerly = activity, activity = :activity, since = :since, eventAt = :at, ' +
      `expires = :expires${held === undefined ? ' REMOVE held' : ', held = :held'}`,
    ConditionExpression: 'eventAt < :at AND arn = :arn',
    ExpressionAttributeValues: {
      ':activity': activity,
      ':since': since,
      ':at': eventAt,
      ':expires': expiryOf(eventAt),
      ...(held !== undefined && { ':held': held }),
      ':arn': arn,
    },
  });
  if (done) return { news: true, formerly: item?.formerly as AgentActivity };
  return item && Number(item.eventAt) >= eventAt ? { news: false } : 'unknown';
}

/** An agent is new to the group, or came from another, unless the other knows something later. */
async function join(
  db: Dynamo,
  table: string,
  presence: AgentPresence,
): Promise<'news' | 'late' | 'contended'> {
  const { agent, arn, group, eventAt } = presence;
  const place = await db.get(table, placeKey(agent));
  const from = place === undefined || place.group === group ? undefined : String(place.group);
  const seen = { expression: 'joined = :joined', values: { ':joined': place?.joined } };
  const earlier = {
    expression: 'attribute_not_exists(pk) OR eventAt < :at',
    values: { ':at': eventAt },
  };
  if (from !== undefined && Number(place?.joined) >= eventAt) return 'late';
  const refused = await db.transact([
    put(table, { ...placeKey(agent), group, joined: eventAt }, place ? seen : isNew),
    put(table, { ...presenceKey(group, agent), ...presence, expires: expiryOf(eventAt) }, earlier),
    put(table, { ...userKey(userIdOf(arn)), agent }),
    ...(from === undefined ? [] : [remove(table, presenceKey(from, agent), earlier)]),
  ]);
  if (refused.length === 0) return 'news';
  return refused.includes(FORMER) ? 'late' : 'contended';
}

/** Where in the transaction of `join` the former group is asked. */
const FORMER = 3;

const expiryOf = (eventAt: number): number => Math.ceil(eventAt / 1000) + KEPT_SECONDS;

async function ofGroup(db: Dynamo, table: string, group: string) {
  const items = await db.all({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': groupPartition(group) },
  });
  return items.map(({ formerly: _, ...item }) => contentOf(item) as AgentPresence);
}
