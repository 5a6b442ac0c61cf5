// Calls in flight are kept with the agent pool, over DynamoDB: one query tells of all campaigns of
// a pool, and a deployment with other pools finds what another has begun.
import { describe, expect, it } from 'vitest';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { attemptId, type CampaignId, campaignId } from '../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, anAttempt, aRecord, changed, taken } from '../support/records.ts';

const campaigns = ['autumn', 'lines', 'spring', 'winter'].map(campaignId);
const [autumn, lines, spring, winter] = campaigns as [
  CampaignId,
  CampaignId,
  CampaignId,
  CampaignId,
];

/** A function of a deployment in which these campaigns share agents. */
function aFunction(tables: TestTables, pool: readonly CampaignId[], shards = 1) {
  const asked: string[] = [];
  const counted: Dynamo = {
    ...tables.db,
    all(query) {
      asked.push(String(query.ExpressionAttributeValues?.[':bucket']));
      return tables.db.all(query);
    },
  };
  const lead = pool[0];
  const records = dynamoRecordStore(
    counted,
    { ...tables, shards },
    memoryPseudonyms(),
    undefined,
    undefined,
    { keptWith: (id) => (lead !== undefined && pool.includes(id) ? lead : id) },
  );
  return { records, asked: () => asked.splice(0) };
}

type Records = ReturnType<typeof aFunction>['records'];

async function begin(records: Records, campaign: CampaignId, name: string) {
  const record = { ...aRecord(name), campaign };
  await records.commit(addition(record));
  const attempt = { before: undefined, after: anAttempt(record, name) };
  const after = taken(record, name);
  await records.commit({ before: record, after, attempt, entries: [] });
  return after;
}

const over = (record: CampaignRecord) => {
  const { current: _, ...after } = changed(record, { state: 'closed' });
  return { before: record, after, entries: [] };
};

const answered = (record: CampaignRecord) => {
  const { current } = record;
  if (current === undefined) throw new Error('it is in flight');
  return changed(record, { current: { ...current, phase: 'with-agent' } });
};

const namesIn = (found: readonly { readonly record: CampaignRecord }[]) =>
  found.map(({ record }) => String(record.record)).toSorted();
const names = (found: readonly CampaignRecord[]) =>
  found.map(({ record }) => String(record)).toSorted();

onDynamo((fresh) => {
  describe('calls in flight', () => {
    it.each([1, 3])('of a pool are one query for each of %i keys', async (shards) => {
      const tables = await fresh();
      const { records, asked } = aFunction(tables, campaigns.slice(0, 3), shards);
      for (const [n, campaign] of campaigns.entries()) await begin(records, campaign, `r${n}`);
      asked();

      const ofPool = await records.underWayIn([autumn, spring]);
      const queries = asked();
      const each = await Promise.all(campaigns.map((id) => records.inFlight(id)));

      expect(namesIn(ofPool)).toEqual(['r0', 'r2']);
      expect(ofPool.map(({ attempt }) => attempt?.id).toSorted()).toEqual(['r0', 'r2']);
      expect(queries.length).toBe(shards);
      expect(each.map(names)).toEqual([['r0'], ['r1'], ['r2'], ['r3']]);
    });

    it('are found by a deployment with other pools, wherever they were begun', async () => {
      const tables = await fresh();
      const pools = [[], [autumn, spring], [lines, spring, winter], [spring], campaigns];
      const begun: CampaignRecord[] = [];
      for (const [n, pool] of pools.entries()) {
        const { records } = aFunction(tables, pool);
        for (const campaign of campaigns)
          begun.push(await begin(records, campaign, `${campaign}${n}`));

        const of = (id: CampaignId) => names(begun.filter(({ campaign }) => campaign === id));
        for (const reading of pools) {
          const reader = aFunction(tables, reading).records;
          expect(namesIn(await reader.underWayIn(campaigns))).toEqual(names(begun));
          for (const id of campaigns) expect(names(await reader.inFlight(id))).toEqual(of(id));
        }
      }
    });

    it('stay in their place while they go on, and leave it when they are over', async () => {
      const tables = await fresh();
      const before = aFunction(tables, [autumn, spring]);
      const call = await begin(before.records, spring, 'ann');
      const place = async () => {
        const item = await tables.db.get(tables.records, { pk: 'spring/ann', sk: 'record' });
        return [item?.bucket, item?.at];
      };
      const was = await place();
      const after = aFunction(tables, []).records;

      const talking = answered(call);
      await after.commit({ before: call, after: talking, entries: [] });
      const still = [await place(), names(await after.inFlight(spring))];
      await after.commit(over(talking));

      expect(still).toEqual([was, ['ann']]);
      expect(was[0]).toBe('flight#autumn');
      expect([await place(), await after.inFlight(spring)]).toEqual([[undefined, undefined], []]);
    });

    it('are looked for under an earlier key less and less often once nothing lies there', async () => {
      const tables = await fresh();
      const call = await begin(aFunction(tables, []).records, spring, 'ann');
      const { records, asked } = aFunction(tables, [autumn, spring]);
      await begin(records, spring, 'ben');
      asked();
      const found = [];
      for (let n = 0; n < 3; n++) found.push(namesIn(await records.underWayIn([autumn, spring])));
      const whileThere = asked();
      await records.commit(over(call));

      for (let n = 0; n < 40; n++) found.push(namesIn(await records.underWayIn([autumn, spring])));

      expect(found).toEqual([...Array(3).fill(['ann', 'ben']), ...Array(40).fill(['ben'])]);
      expect(whileThere.filter((each) => each === 'flight#spring').length).toBe(3);
      expect(asked().filter((each) => each === 'flight#spring').length).toBe(3);
    });

    it('are told by whoever knows no pools', async () => {
      const tables = await fresh();
      await begin(aFunction(tables, [autumn, spring]).records, spring, 'ann');
      const records = dynamoRecordStore(tables.db, tables);

      expect(names(await records.inFlight(spring))).toEqual(['ann']);
      expect(await records.loadAttempt(aRecord('ann'), attemptId('ann'))).toBeDefined();
    });
  });
});
