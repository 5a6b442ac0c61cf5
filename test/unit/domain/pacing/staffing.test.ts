import { describe, expect, it } from 'vitest';
import { TASKS } from '../../../../lib/application/tasks/tasks.ts';
import { answersToCome } from '../../../../lib/domain/pacing/answers-to-come.ts';
import { dayBudget } from '../../../../lib/domain/pacing/day-budget.ts';
import { emptyLimitUse } from '../../../../lib/domain/pacing/limit-use.ts';
import { type BudgetFacts, RISK } from '../../../../lib/domain/pacing/loss-budget.ts';
import type { AgentState } from '../../../../lib/domain/pacing/pacing-agent.ts';
import { staffing } from '../../../../lib/domain/pacing/staffing.ts';
import {
  CLOSED_TICK_MINUTES,
  DUE_SECONDS,
  FANOUT_SECONDS,
  IDLE_TICK_MINUTES,
  TICK_SECONDS,
  TICKS_AT_ONCE,
} from '../../../../lib/domain/pacing/tick-grid.ts';
import { aFloor, agents, calls } from './a-floor.ts';

const { recent } = aFloor();
const none = { agents: [], calls: [], recent };

describe('agents and calls as every mode counts them', () => {
  it.each<[AgentState, number, number]>([
    ['free', 1, 1],
    ['preparing', 1, 0],
    ['talking', 1, 0],
    ['wrap-up', 1, 0],
    ['break', 0, 0],
    ['leaving', 0, 0],
  ])('%s: %d online, %d free', (state, online, free) => {
    expect(staffing({ ...none, agents: agents(1, state) })).toMatchObject({ online, free });
  });

  it('counts calls in flight and, of them, people who wait', () => {
    const inFlight = [...calls(2, 'dialing'), ...calls(1), ...calls(3, 'waiting')];

    expect(staffing({ ...none, calls: inFlight })).toMatchObject({ inFlight: 6, waiting: 3 });
  });

  it('counts no share before the first answer', () => {
    const share = (answered: number, abandoned: number) =>
      staffing({ ...none, recent: { ...recent, answered, abandoned } }).share;

    expect([share(0, 0), share(200, 3)]).toEqual([0, 0.015]);
  });
});

describe('answers still to come today', () => {
  const HOUR = 3_600_000;
  const facts = {
    now: 12 * HOUR,
    recent: { answered: 400, abandoned: 0, since: 8 * HOUR, until: 16 * HOUR },
    online: 16,
    contactSeconds: 120,
  };

  it('carry today’s pace on, with half an hour of what is usual', () => {
    const usual = (0.95 - 0.25 / 4) * (16 / 120) * 1800;

    expect(answersToCome(facts)).toBeCloseTo((14_400 * (400 + usual)) / (14_400 + 1800), 6);
  });

  it('are never more than the agents can serve', () => {
    const recent = { ...facts.recent, answered: 99_999 };

    expect(answersToCome({ ...facts, recent })).toBeCloseTo((14_400 * 16) / 120, 6);
  });

  it('are none once the day is over', () => {
    expect(answersToCome({ ...facts, now: 17 * HOUR })).toBe(0);
  });

  it('are what is usual when the counting has only begun', () => {
    const recent = { ...facts.recent, answered: 0, since: 13 * HOUR };

    expect(answersToCome({ ...facts, recent })).toBeCloseTo(
      14_400 * (0.95 - 0.25 / 4) * (16 / 120),
      6,
    );
  });
});

describe('what a day may risk', () => {
  const facts: BudgetFacts = {
    cap: 0.03,
    recent: { ...recent, answered: 1000, abandoned: 20 },
    toCome: 1000,
    online: 16,
    team: 16,
    use: emptyLimitUse(),
    usualInFlight: 4,
  };

  it('is what it has earned, over what is usually in flight', () => {
    // room for ten, saved up: one, the four usual ones and their ups and downs of two
    const allowance = 0.03 * (10 / 7);

    expect(dayBudget(facts).allowance).toBeCloseTo(allowance, 9);
    expect(dayBudget(facts).riskLimit).toBeCloseTo(allowance * (1 + 0.7 / 4), 9);
    expect(dayBudget(facts).lossesLeft).toBe(10);
  });

  it('is nothing when the losses so far are just what the cap allows', () => {
    const spent = { ...facts, recent: { ...facts.recent, abandoned: 30 } };

    expect(dayBudget(spent)).toEqual({
      answersToCome: 1000,
      lossesLeft: 0,
      allowance: 0,
      riskLimit: 0,
    });
  });

  it('saves up less when few answers are to come', () => {
    const recentLosses = { ...facts.recent, abandoned: 27 };
    const early = dayBudget({ ...facts, recent: recentLosses });
    const late = dayBudget({ ...facts, recent: recentLosses, toCome: 100 });

    expect(early.allowance).toBeCloseTo(0.03 * (3 / 7), 9);
    expect(late.allowance).toBeCloseTo(0.03 * (3 / 3), 9);
  });

  it('stays within the limits of the risk', () => {
    const little = {
      ...facts,
      usualInFlight: 4000,
      recent: { ...recent, answered: 1000, abandoned: 29 },
    };

    expect(dayBudget({ ...little, toCome: 1e6 }).riskLimit).toBe(RISK.least);
    expect(dayBudget({ ...facts, online: 0.01 }).riskLimit).toBe(RISK.most);
  });
});

describe('the times the dialer runs by', () => {
  it('divide the time between two runs of the fan-out evenly', () => {
    expect(FANOUT_SECONDS).toBe(TASKS.sweeper.everyMinutes * 60);
    expect(FANOUT_SECONDS % DUE_SECONDS).toBe(0);
    // SQS counts the time that a tick waits for its moment
    expect(TASKS['dialer-tick'].queue.keptFor).toBeGreaterThanOrEqual(2 * FANOUT_SECONDS);
    expect((IDLE_TICK_MINUTES * 60) % FANOUT_SECONDS).toBe(0);
    expect((CLOSED_TICK_MINUTES * 60) % FANOUT_SECONDS).toBe(0);
    expect(DUE_SECONDS % TICK_SECONDS).toBe(0);
    expect(TICKS_AT_ONCE * TICK_SECONDS).toBeLessThan(FANOUT_SECONDS);
  });
});
