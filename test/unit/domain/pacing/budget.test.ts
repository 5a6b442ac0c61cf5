import { describe, expect, it } from 'vitest';
import { type BudgetInput, budgetOf } from '../../../../lib/domain/pacing/budget.ts';
import { emptyLimitUse } from '../../../../lib/domain/pacing/limit-use.ts';

const HOUR = 3_600_000;

/** Twenty agents at noon of a day from 8 to 16 o'clock, each contact 140 s. */
function atNoon(over: Partial<BudgetInput['recent']> = {}, cap = 0.03, online = 20): BudgetInput {
  const recent = { answered: 1900, abandoned: 57, since: 8 * HOUR, until: 16 * HOUR, ...over };
  return {
    now: 12 * HOUR,
    window: 'day',
    cap,
    recent,
    online,
    contactSeconds: 140,
    use: emptyLimitUse(),
  };
}

describe('budget of abandoned calls (NEW-6)', () => {
  it('allows about the cap while the day is on course', () => {
    const budget = budgetOf(atNoon());

    expect(budget.answersToCome).toBeGreaterThan(1800);
    expect(budget.answersToCome).toBeLessThan(2000);
    expect(budget.lossesLeft).toBeGreaterThan(50);
    expect(budget.allowance).toBeGreaterThan(0.026);
    expect(budget.allowance).toBeLessThan(0.03);
  });

  it('allows less after a bad morning and more after a good one', () => {
    const [bad, fair, good] = [90, 57, 40].map((abandoned) => budgetOf(atNoon({ abandoned })));

    expect(bad?.riskLimit).toBeLessThan((fair?.riskLimit ?? 0) / 2);
    expect(good?.riskLimit).toBeGreaterThan((fair?.riskLimit ?? 0) * 1.2);
  });

  it('never allows more than half as much again as the cap, however much was saved', () => {
    const budget = budgetOf(atNoon({ abandoned: 0, until: 12.1 * HOUR }));

    expect(budget.allowance).toBeCloseTo(0.045, 9);
  });

  it('all but stops risking when no whole loss fits any more', () => {
    const budget = budgetOf(atNoon({ abandoned: 56, until: 12 * HOUR }));

    expect(budget).toEqual({ answersToCome: 0, lossesLeft: 0, allowance: 0, riskLimit: 0.002 });
  });

  it('risks nothing once the day cannot come back under the cap', () => {
    const budget = budgetOf(atNoon({ abandoned: 70, until: 12 * HOUR }));

    expect(budget).toEqual({ answersToCome: 0, lossesLeft: -14, allowance: 0, riskLimit: 0 });
  });

  it('risks nothing under a cap of zero', () => {
    const budget = budgetOf(atNoon({ abandoned: 0 }, 0));

    expect(budget.riskLimit).toBe(0);
  });

  it('counts on no more answers than the agents still online can serve', () => {
    const before = budgetOf(atNoon());
    const after = budgetOf(atNoon({}, 0.03, 5));

    expect(after.answersToCome).toBeCloseTo((4 * 3600 * 5) / 140, 6);
    expect(after.lossesLeft).toBeLessThan(before.lossesLeft / 3);
  });

  it('counts on no answers after the end of the day', () => {
    const budget = budgetOf(atNoon({ until: 11 * HOUR }));

    expect(budget.answersToCome).toBe(0);
  });

  it('starts a day without a single answer from what the agents can do', () => {
    const fresh = { answered: 0, abandoned: 0, since: 12 * HOUR };

    const budget = budgetOf(atNoon(fresh));

    expect(budget.answersToCome).toBeCloseTo(
      ((0.95 - 0.25 / Math.sqrt(20)) * 4 * 3600 * 20) / 140,
      6,
    );
    expect(budget.riskLimit).toBeGreaterThan(0.025);
    expect(budget.riskLimit).toBeLessThan(0.05);
  });
});
