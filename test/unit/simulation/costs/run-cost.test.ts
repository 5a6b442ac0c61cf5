import { describe, expect, it } from 'vitest';
import { TASK_MEMORY } from '../../../../lib/application/tasks/tasks.ts';
import { idleUse } from '../../../../lib/simulation/costs/quantities.ts';
import { runCost } from '../../../../lib/simulation/costs/run-cost.ts';
import { noUsage } from '../../../../lib/simulation/costs/usage.ts';

const NO_PRICES = { prices: {} };
const idle = (hours: number, agentStream = true) =>
  idleUse({ memory: TASK_MEMORY, agentStream }, hours);

describe('the bill of a run (NEW-13)', () => {
  it('has nothing per call when nobody was called, and a month at rest is 730 idle hours', () => {
    const day = runCost(idle(24), NO_PRICES);

    expect(day.awsPerThousandCalls).toBeUndefined();
    expect(day.awsAtRestPerMonth).toBeCloseTo((day.aws / 24) * 730, 6);
  });

  it('is below 8 USD a month at rest where agents are looked at, 13 more with their stream', () => {
    const [polled, stream] = [false, true].map((agentStream) =>
      runCost(idle(24, agentStream), NO_PRICES),
    );

    expect(polled?.awsAtRestPerMonth).toBeLessThan(4);
    expect((stream?.awsAtRestPerMonth ?? 0) - (polled?.awsAtRestPerMonth ?? 0)).toBeCloseTo(13.14);
  });

  it('counts per thousand calls what the calls caused, however long the run took', () => {
    const used = { ...idle(24), usage: { ...noUsage(), writes: 60_000 }, calls: 500 };

    const short = runCost(used, NO_PRICES);
    const long = runCost({ ...used, hours: 240 }, NO_PRICES);

    expect(short.awsPerThousandCalls).toBeCloseTo(((60_000 * 0.7625) / 1e6) * 2, 6);
    expect(long.awsPerThousandCalls).toBeCloseTo(short.awsPerThousandCalls ?? 0, 6);
    expect(long.aws).toBeGreaterThan(short.aws);
  });
});
