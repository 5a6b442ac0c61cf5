import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../../lib/domain/pacing/budget.ts';
import { emptyLimitUse, noteStarted } from '../../../../lib/domain/pacing/limit-use.ts';

const HOUR = 3_600_000;

/**
 * One agent at noon of a day from 8 to 16 o'clock, each contact 140 s, some 75 answers before and
 * after.
 */
function atNoon(abandoned: number, over: { cap?: number; calls?: number; share?: number } = {}) {
  const { cap = 0.03, calls = 0, share = 0 } = over;
  return budgetOf({
    now: 12 * HOUR,
    window: 'thirty-days',
    cap,
    recent: { answered: 75, abandoned, since: 8 * HOUR, until: 16 * HOUR },
    online: 1,
    team: 1,
    contactSeconds: 140,
    use: noteStarted(emptyLimitUse(), calls, share),
    usualInFlight: 1,
  });
}

describe('budget of abandoned calls over thirty days (NEW-6)', () => {
  it('plans a little less than the cap, in parts of a loss', () => {
    const { lossesLeft, answersToCome, allowance } = atNoon(2);

    expect(lossesLeft).toBeCloseTo(0.03 * 0.915 * (75 + answersToCome) - 2, 9);
    expect(allowance).toBeGreaterThan(0.024);
    expect(allowance).toBeLessThan(0.03);
  });

  it('takes less risk after an unlucky morning, and goes on where a day by itself would stop', () => {
    const [lucky, fair, unlucky] = [0, 2, 5].map((abandoned) => atNoon(abandoned));

    expect(lucky?.riskLimit).toBeGreaterThan(1.1 * (fair?.riskLimit ?? 1));
    expect(unlucky?.riskLimit).toBeLessThan(0.75 * (fair?.riskLimit ?? 0));
    expect(unlucky?.lossesLeft).toBeLessThan(0);
    expect(unlucky?.riskLimit).toBeGreaterThan(0);
  });

  it('risks nothing with two losses in debt', () => {
    const { allowance, riskLimit, lossesLeft } = atNoon(7);

    expect(lossesLeft).toBeLessThan(-2);
    expect({ allowance, riskLimit }).toEqual({ allowance: 0, riskLimit: 0 });
  });

  it('risks nothing under a cap of zero', () => {
    expect(atNoon(0, { cap: 0 }).riskLimit).toBe(0);
  });

  it('raises the limit where started calls use little of it', () => {
    const [little, much] = [0.2, 0.9].map((share) => atNoon(2, { calls: 400, share }));

    expect(little?.riskLimit).toBeGreaterThan(2 * (much?.riskLimit ?? 1));
  });
});
