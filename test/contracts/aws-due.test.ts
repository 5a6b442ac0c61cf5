// Looks for due records over DynamoDB, most of which find nothing: what they read.
import { expect, it } from 'vitest';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, aRecord, at, NOW, taken } from '../support/records.ts';

const spring = campaignId('spring');

onDynamo((fresh) => {
  it('asks buckets in which nothing is due no more, until somebody adds what is', async () => {
    const tables = await fresh();
    let pages = 0;
    const page: Dynamo['page'] = (query) => {
      pages++;
      return tables.db.page(query);
    };
    const looking = dynamoRecordStore({ ...tables.db, page }, tables, memoryPseudonyms());
    const others = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
    await others.commit(addition(aRecord('ann', { nextContact: at(200) })));
    const pagesOf = async (seconds: number) => {
      const before = pages;
      const due = await looking.due(spring, at(seconds), 5);
      return [due.map(({ record }) => String(record)), pages - before];
    };
    await looking.due(spring, NOW, 5);

    const looks = [await pagesOf(9), await pagesOf(10), await pagesOf(11), await pagesOf(199)];
    await others.commit(addition(aRecord('ben', { nextContact: at(150), updatedAt: at(149) })));
    const added = await pagesOf(199);
    const called = { before: aRecord('ben', { nextContact: at(150) }) };
    await others.commit({ ...called, after: taken(called.before), entries: [] });
    looks.push(await pagesOf(200));

    expect(looks).toEqual([
      [[], 1],
      [[], 1],
      [[], 0],
      [[], 0],
      [['ann'], 1],
    ]);
    expect(added).toEqual([['ben'], 1]);
  });

  it('reads the list of ranks once for the count and for the look that follows', async () => {
    const tables = await fresh();
    let reads = 0;
    const get: Dynamo['get'] = (...of) => {
      reads++;
      return tables.db.get(...of);
    };
    const records = dynamoRecordStore({ ...tables.db, get }, tables, memoryPseudonyms());
    await records.commit(addition(aRecord('ann', { nextContact: at(200) })));
    const count = await records.dueSoon(spring, at(10));
    const { due, rest } = await records.look(spring, at(10), 5);
    const once = reads;

    await records.look(spring, at(15), 5);

    expect([due, rest]).toEqual([[], { until: at(200), dueSoon: count }]);
    expect([once, reads]).toEqual([1, 2]);
  });

  it('promises no rest while the index may lag behind a record that is due soon', async () => {
    const tables = await fresh();
    const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
    await records.commit(addition(aRecord('ann', { nextContact: at(200) })));

    const looks = [await records.look(spring, at(9), 5), await records.look(spring, at(10), 5)];

    expect(looks.map(({ rest }) => rest?.until)).toEqual([undefined, at(200)]);
  });
});
