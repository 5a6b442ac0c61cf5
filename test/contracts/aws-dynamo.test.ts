// What only the adapters over DynamoDB have to show: many writers at once, agents who change
// groups, due records spread over buckets, and items that are no larger than they must be.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoAgentBoard, userKey } from '../../lib/aws/dynamodb/agent-board.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { recordItem } from '../../lib/aws/dynamodb/record-items.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import type { AgentPresence } from '../../lib/domain/model/agent.ts';
import { agentId, campaignId } from '../../lib/domain/model/ids.ts';
import { dynamoTables, noDynamoDb, type TestTables } from '../support/dynamo-tables.ts';
import { adding, aRecord, at, changed, NOW } from '../support/records.ts';

const missing = noDynamoDb();
const spring = campaignId('spring');

describe.skipIf(missing !== undefined)(`on DynamoDB${missing ? ` (${missing})` : ''}`, () => {
  let fresh: () => Promise<TestTables>;
  let stop: () => void;
  beforeAll(async () => {
    ({ fresh, stop } = await dynamoTables());
  });
  afterAll(() => stop());

  describe('the record store', () => {
    it('counts right when many write at once', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables);
      const people = Array.from({ length: 60 }, (_, n) => aRecord(`r${n}`));

      const outcomes = await Promise.all(people.map((each) => records.commit(adding(each))));

      expect(new Set(outcomes)).toEqual(new Set(['committed']));
      expect(await records.counts(spring)).toEqual({ new: 60 });
    });

    it('finds the oldest of many due records, in whatever bucket they lie', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables);
      const people = Array.from({ length: 90 }, (_, n) =>
        aRecord(`r${n}`, { nextContact: at(-n) }),
      );
      await Promise.all(people.map((each) => records.commit(adding(each))));

      const due = await records.due(spring, NOW, 90);
      const oldest = await records.due(spring, NOW, 5);

      expect(due.map(({ record }) => record)).toEqual(people.map((each) => each.record).reverse());
      expect(oldest).toEqual(due.slice(0, 5));
      expect(await records.due(spring, NOW, 0)).toEqual([]);
    });

    it('finds records that an older version put into buckets without a rank, in order with the others', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables);
      const older = [aRecord('old', { weight: 5, nextContact: at(-60) }), aRecord('older')];
      for (const [shard, record] of older.entries()) {
        const item = { ...recordItem(record), bucket: `due#spring#${shard}` };
        await tables.db.transact([{ Put: { TableName: tables.records, Item: item } }]);
      }
      await records.commit(adding(aRecord('new', { weight: 9 })));

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
      const records = dynamoRecordStore(counting, tables);
      const read = async () => {
        const before = pages;
        await records.due(spring, NOW, 16);
        return pages - before;
      };
      const add = async (from: number, to: number) => {
        for (let n = from; n < to; n++) {
          await records.commit(adding(aRecord(`r${n}`, { nextContact: at(-1 - n) })));
        }
      };

      await add(0, 50);
      const few = await read();
      await add(50, 500);
      const many = await read();

      expect([few, many].every((count) => count <= 8)).toBe(true);
    });

    it('spreads due records over the buckets', () => {
      const buckets = Array.from({ length: 400 }, (_, n) =>
        String(recordItem(aRecord(`r${n}`)).bucket),
      );
      const sizes = Object.values(Object.groupBy(buckets, (bucket) => bucket)).map(
        (inside) => inside?.length ?? 0,
      );

      expect(sizes.length).toBe(2);
      expect(Math.min(...sizes)).toBeGreaterThan(160);
    });

    it('keeps a closed record out of the index', () => {
      const { nextContact: _, ...closed } = changed(aRecord(), { state: 'closed' });

      expect(recordItem(closed)).toEqual({ pk: 'spring/ann', sk: 'record', ...closed });
    });

    it('refuses a change that skips a version', async () => {
      const tables = await fresh();
      const records = dynamoRecordStore(tables.db, tables);
      const ann = aRecord();

      await expect(
        records.commit({ before: ann, after: changed(changed(ann)), entries: [] }),
      ).rejects.toThrow('from version 1 to 3');
    });
  });

  describe('the campaign store', () => {
    it('gives each of many rounds one holder, and numbers that only grow', async () => {
      const tables = await fresh();
      const campaigns = dynamoCampaignStore(tables.db, tables);
      const fences: number[] = [];
      for (let round = 0; round < 20; round++) {
        const now = at(round * 10);
        const taken = await Promise.all(
          Array.from({ length: 10 }, () => campaigns.takeTick(spring, now, at(round * 10 + 10))),
        );
        fences.push(...taken.flatMap((tick) => tick?.fence ?? []));
      }

      expect(fences).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
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
