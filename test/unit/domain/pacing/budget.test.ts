import { describe, expect, it } from 'vitest';
import { type BudgetInput, budgetOf } from '../../../../lib/domain/pacing/budget.ts';
import { emptyLimitUse } from '../../../../lib/domain/pacing/limit-use.ts';

const HOUR = 3_600_000;

/**
 * Twenty agents at noon of a day from 8 to 16 o'clock, each contact 140 s, nine calls usually in
 * flight: 13 losses saved.
 */
function atNoon(over: Partial<BudgetInput['recent']> = {}, cap = 0.03, online = 20): BudgetInput {
  const recent = { answered: 1900, abandoned: 44, since: 8 * HOUR, until: 16 * HOUR, ...over };
  return {
    now: 12 * HOUR,
    window: 'day',
    cap,
    recent,
    online,
    team: online,
    contactSeconds: 140,
    use: emptyLimitUse(),
    usualInFlight: 9,
  };
}

describe('budget of abandoned calls of a day (NEW-6)', () => {
  it('allows what is earned while there is room for the calls usually in flight', () => {
    const budget = budgetOf(atNoon());

    expect(budget.answersToCome).toBeGreaterThan(1800);
    expect(budget.answersToCome).toBeLessThan(2000);
    expect(budget.lossesLeft).toBe(13);
    expect(budget.allowance).toBeCloseTo(0.03, 9);
  });

  it('allows less with little room and more with much', () => {
    const [little, fair, much] = [53, 44, 40].map((abandoned) => budgetOf(atNoon({ abandoned })));

    expect(little?.riskLimit).toBeLessThan((fair?.riskLimit ?? 0) / 2);
    expect(much?.riskLimit).toBeGreaterThan((fair?.riskLimit ?? 0) * 1.2);
  });

  it('never allows more than half as much again as the cap, however much was saved', () => {
    const budget = budgetOf(atNoon({ abandoned: 0 }));

    expect(budget.allowance).toBeCloseTo(0.045, 9);
  });

  it('spends what was saved when the day comes to its end', () => {
    const budget = budgetOf(atNoon({ until: 12.1 * HOUR }));

    expect(budget.allowance).toBeCloseTo(0.045, 9);
  });

  it('risks nothing once the day is over the cap', () => {
    const budget = budgetOf(atNoon({ abandoned: 70, until: 12 * HOUR }));

    expect(budget).toEqual({ answersToCome: 0, lossesLeft: -14, allowance: 0, riskLimit: 0 });
  });

  it('risks nothing under a cap of zero', () => {
    const budget = budgetOf(atNoon({ abandoned: 0 }, 0));

    expect(budget.riskLimit).toBe(0);
  });

  it('counts on no more answers than the agents still online can serve', () => {
    const after = budgetOf(atNoon({}, 0.03, 5));

    expect(after.answersToCome).toBeCloseTo((4 * 3600 * 5) / 140, 6);
  });

  it('counts on no answers after the end of the day', () => {
    const budget = budgetOf(atNoon({ until: 11 * HOUR }));

    expect(budget.answersToCome).toBe(0);
  });

  it('starts a day from what the agents can do, and with nothing to lose', () => {
    const budget = budgetOf(atNoon({ answered: 0, abandoned: 0, since: 12 * HOUR }));

    expect(budget.answersToCome).toBeCloseTo(
      ((0.95 - 0.25 / Math.sqrt(20)) * 4 * 3600 * 20) / 140,
      6,
    );
    expect(budget).toMatchObject({ lossesLeft: 0, allowance: 0, riskLimit: 0 });
  });
});
