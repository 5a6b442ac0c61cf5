// The call rate that is kept with the agent pool, over DynamoDB: the orders of ticks and whoever
// else starts calls take from one bucket.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokensOf, tokensTaken } from '../../lib/application/dialing/tick-tokens.ts';
import { dynamoCallThrottle } from '../../lib/aws/dynamodb/call-throttle.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { orderCall } from '../../lib/domain/dialing/orders.ts';
import { attemptId, campaignId } from '../../lib/domain/model/ids.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import type { TestTables } from '../support/dynamo-tables.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { addition, aRecord, at } from '../support/records.ts';

const spring = campaignId('spring');
const RATE = { perSecond: 1, burst: 4 };

/** Calls of ticks and of others, at moments in milliseconds. */
function starting(tables: TestTables) {
  const records = dynamoRecordStore(tables.db, tables, memoryPseudonyms());
  const campaigns = dynamoCampaignStore(tables.db, tables);
  const throttle = dynamoCallThrottle(tables.db, tables.runtime, RATE, { lead: spring });
  let people = 0;
  const look = async () => ({ ...(await campaigns.seeTick(spring)), lead: spring });
  type Seen = Awaited<ReturnType<typeof look>>;
  return {
    look,
    throttle,
    /** @returns how many of the calls start */
    async tick({ lead, fence, state: before, arrival }: Seen, seconds: number, wanted: number) {
      const pool = { arrival, tokens: undefined };
      const count = await tokensOf(pool, at(seconds), wanted, throttle);
      if (count === 0) return 0;
      const added = Array.from({ length: count }, () => {
        const value = `+48600${String(people).padStart(6, '0')}`;
        return aRecord(`p${people++}`, { phones: [{ value, isDefault: true }] });
      });
      await records.add(added.map(addition));
      const changes = added.map((record) =>
        orderCall(record, {
          attempt: attemptId(`a-${record.record}`),
          phone: record.phones[0]?.value ?? '',
          ...{ delay: 0, gates: [], redialInterval: 120, now: at(seconds) },
        }),
      );
      const { tokens } = pool;
      const turn = {
        lead,
        fence,
        before,
        tokens,
        after: () => ({ ...before, version: before.version + 1 }),
      };
      const { isOvertaken, committed } = await records.orderEach(changes, turn);
      if (!isOvertaken) tokensTaken(pool);
      return committed.filter((each) => each === 'committed').length;
    },
  };
}

onDynamo((fresh) => {
  it('is taken with the orders, and what is left by others', async () => {
    const { look, tick, throttle } = starting(await fresh());

    expect(await tick(await look(), 0, 3)).toBe(3);
    expect(await throttle.take(at(0))).toEqual({ granted: true });
    expect(await throttle.take(at(0))).toEqual({ granted: false, retryAt: at(1) });
    expect(await tick(await look(), 2, 3)).toBe(2);
  });

  it('refuses orders whose tokens others have taken since the tick looked', async () => {
    const { look, tick, throttle } = starting(await fresh());
    const seen = await look();
    expect(await throttle.takeUpTo(at(0), 3)).toBe(3);

    expect(await tick(seen, 0, 2)).toBe(0);
    expect(await tick(await look(), 0, 2)).toBe(1);
  });

  it('is never exceeded, in whatever order ticks and others start calls', async () => {
    const step = fc.record({
      after: fc.constantFrom(0, 0, 0.2, 1, 3),
      by: fc.constantFrom('tick', 'late tick', 'others'),
      wanted: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const { look, tick, throttle } = starting(await fresh());
        const started: number[] = [];
        let now = 0;
        let seen = await look();
        for (const { after, by, wanted } of steps) {
          now += after;
          if (by === 'tick') seen = await look();
          const count =
            by === 'others'
              ? await throttle.takeUpTo(at(now), wanted)
              : await tick(seen, now, wanted);
          started.push(...Array.from({ length: count }, () => now));
        }
        for (const [n, from] of started.entries())
          for (const [more, to] of started.slice(n).entries())
            expect(more + 1).toBeLessThanOrEqual(RATE.burst + (to - from) * RATE.perSecond + 1e-6);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
