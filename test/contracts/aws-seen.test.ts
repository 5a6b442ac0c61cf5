// What a function has seen of the due records, over DynamoDB, while others add, change and call
// them: it misses none, and what it has not seen change it cannot call.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { orderCall } from '../../lib/domain/dialing/orders.ts';
import { attemptId, campaignId } from '../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, aRecord, at, changed } from '../support/records.ts';

const spring = campaignId('spring');

/** A function with its own memory, which looks and orders as a tick does. */
function aFunction(tables: TestTables, db: Dynamo = tables.db) {
  const records = dynamoRecordStore(db, tables, memoryPseudonyms());
  const campaigns = dynamoCampaignStore(db, tables);
  return {
    records,
    look: async (seconds: number) => {
      const [{ fence, state: before }] = await Promise.all([
        campaigns.seeTick(spring),
        records.dueSoon(spring, at(seconds)),
      ]);
      const turn = { lead: spring, fence };
      const { due } = await records.look(spring, at(seconds), 16, turn);
      const order = async (some: readonly CampaignRecord[]) => {
        const after = { ...before, version: before.version + 1 };
        const changes = some.map((record) => ordering(record, seconds));
        const { committed } = await records.orderEach(changes, {
          ...{ ...turn, before, after: () => after },
        });
        return some.filter((_, n) => committed[n] === 'committed');
      };
      return { due, order };
    },
  };
}

let attempts = 0;
const ordering = (record: CampaignRecord, seconds: number) =>
  orderCall(record, {
    attempt: attemptId(`a${attempts++}`),
    phone: record.phones[0]?.value ?? '',
    ...{ delay: 0, gates: [], redialInterval: 120, now: at(seconds) },
  });

const person = (n: number, due: number, now: number) =>
  aRecord(`p${n}`, {
    phones: [{ value: `+4860020${String(n).padStart(4, '0')}`, isDefault: true }],
    ...{ nextContact: at(due), updatedAt: at(now) },
  });

const namesOf = (records: readonly CampaignRecord[]) => records.map(({ record }) => String(record));

type Step = readonly ['wait' | 'add' | 'move' | 'order' | 'others order', number];

const steps = fc.array(
  fc.oneof(
    fc.tuple(fc.constant('wait' as const), fc.constantFrom(1, 5, 15, 200, 1900)),
    fc.tuple(fc.constant('add' as const), fc.constantFrom(0, 3, 60, 600, 1850, 2200)),
    fc.tuple(fc.constant('move' as const), fc.constantFrom(-600, -5, 5, 600)),
    fc.tuple(fc.constant('order' as const), fc.constantFrom(0, 1, 2)),
    fc.tuple(fc.constant('others order' as const), fc.constantFrom(1, 2)),
  ),
  { minLength: 4, maxLength: 14 },
);

onDynamo((fresh) => {
  it('misses no record that is due, and calls none that others have changed', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all: readonly Step[]) => {
        const tables = await fresh();
        const tick = aFunction(tables);
        const others = aFunction(tables);
        const people: string[] = [];
        let now = 0;
        for (const [step, n] of all) {
          if (step === 'wait') now += n;
          if (step === 'add') {
            const added = person(people.length, now + n, now);
            people.push(added.record);
            await others.records.commit(addition(added));
          }
          const dueNow = await aFunction(tables).records.due(spring, at(now), 16);
          const [first] = dueNow;
          if (step === 'move' && first !== undefined) {
            const moved = { nextContact: at(now + n), updatedAt: at(now) };
            await others.records.commit({
              before: first,
              after: changed(first, moved),
              entries: [],
            });
          }
          if (step === 'others order') {
            const { due, order } = await others.look(now);
            await order(due.slice(0, n));
          }
          if (step !== 'order') continue;
          const { due, order } = await tick.look(now);
          expect(namesOf(due)).toEqual(expect.arrayContaining(namesOf(dueNow)));
          const called = await order(due.slice(0, n));
          expect(namesOf(dueNow)).toEqual(expect.arrayContaining(namesOf(called)));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('is not asked for again while this function alone orders, and for the rest of a page', async () => {
    const tables = await fresh();
    const asked: string[] = [];
    const page: Dynamo['page'] = (query) => {
      asked.push(String(query.ExpressionAttributeValues?.[':bucket']));
      return tables.db.page(query);
    };
    const tick = aFunction(tables, { ...tables.db, page });
    for (let n = 0; n < 5; n++) await tick.records.commit(addition(person(n, 0, 0)));
    const called: string[] = [];
    const orderOne = async (seconds: number, by = tick) => {
      const { due, order } = await by.look(seconds);
      called.push(...namesOf(await order(due.slice(0, 1))));
    };

    await orderOne(20);
    const once = asked.length;
    await orderOne(25);
    await orderOne(30);
    const after = asked.length;
    await orderOne(35, aFunction(tables));
    await orderOne(40);

    expect(called.toSorted()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    expect([after - once, asked.length - after]).toEqual([0, 1]);
  });
});
