import { describe, expect, it } from 'vitest';
import { emptyLimitUse, noteStarted, usualUse } from '../../../../lib/domain/pacing/limit-use.ts';

describe('use of the risk limit (NEW-6)', () => {
  it('is guessed before the first call: half by a team of one, nearly all by a large one', () => {
    const [one, twenty, many] = [1, 20, 300].map((online) => usualUse(emptyLimitUse(), online));

    expect(one).toBeCloseTo(1 / 1.9, 9);
    expect(twenty).toBeCloseTo(1 / (1 + 0.9 / Math.sqrt(20)), 9);
    expect(many).toBeGreaterThan(0.94);
  });

  it('is learned from started calls, the more of them the surer', () => {
    const [few, more] = [15, 400].map((calls) =>
      usualUse(noteStarted(emptyLimitUse(), calls, 0.3), 1),
    );

    expect(few).toBeLessThan(1 / 1.9);
    expect(more).toBeLessThan(few ?? 0);
    expect(more).toBeGreaterThan(0.3);
  });

  it('forgets old calls', () => {
    let use = noteStarted(emptyLimitUse(), 5000, 0.1);
    for (let i = 0; i < 200; i++) use = noteStarted(use, 10, 0.8);

    expect(use.calls).toBeCloseTo(150, 9);
    expect(use.used / use.calls).toBeGreaterThan(0.75);
  });

  it('never becomes so small that the limit would run away', () => {
    expect(usualUse(noteStarted(emptyLimitUse(), 100_000, 0), 1)).toBe(0.1);
  });
});
