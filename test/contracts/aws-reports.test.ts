// Reports, saved filters, jobs and rates over DynamoDB, and how much reports read.
import { expect, it } from 'vitest';
import { dynamoCallerRates } from '../../lib/aws/dynamodb/caller-rates.ts';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { dynamoFilterStore } from '../../lib/aws/dynamodb/filter-store.ts';
import { dynamoJobStore } from '../../lib/aws/dynamodb/job-store.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { dynamoReportStore } from '../../lib/aws/dynamodb/report-store.ts';
import { put } from '../../lib/aws/dynamodb/writes.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { toIso } from '../../lib/domain/model/instant.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { at } from '../support/records.ts';
import { callerRatesContract } from './caller-rates.ts';
import { filterStoreContract } from './filter-store.ts';
import { jobStoreContract } from './job-store.ts';
import { called, reportStoreContract } from './report-store.ts';

const spring = campaignId('spring');

onDynamo((fresh) => {
  reportStoreContract('DynamoDB', async () => {
    const tables = await fresh();
    return {
      records: dynamoRecordStore(tables.db, tables, memoryPseudonyms()),
      reports: dynamoReportStore(tables.db, tables),
    };
  });
  callerRatesContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoCallerRates(db, runtime);
  });
  filterStoreContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoFilterStore(db, runtime);
  });
  jobStoreContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoJobStore(db, runtime);
  });

  it('lists contacts that a former version has listed after those of today, page by page', async () => {
    const tables = await fresh();
    const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
    const reports = dynamoReportStore(tables.db, tables);
    for (const [person, second] of Object.entries({ ann: 0, bob: 9, cid: 9, dan: 5 }))
      await called(records, person, { status: 'busy', orderedAt: at(second) });
    for (const [person, second] of Object.entries({ old: 9, older: 9, oldest: 1 }))
      await tables.db.transact([
        put(tables.records, {
          pk: 'contacts#spring#2026-03-02',
          sk: `${toIso(at(second))}#${person}#${person}-1`,
        }),
      ]);

    const found: string[] = [];
    let from: string | undefined;
    do {
      const page = await reports.contacts(spring, '2026-03-02', { limit: 1, from });
      found.push(...page.contacts.map(({ ref }) => ref.record));
      from = page.next;
    } while (from !== undefined);

    expect(found.slice(0, 2).toSorted()).toEqual(['bob', 'cid']);
    expect(found.slice(2)).toEqual(['older', 'old', 'dan', 'oldest', 'ann']);
  });

  it('reads no more for the reports of a day when there are many others (RPT-2)', async () => {
    const tables = await fresh();
    let items = 0;
    const counting: Dynamo = {
      ...tables.db,
      page: async (query) => {
        const page = await tables.db.page(query);
        items += 1 + page.items.length;
        return page;
      },
      all: async (query) => {
        const all = await tables.db.all(query);
        items += 1 + all.length;
        return all;
      },
    };
    const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
    const reports = dynamoReportStore(counting, tables);
    const read = async () => {
      const before = items;
      await reports.figures(spring, '2026-03-02', '2026-03-02');
      await reports.contacts(spring, '2026-03-02', { limit: 5 });
      return items - before;
    };
    await called(records, 'ann', { status: 'busy' });

    const few = await read();
    for (let n = 0; n < 60; n++)
      await called(records, `r${n}`, { status: 'busy', orderedAt: at(86_400 * (1 + n)) });

    expect([few, await read()]).toEqual([5, 5]);
  });
});
