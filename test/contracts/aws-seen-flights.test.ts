// The calls in flight that a function knows without asking the index, over DynamoDB, while others
// order calls, begin contacts and end them: it misses none that the index would have shown, and
// counts none that is over.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flightsOf, readFlights } from '../../lib/application/dialing/seen-flights.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import type { Dynamo } from '../../lib/aws/dynamodb/document-table.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { orderCall } from '../../lib/domain/dialing/orders.ts';
import { type AttemptId, attemptId, campaignId } from '../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, anAttempt, aRecord, at, changed } from '../support/records.ts';

const spring = campaignId('spring');
const pool = { lead: spring, campaigns: [spring], inbound: [], groups: ['team'] };
/** Seconds that the index may lag behind. */
const LAG = 5;

/** A function with its own memory, which looks and orders as a tick does. */
function aFunction(tables: TestTables, db: Dynamo = tables.db) {
  const records = dynamoRecordStore(db, tables, memoryPseudonyms());
  const campaigns = dynamoCampaignStore(db, tables);
  const look = async (seconds: number) => {
    const now = at(seconds);
    const [{ fence, state: before }, ahead] = await Promise.all([
      campaigns.seeTick(spring),
      readFlights(pool, now, records),
    ]);
    const flights = await flightsOf({ pool, now, fence, running: [spring], ahead }, records);
    const order = async (some: readonly CampaignRecord[]) => {
      const changes = some.map((record) => ordering(record, seconds));
      const { committed, state } = await records.orderEach(changes, {
        ...{ lead: spring, fence, before },
        after: () => ({ ...before, version: before.version + 1 }),
      });
      const ordered = changes.filter((_, n) => committed[n] === 'committed');
      const calls = ordered.map(({ after, attempt }) => ({
        ref: after,
        attempt: attempt.after.id,
      }));
      flights.leave(state ? fence + 1 : fence, calls);
      return ordered.map(({ after }) => String(after.record));
    };
    return { inFlight: (flights.of.get(spring) ?? []).map(({ record }) => record), order };
  };
  return { records, look };
}

let attempts = 0;
const ordering = (record: CampaignRecord, seconds: number) =>
  orderCall(record, {
    attempt: attemptId(`a${attempts++}`),
    phone: record.phones[0]?.value ?? '',
    ...{ delay: 0, gates: [], redialInterval: 120, now: at(seconds) },
  });

const person = (n: number) =>
  aRecord(`p${n}`, {
    phones: [{ value: `+4860020${String(n).padStart(4, '0')}`, isDefault: true }],
  });

/** A caller we knew, or an agent who calls: no tick orders it. */
const begun = (record: CampaignRecord, seconds: number) => {
  const { nextContact: _, ...rest } = changed(record, { state: 'being-contacted' });
  const id: AttemptId = attemptId(`a${attempts++}`);
  const current = { attempt: id, phase: 'started', since: at(seconds) } as const;
  const after = { ...rest, current: { ...current, deadline: at(seconds + 300) } };
  const attempt = { before: undefined, after: anAttempt(record, id, { orderedAt: at(seconds) }) };
  return { before: record, after: { ...after, updatedAt: at(seconds) }, attempt, entries: [] };
};

const over = (record: CampaignRecord, seconds: number) => {
  const { current: _, ...after } = changed(record, { state: 'closed', updatedAt: at(seconds) });
  return { before: record, after, entries: [] };
};

/** The index without records that have come to be in flight lately. */
function lagging(db: Dynamo, isLate: (record: string) => boolean): Dynamo {
  const all: Dynamo['all'] = async (query) => {
    const found = await db.all(query);
    return query.IndexName === undefined
      ? found
      : found.filter(({ pk }) => !isLate(pk.slice(pk.indexOf('/') + 1)));
  };
  return { ...db, all };
}

const namesOf = (records: readonly CampaignRecord[]) => records.map(({ record }) => String(record));

const KINDS = ['order', 'others order', 'others begin', 'end', 'look'] as const;
type Step = readonly [(typeof KINDS)[number], number, number];

const steps = fc.array(
  fc.tuple(
    fc.constantFrom(...KINDS, 'order' as const, 'look' as const),
    fc.constantFrom(0, 1, 2, 3),
    fc.constantFrom(1, 1, 2, 5, 5, 11, 60, 130),
  ),
  { minLength: 6, maxLength: 24 },
);

onDynamo((fresh) => {
  describe('the calls in flight of a pool', () => {
    it('lack none that the index shows, and none of them is over', async () => {
      let known = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (all: readonly Step[]) => {
          const tables = await fresh();
          /** When calls came to be in flight that others have begun, and all of them. */
          const since = new Map<string, number>();
          const own = new Set<string>();
          let now = 0;
          let queries = 0;
          const isLate = (name: string) => now - (since.get(name) ?? 0) < LAG;
          const lag = lagging(tables.db, isLate);
          const counted: Dynamo = {
            ...lag,
            all(query) {
              queries++;
              return lag.all(query);
            },
          };
          const tick = aFunction(tables, counted);
          const others = aFunction(tables);
          const people = Array.from({ length: 40 }, (_, n) => person(n));
          await others.records.add(people.map(addition));
          const next = (n: number) => people.splice(0, n);
          const note = (names: readonly string[]) => {
            for (const name of names) since.set(name, now);
          };
          for (const [step, n, seconds] of all) {
            now += seconds;
            if (step === 'others order') note(await (await others.look(now)).order(next(n)));
            if (step === 'others begin') {
              const some = next(n);
              note(namesOf(some));
              await Promise.all(some.map((each) => others.records.commit(begun(each, now))));
            }
            const inFlight = await others.records.inFlight(spring);
            if (step === 'end') {
              const some = inFlight.slice(0, n);
              await Promise.all(some.map((each) => others.records.commit(over(each, now))));
            }
            if (step !== 'order' && step !== 'look') continue;
            const before = queries;
            const { inFlight: found, order } = await tick.look(now);
            if (queries === before) known++;
            const truth = namesOf(inFlight);
            expect(truth).toEqual(expect.arrayContaining(namesOf(found)));
            const shown = truth.filter((name) => own.has(name) || !isLate(name));
            const named = [...own].filter((name) => isLate(name));
            expect([...namesOf(found), ...named]).toEqual(expect.arrayContaining(shown));
            const ordered = await order(step === 'order' ? next(n) : []);
            note(ordered);
            for (const name of ordered) own.add(name);
          }
        }),
        { numRuns: 60 },
      );
      expect(known).toBeGreaterThan(20);
    }, 60_000);
  });
});
