// What only the adapters over DynamoDB have to show: many writers at once, agents who change
// groups, what earlier versions have stored, and items that are no larger than they must be.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Pseudonyms } from '../../lib/application/ports/pseudonyms.ts';
import { listOlderOrders } from '../../lib/application/sweeping/sweep-message.ts';
import { dynamoAgentBoard, userKey } from '../../lib/aws/dynamodb/agent-board.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { dynamoNumberChecks } from '../../lib/aws/dynamodb/number-checks.ts';
import { dynamoOlderOrders } from '../../lib/aws/dynamodb/older-orders.ts';
import { messageKey, recordItem } from '../../lib/aws/dynamodb/record-items.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { dynamoSavedMappings } from '../../lib/aws/dynamodb/saved-mappings.ts';
import { put } from '../../lib/aws/dynamodb/writes.ts';
import { neverSwitched } from '../../lib/domain/campaigns/campaign-state.ts';
import type { AgentPresence } from '../../lib/domain/model/agent.ts';
import { agentId, attemptId, campaignId } from '../../lib/domain/model/ids.ts';
import { type Instant, instant } from '../../lib/domain/model/instant.ts';
import type { Message } from '../../lib/domain/model/message.ts';
import { emptyMemory } from '../../lib/domain/pacing/pacing-memory.ts';
import { memoryPorts } from '../../lib/simulation/memory/ports.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import { definitions } from '../support/definitions.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, aRecord, aText, at, changed, NOW } from '../support/records.ts';
import { numberChecksContract } from './number-checks.ts';
import { olderOrdersContract } from './older-orders.ts';
import { savedMappingsContract } from './saved-mappings.ts';

/** As a version without keys had it. */
const PLAIN: Pseudonyms = {
  of: async (text) => [createHash('sha256').update(text).digest('hex')],
};

/** As a version did that listed only messages being sent. */
const storedBefore = (tables: TestTables, messages: readonly Message[]) =>
  tables.db.transact(
    messages.map((message) =>
      put(tables.records, { ...messageKey(message, message.id), ...message }),
    ),
  );

const spring = campaignId('spring');

onDynamo((fresh) => {
  savedMappingsContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoSavedMappings(db, runtime);
  });
  numberChecksContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoNumberChecks(db, runtime, memoryPseudonyms());
  });
  olderOrdersContract('DynamoDB', async (messages) => {
    const tables = await fresh();
    const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
    const [ann] = [aRecord('ann')];
    await records.commit(addition(ann));
    const listed = { before: undefined, after: aText(ann, 'a9.sms') };
    await records.commit({ before: ann, after: changed(ann), entries: [], messages: [listed] });
    await storedBefore(tables, messages);
    return dynamoOlderOrders(tables.db, tables.records, 3);
  });

  it('an ordered message of an earlier version is listed as waiting, like those of today', async () => {
    const tables = await fresh();
    const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
    const ann = aRecord('ann');
    await records.commit(addition(ann));
    const [lost, sent] = [aText(ann, 'a1.sms'), aText(ann, 'a2.sms', { state: 'sent' })];
    await storedBefore(tables, [lost, sent]);
    const olderOrders = dynamoOlderOrders(tables.db, tables.records);
    const ports = {
      ...memoryPorts({ time: { now: () => at(60) }, definitions: definitions() }),
      records,
      olderOrders,
    };
    const hanging = () => records.hangingMessages(spring, at(3600));
    const before = await hanging();

    await listOlderOrders(ports);
    await listOlderOrders(ports);

    expect(before).toEqual([]);
    expect(await hanging()).toMatchObject([{ id: 'a1.sms', state: 'ordered', version: 2 }]);
    expect(await records.loadMessage(ann, sent.id)).toEqual(sent);
  });

  describe('the record store', () => {
    it('counts right when many write at once', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
      const people = Array.from({ length: 60 }, (_, n) => aRecord(`r${n}`));

      const outcomes = await Promise.all(people.map((each) => records.commit(addition(each))));

      expect(new Set(outcomes)).toEqual(new Set(['committed']));
      expect(await records.counts(spring)).toEqual({ new: 60 });
    });

    it('finds the oldest of many due records', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
      const people = Array.from({ length: 90 }, (_, n) =>
        aRecord(`r${n}`, { nextContact: at(-n) }),
      );
      await Promise.all(people.map((each) => records.commit(addition(each))));

      const due = await records.due(spring, NOW, 90);
      const oldest = await records.due(spring, NOW, 5);

      expect(due.map(({ record }) => record)).toEqual(people.map((each) => each.record).reverse());
      expect(oldest).toEqual(due.slice(0, 5));
      expect(await records.due(spring, NOW, 0)).toEqual([]);
    });

    it('finds the second half of a rank that an earlier version spread over two buckets', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
      const old = aRecord('old', { weight: 5, nextContact: at(-60) });
      const item = { ...recordItem(old), bucket: 'due#spring#rank191#1' };
      const list = { pk: 'due#spring', sk: 'ranks', ranks: new Set([191]) };
      await tables.db.transact([
        { Put: { TableName: tables.records, Item: item } },
        { Put: { TableName: tables.records, Item: list } },
      ]);
      await records.commit(addition(aRecord('new', { weight: 5 })));

      const due = await records.due(spring, NOW, 10);

      expect(due.map(({ record }) => record)).toEqual(['old', 'new']);
    });

    it('asks for earlier buckets that are empty once more, an hour later', async () => {
      const tables = await fresh();
      let queries = 0;
      const db: Dynamo = {
        ...tables.db,
        page: (input) => {
          queries += 1;
          return tables.db.page(input);
        },
      };
      const records = dynamoRecordStore(db, tables, memoryPseudonyms());
      await records.commit(addition(aRecord('ann')));
      const inLook = async (moment: Instant) => {
        queries = 0;
        await records.due(spring, moment, 10);
        return queries;
      };

      expect([
        await inLook(NOW),
        await inLook(NOW),
        await inLook(instant(NOW + 3_599_999)),
        await inLook(instant(NOW + 3_600_000)),
        await inLook(instant(NOW + 7_200_000)),
      ]).toEqual([3, 1, 1, 3, 1]);
    });

    it('finds records that an older version put into buckets without a rank, in order with the others', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
      const older = [aRecord('old', { weight: 5, nextContact: at(-60) }), aRecord('older')];
      for (const [shard, record] of older.entries()) {
        const item = { ...recordItem(record), bucket: `due#spring#${shard}` };
        await tables.db.transact([{ Put: { TableName: tables.records, Item: item } }]);
      }
      await records.commit(addition(aRecord('new', { weight: 9 })));

      const due = await records.due(spring, NOW, 10);
      const [first, second] = due.slice(1);
      if (!first || !second) throw new Error('three are due');
      await records.commit({ before: first, after: changed(first, { weight: 20 }), entries: [] });

      expect(due.map(({ record }) => record)).toEqual(['new', 'old', 'older']);
      const then = await records.due(spring, NOW, 10);
      expect(then.map(({ record }) => record)).toEqual(['old', 'new', 'older']);
    });

    it('reads no more for a tick when hundreds are due', async () => {
      const tables = await fresh();
      let pages = 0;
      const counting: Dynamo = {
        ...tables.db,
        page: (query) => {
          pages++;
          return tables.db.page(query);
        },
      };
      const records = dynamoRecordStore(counting, tables, memoryPseudonyms());
      const read = async () => {
        const before = pages;
        await records.due(spring, NOW, 16);
        return pages - before;
      };
      const add = async (from: number, to: number) => {
        for (let n = from; n < to; n++) {
          await records.commit(addition(aRecord(`r${n}`, { nextContact: at(-1 - n) })));
        }
      };

      await add(0, 50);
      const few = await read();
      await add(50, 500);
      const many = await read();

      expect([few, many].every((count) => count <= 8)).toBe(true);
    });

    it('keeps a closed record out of the index', () => {
      const { nextContact: _, ...closed } = changed(aRecord(), { state: 'closed' });

      expect(recordItem(closed)).not.toHaveProperty('bucket');
      expect(recordItem(closed)).not.toHaveProperty('at');
    });

    it('finds and forgets records under the look-up keys that a former version wrote', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
      const before = dynamoRecordStore(tables.db, tables, PLAIN);
      const ann = aRecord();
      await before.commit(addition(ann));
      const by = { by: 'phone', phone: '+48221000001' } as const;

      const found = await records.lookUp(spring, by);
      const moved = changed(ann, { phones: [{ value: '+48221000009', isDefault: true }] });
      await records.commit({ before: ann, after: moved, entries: [] });

      expect(found).toEqual([ann]);
      expect(await records.lookUp(spring, by)).toEqual([]);
      expect(await before.lookUp(spring, by)).toEqual([]);
    });

    it('respects locks of numbers that were taken under a former key (DIA-7)', async () => {
      const tables = await fresh();
      const [key, former] = ['the key of today', 'the key until today'];
      const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms(key, former));
      const before = dynamoRecordStore(tables.db, tables, memoryPseudonyms(former));
      const [ann, ben] = [aRecord('ann'), aRecord('ben')];
      for (const each of [ann, ben]) await records.commit(addition(each));
      const locking = (id: string, from: number) => ({
        ...{ phone: '+48221000001', attempt: attemptId(id) },
        ...{ now: at(from), until: at(from + 60) },
      });
      const lock = (record: typeof ann, takeNumber: ReturnType<typeof locking>) => ({
        ...{ before: record, after: changed(record), entries: [] },
        takeNumber,
      });
      await before.commit(lock(ann, locking('a1', 0)));

      expect(await records.commit(lock(ben, locking('b1', 30)))).toBe('number-taken');
      expect(await records.commit(lock(changed(ann), locking('a1', 30)))).toBe('committed');
      expect(await records.commit(lock(ben, locking('b1', 89)))).toBe('number-taken');
      expect(await records.commit(lock(ben, locking('b1', 90)))).toBe('committed');
    });

    it('writes no number and no plain hash of one as a key', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
      const ann = aRecord();
      await records.commit(addition(ann));
      const plain = createHash('sha256').update('phone:+48221000001').digest('hex');

      const items = await tables.db.all({
        TableName: tables.records,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `look-up#spring#${plain}` },
      });

      expect(items).toEqual([]);
    });

    it('refuses a change that skips a version', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
      const ann = aRecord();

      await expect(
        records.commit({ before: ann, after: changed(changed(ann)), entries: [] }),
      ).rejects.toThrow('from version 1 to 3');
    });
  });

  describe('the campaign store', () => {
    it('gives each of many rounds one tick, and numbers that only grow', async () => {
      const tables = await fresh();
      const campaigns = dynamoCampaignStore(tables.db, tables);
      const fences: number[] = [];
      for (let round = 0; round < 20; round++) {
        const { fence } = await campaigns.seeTick(spring);
        const listed = await Promise.all(
          Array.from({ length: 10 }, () => campaigns.listRunning(spring, fence, [spring])),
        );
        fences.push(...listed.flatMap((each) => (each === 'committed' ? [fence] : [])));
      }

      expect(fences).toEqual(Array.from({ length: 20 }, (_, n) => n));
    });
  });

  describe('what the pacing has learned', () => {
    const learned = { ...neverSwitched(spring), version: 1, pacing: emptyMemory() };
    const key = { pk: 'campaign#spring', sk: 'state' };

    it('is stored compressed', async () => {
      const tables = await fresh();
      const campaigns = dynamoCampaignStore(tables.db, tables);
      await campaigns.commit(neverSwitched(spring), learned, []);

      const item = await tables.db.get(tables.runtime, key);

      const pacing = item?.pacing;
      if (!(pacing instanceof Uint8Array)) throw new Error('it is stored as bytes');
      expect(pacing.length).toBeLessThan(JSON.stringify(learned.pacing).length / 3);
      expect(await campaigns.load(spring)).toEqual(learned);
    });

    it('is read as the text that an earlier version stored', async () => {
      const tables = await fresh();
      const { pacing, ...state } = learned;
      const Item = { ...key, ...state, pacing: JSON.stringify(pacing) };
      await tables.db.transact([{ Put: { TableName: tables.runtime, Item } }]);

      expect(await dynamoCampaignStore(tables.db, tables).load(spring)).toEqual(learned);
    });
  });

  describe('the agent board', () => {
    const eva: AgentPresence = {
      agent: agentId('eva'),
      arn: 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/u-1',
      group: 'sales',
      activity: 'free',
      since: NOW,
      eventAt: NOW,
    };

    it('remembers whose user id it is', async () => {
      const { db, runtime } = await fresh();
      await dynamoAgentBoard(db, runtime).put(eva);

      expect(await db.get(runtime, userKey('u-1'))).toMatchObject({ agent: 'eva' });
    });

    it('remembers a user id that changed, as when an agent is made anew', async () => {
      const { db, runtime } = await fresh();
      const board = dynamoAgentBoard(db, runtime);
      await board.put(eva);

      await board.put({ ...eva, arn: eva.arn.replace('u-1', 'u-2'), eventAt: at(1) });

      expect(await db.get(runtime, userKey('u-2'))).toMatchObject({ agent: 'eva' });
    });

    it('needs one write and no read for an agent it knows', async () => {
      const { db, runtime } = await fresh();
      await dynamoAgentBoard(db, runtime).put(eva);
      const asked: string[] = [];
      const noting = <A extends readonly unknown[], T>(name: string, call: (...given: A) => T) => {
        return (...given: A): T => {
          asked.push(name);
          return call(...given);
        };
      };
      const watched: Dynamo = {
        ...db,
        get: noting('get', db.get),
        transact: noting('transact', db.transact),
        update: noting('update', db.update),
      };

      await dynamoAgentBoard(watched, runtime).put({ ...eva, activity: 'break', eventAt: at(1) });

      expect(asked).toEqual(['update']);
    });

    it('lets the table forget agents without events', async () => {
      const { db, runtime } = await fresh();
      await dynamoAgentBoard(db, runtime).put(eva);

      const item = await db.get(runtime, { pk: 'agents#sales', sk: 'eva' });

      expect(item?.expires).toBe(NOW / 1000 + 86_400);
    });
  });
});
