// Agents as their last event told, listed by group; a large centre spreads a group over several
// keys. Beside them stand where each agent is listed, so that who goes to another group is taken
// from the former one's list, and the way from Connect's user id to the user name.

import type { AgentBoard, PresenceUpdate } from '../../application/ports/agent-board.ts';
import { Fault } from '../../application/tasks/faults.ts';
import type { AgentActivity, AgentPresence } from '../../domain/model/agent.ts';
import { userIdOf } from '../../domain/model/agent.ts';
import type { AgentId } from '../../domain/model/ids.ts';
import type { Dynamo, Write } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { type KeyShards, keyShards, shardKey, shardKeys, shardOf } from './key-shards.ts';
import { contentOf } from './record-items.ts';
import { countJoin, SeenAgents } from './seen-agents.ts';
import { isNew, put, remove } from './writes.ts';

const groupPartition = (group: string): string => `agents#${group}`;
const presenceKey = (group: string, agent: AgentId, shard: number): Key => ({
  pk: shardKey(groupPartition(group), shard),
  sk: agent,
});
/**
 * In which group an agent is, since which event; it does not expire, or a change after a holiday
 * would not be seen.
 */
const placeKey = (agent: AgentId): Key => ({ pk: `agent#${agent}`, sk: 'group' });

/** Where the user name of a Connect user id lies. */
export const userKey = (userId: string): Key => ({ pk: `user#${userId}`, sk: 'user' });

/** Lists over how many keys groups were ever spread. */
const SHARDS: Key = { pk: 'agents', sk: 'shards' };
/** All groups alike. */
const GROUPS = 'groups';

const TRIES = 5;
/**
 * Seconds without any event after which the table's TTL may take an agent away; heartbeats come
 * every 120 s.
 */
const KEPT_SECONDS = 86_400;

/** @param written keys that a group is spread over */
export function dynamoAgentBoard(db: Dynamo, table: string, written = 1): AgentBoard {
  const shards = keyShards(db, table, written, () => SHARDS);
  const seen = new SeenAgents(db, table);
  return {
    async put(presence) {
      await shards.announce(GROUPS);
      const shard = shardOf(presence.agent, written);
      for (let tries = 0; tries < TRIES; tries++) {
        const known = await update(db, table, presence, shard);
        if (known !== 'unknown') return known;
        const counted = written > 1 ? [] : [countJoin(table, presence.group)];
        const joined = await join(db, table, presence, shard, counted);
        if (joined !== 'contended') return { news: joined === 'news' };
      }
      throw new Fault('RecordContended', `agent '${presence.agent}': events keep overtaking`);
    },
    async ofGroups(groups) {
      const found = await Promise.all(
        groups.map(async (group) => {
          const items = await ofGroup(db, table, group, shards, seen.isAsked(group));
          seen.note(group, items);
          return items;
        }),
      );
      return found.flat().map(asPresence);
    },
    // a large centre has large groups, and counts nobody
    ofGroupsSeen: async (groups) =>
      written > 1 ? undefined : (await seen.read(groups))?.map(asPresence),
  };
}

/** Nearly every event: an agent the group knows, under the same ARN. */
async function update(
  db: Dynamo,
  table: string,
  { agent, arn, group, activity, since, held, eventAt }: AgentPresence,
  shard: number,
): Promise<PresenceUpdate | 'unknown'> {
  const { done, item } = await db.update({
    TableName: table,
    Key: presenceKey(group, agent, shard),
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

/**
 * An agent is new to the list, or came from another group or key, unless that knows something
 * later.
 */
async function join(
  db: Dynamo,
  table: string,
  presence: AgentPresence,
  shard: number,
  counted: readonly Write[],
): Promise<'news' | 'late' | 'contended'> {
  const { agent, arn, group, eventAt } = presence;
  const place = await db.get(table, placeKey(agent));
  const here = presenceKey(group, agent, shard);
  const former = place && presenceKey(String(place.group), agent, Number(place.shard ?? 0));
  const from = former?.pk === here.pk ? undefined : former;
  const seen = { expression: 'joined = :joined', values: { ':joined': place?.joined } };
  const earlier = {
    expression: 'attribute_not_exists(pk) OR eventAt < :at',
    values: { ':at': eventAt },
  };
  if (from !== undefined && Number(place?.joined) >= eventAt) return 'late';
  const refused = await db.transact([
    put(table, { ...placeKey(agent), group, shard, joined: eventAt }, place ? seen : isNew),
    put(table, { ...here, ...presence, expires: expiryOf(eventAt) }, earlier),
    put(table, { ...userKey(userIdOf(arn)), agent }),
    ...(from === undefined ? [] : [remove(table, from, earlier)]),
    ...counted,
  ]);
  if (refused.length === 0) return 'news';
  return refused.includes(FORMER) ? 'late' : 'contended';
}

/** Where in the transaction of `join` the former group is asked. */
const FORMER = 3;

const expiryOf = (eventAt: number): number => Math.ceil(eventAt / 1000) + KEPT_SECONDS;

async function ofGroup(
  db: Dynamo,
  table: string,
  group: string,
  shards: KeyShards,
  isConsistent: boolean,
) {
  const keys = shardKeys(groupPartition(group), await shards.known(GROUPS));
  const lists = await Promise.all(
    keys.map((pk) =>
      db.all({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ...(isConsistent && { ConsistentRead: true }),
      }),
    ),
  );
  return lists.flat();
}

const asPresence = ({ formerly: _, ...item }: Item): AgentPresence =>
  contentOf(item) as AgentPresence;
