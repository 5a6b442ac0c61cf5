// What every call writes to, spread over several keys (lib/aws/dynamodb/key-shards.ts): the stores
// promise the same, and a deployment with more keys or fewer finds what another has stored.
import { describe, expect, it } from 'vitest';
import { dynamoAgentBoard } from '../../lib/aws/dynamodb/agent-board.ts';
import { dynamoCallThrottle } from '../../lib/aws/dynamodb/call-throttle.ts';
import { dynamoJournal } from '../../lib/aws/dynamodb/journal.ts';
import { recordItem } from '../../lib/aws/dynamodb/record-items.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { dynamoReportStore } from '../../lib/aws/dynamodb/report-store.ts';
import type { AgentPresence } from '../../lib/domain/model/agent.ts';
import { agentId, campaignId } from '../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, aRecord, at, changed, NOW, taken } from '../support/records.ts';
import { agentBoardContract } from './agent-board.ts';
import { LOOKED_UP, recordStoreContract } from './record-store.ts';
import { called, reportStoreContract } from './report-store.ts';

const spring = campaignId('spring');
const LARGE = 3;

const storeOf = (tables: TestTables, shards: number) =>
  dynamoRecordStore(tables.db, { ...tables, shards }, memoryPseudonyms(), () => LOOKED_UP);
const reportsOf = (tables: TestTables, shards: number) =>
  dynamoReportStore(tables.db, { ...tables, shards });
type Store = ReturnType<typeof storeOf>;

/** Due one after the other, the last first. */
const people = Array.from({ length: 12 }, (_, n) => aRecord(`r${n}`, { nextContact: at(-n) }));
const oldestFirst = people.map(({ record }) => record).reverse();
const namesOf = (records: readonly CampaignRecord[]) => records.map(({ record }) => record);
const addTo = (store: Store) => Promise.all(people.map((each) => store.commit(addition(each))));
const takeFirst = async (store: Store) => {
  const [first] = await store.due(spring, NOW, 1);
  if (first === undefined) throw new Error('one is due');
  await store.commit({ before: first, after: taken(first), entries: [] });
  return first;
};

/** Buckets of the index that hold anything. */
async function bucketsIn({ db, records }: TestTables): Promise<ReadonlySet<unknown>> {
  const items = await Promise.all(
    people.map((each) => db.get(records, { pk: `spring/${each.record}`, sk: 'record' })),
  );
  return new Set(items.map((item) => item?.bucket));
}

onDynamo((fresh) => {
  const stores = async () => {
    const tables = await fresh();
    return { records: storeOf(tables, LARGE), journal: dynamoJournal(tables.db, tables.journal) };
  };
  recordStoreContract('DynamoDB, several keys', stores, true);
  reportStoreContract('DynamoDB, several keys', async () => {
    const tables = await fresh();
    return { records: storeOf(tables, LARGE), reports: reportsOf(tables, LARGE) };
  });
  agentBoardContract('DynamoDB, several keys', async () => {
    const { db, runtime } = await fresh();
    return dynamoAgentBoard(db, runtime, LARGE);
  });

  describe('a large centre', () => {
    it('spreads records that are due and in flight, and takes from every key alike', async () => {
      const tables = await fresh();
      const store = storeOf(tables, LARGE);
      const imported = people.map((each) => ({ ...each, nextContact: NOW }));
      await store.add(imported.map((each) => addition(each)));

      const due = await bucketsIn(tables);
      const some = await store.due(spring, NOW, LARGE);
      await Promise.all(
        imported.map((each) => store.commit({ before: each, after: taken(each), entries: [] })),
      );

      const rank = 'due#spring#rank201';
      expect(due).toEqual(new Set([`${rank}#0`, `${rank}#1`, `${rank}#2`]));
      expect(new Set(some.map((each) => recordItem(each, LARGE).bucket))).toEqual(due);
      expect(await bucketsIn(tables)).toEqual(
        new Set(['flight#spring', 'flight#spring#1', 'flight#spring#2']),
      );
      expect(await store.inFlight(spring)).toHaveLength(people.length);
    });

    it('notes how many keys there are with the first write, and a small one notes nothing', async () => {
      const [large, small] = [await fresh(), await fresh()];
      await addTo(storeOf(large, LARGE));
      await addTo(storeOf(small, 1));
      const ranks = { pk: 'due#spring', sk: 'ranks' };

      expect(await large.db.get(large.records, ranks)).toMatchObject({ shards: new Set([LARGE]) });
      expect(await small.db.get(small.records, ranks)).not.toHaveProperty('shards');
      expect(await bucketsIn(small)).toEqual(new Set(['due#spring#rank201#0']));
    });
  });

  describe.each([
    ['more', 1, LARGE],
    ['fewer', LARGE, 1],
  ])('a deployment with %s keys', (_, before, after) => {
    it('finds what is due and in flight, in order, and the counters', async () => {
      const tables = await fresh();
      const former = storeOf(tables, before);
      await addTo(former);
      const first = await takeFirst(former);

      const store = storeOf(tables, after);
      const found = await store.due(spring, NOW, 99);
      const second = await takeFirst(store);

      expect(namesOf(found)).toEqual(oldestFirst.slice(1));
      expect(new Set(namesOf(await store.inFlight(spring)))).toEqual(
        new Set([first.record, second.record]),
      );
      expect(await store.counts(spring)).toEqual({ new: 10, 'being-contacted': 2 });
    });

    it('moves records to its own keys as they change, and pages through them once each', async () => {
      const tables = await fresh();
      const former = storeOf(tables, before);
      const recalls = people.map((each) => ({ ...each, state: 'recall-scheduled' as const }));
      for (const each of recalls) await former.commit(addition(each));
      const store = storeOf(tables, after);
      for (const each of recalls.slice(0, 6))
        await store.commit({ before: each, after: changed(each), entries: [] });

      const reports = reportsOf(tables, after);
      const seen: string[] = [];
      let from: Awaited<ReturnType<typeof reports.recalls>>['next'];
      do {
        const page = await reports.recalls(spring, { limit: 5, from });
        seen.push(...namesOf(page.records));
        from = page.next;
      } while (from !== undefined);

      expect(seen).toEqual(oldestFirst);
      expect(namesOf(await store.due(spring, NOW, 99))).toEqual(oldestFirst);
    });

    it('adds up the figures and lists the contacts of a day that both have written (RPT-2)', async () => {
      const tables = await fresh();
      const [former, store] = [storeOf(tables, before), storeOf(tables, after)];
      for (let n = 0; n < 6; n++)
        await called(n % 2 === 0 ? former : store, `r${n}`, { status: 'busy', orderedAt: at(n) });
      const reports = reportsOf(tables, after);

      const figures = await reports.figures(spring, '2026-03-02', '2026-03-02');
      const first = await reports.contacts(spring, '2026-03-02', { limit: 4 });
      const rest = await reports.contacts(spring, '2026-03-02', { limit: 4, from: first.next });

      expect(figures).toMatchObject([{ day: '2026-03-02', counts: { 'call:busy': 6 } }]);
      expect([...first.contacts, ...rest.contacts].map(({ ref }) => ref.record)).toEqual([
        'r5',
        'r4',
        'r3',
        'r2',
        'r1',
        'r0',
      ]);
      expect(rest.next).toBeUndefined();
    });

    it('lists an agent once, whichever deployment heard of them last', async () => {
      const { db, runtime } = await fresh();
      const agents = Array.from({ length: 9 }, (_, n): AgentPresence => {
        const agent = agentId(`agent-${n}`);
        const arn = `arn:aws:connect:eu-central-1:111122223333:instance/i/agent/u-${n}`;
        return { agent, arn, group: 'sales', activity: 'free', since: NOW, eventAt: NOW };
      });
      const former = dynamoAgentBoard(db, runtime, before);
      for (const each of agents) await former.put(each);

      const board = dynamoAgentBoard(db, runtime, after);
      const moved = agents.slice(0, 5).map((each) => ({ ...each, eventAt: at(1) }));
      for (const each of moved) await board.put({ ...each, activity: 'break' });

      const all = await board.ofGroups(['sales']);
      expect(all).toHaveLength(agents.length);
      expect(all.filter(({ activity }) => activity === 'break')).toHaveLength(moved.length);
      expect(await board.put({ ...agents[0], activity: 'free' } as AgentPresence)).toEqual({
        news: false,
      });
    });
  });

  it('functions of the deployment before see what the one with more keys writes', async () => {
    const tables = await fresh();
    const former = storeOf(tables, 1);
    await former.due(spring, NOW, 5);
    await addTo(storeOf(tables, LARGE));

    const found = await former.due(spring, NOW, 99);
    const first = await takeFirst(storeOf(tables, LARGE));

    expect(namesOf(found)).toEqual(oldestFirst);
    expect(namesOf(await former.inFlight(spring))).toEqual([first.record]);
  });

  it('looks again at once when a record is due soon, under whichever key it is counted', async () => {
    const tables = await fresh();
    const [looking, others] = [storeOf(tables, LARGE), storeOf(tables, LARGE)];
    for (const seconds of [0, 5, 10]) await looking.due(spring, at(seconds), 5);

    await others.commit(addition(aRecord('ben', { nextContact: at(11), updatedAt: at(11) })));

    expect(namesOf(await looking.due(spring, at(12), 5))).toEqual(['ben']);
  });

  it('grants no more calls from several items than from one, and all of them (DIA-6)', async () => {
    const { db, runtime } = await fresh();
    const rate = { perSecond: 30, burst: 9 };
    const throttle = dynamoCallThrottle(db, runtime, rate, { shards: LARGE });
    const moments = Array.from({ length: 200 }, (_, n) => at(n / 40));

    const burst = await Promise.all(Array.from({ length: 40 }, () => throttle.take(NOW)));
    let granted = burst.filter((each) => each.granted).length;
    const atOnce = granted;
    for (const now of moments) if ((await throttle.take(now)).granted) granted++;

    expect(atOnce).toBeLessThanOrEqual(rate.burst);
    expect(granted).toBeLessThanOrEqual(rate.burst + 5 * rate.perSecond);
    expect(granted).toBeGreaterThan(0.95 * 5 * rate.perSecond);
  });
});
