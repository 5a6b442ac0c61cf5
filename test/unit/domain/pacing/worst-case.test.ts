import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bearableLosses,
  bearableTogether,
  bearsOneMore,
  exposedCalls,
} from '../../../../lib/domain/pacing/worst-case.ts';
import { aDay, type Day } from './a-day.ts';

const HOURS = 1;
const PART = 900;

/** A value for each quarter of an hour. */
const everyPart = <T>(value: fc.Arbitrary<T>) =>
  fc.array(value, { minLength: (HOURS * 3600) / PART, maxLength: (HOURS * 3600) / PART });
const inParts =
  <T>(values: readonly T[], otherwise: T) =>
  (second: number) =>
    values[Math.floor(second / PART)] ?? otherwise;

/**
 * Answer rates that jump from few to nearly all, talks of any length, shifts that change all the
 * time.
 */
const anyDay = (rude: boolean): fc.Arbitrary<Day> =>
  fc
    .record({
      agents: fc.integer({ min: 1, max: 30 }),
      chances: everyPart(fc.double({ min: 0.03, max: 0.97, noNaN: true })),
      shares: everyPart(fc.double({ min: 0, max: 1, noNaN: true })),
      talk: fc.integer({ min: 10, max: 200 }),
    })
    .map(({ agents, chances, shares, talk }) => ({
      mode: 'predictive',
      window: 'day',
      hours: HOURS,
      agents,
      talk,
      rude,
      answers: inParts(chances, 0.3),
      staff: (second) => Math.ceil(agents * inParts(shares, 1)(second)),
    }));

const seed = fc.integer({ min: 0, max: 1_000_000 });
/** Each is an hour of a team, simulated call by call. */
const RUNS = { numRuns: 25 };

describe('the worst case of a day (NEW-6)', () => {
  it('is never over the cap at any moment, whatever answers, talks and shifts do', () => {
    fc.assert(
      fc.property(anyDay(false), seed, (day, n) => {
        const { above, deserted } = aDay(day, n);

        expect(deserted).toBe(0);
        expect(above).toBeLessThanOrEqual(1e-9);
      }),
      RUNS,
    );
  });

  it('is over the cap at most by the agents who log out while calls ring for them', () => {
    fc.assert(
      fc.property(anyDay(true), seed, (day, n) => {
        expect(aDay(day, n).above).toBeLessThanOrEqual(1e-9);
      }),
      RUNS,
    );
  });

  /** Calls that one campaign alone may start. */
  const calls = (free: number, inFlight: number, answered: number, abandoned = 0) => {
    const bearable = bearableLosses({ answered, abandoned }, 0.03);
    let started = 0;
    const exposure = () => ({ free, inFlight: inFlight + started, own: inFlight + started });
    while (bearsOneMore(exposure(), bearable, bearable)) started++;
    return started;
  };

  it('lets one call per free agent ring before anybody has answered', () => {
    expect(calls(5, 2, 0)).toBe(3);
  });

  it('adds as many as may be lost at once, who then have answered, too', () => {
    expect([32, 33, 64, 65].map((answered) => calls(1, 0, answered))).toEqual([1, 2, 2, 3]);
    expect([65, 97, 98].map((answered) => calls(1, 0, answered, 1))).toEqual([1, 2, 3]);
  });

  it('takes off those in flight for whom nobody is free', () => {
    expect(exposedCalls({ free: 0, inFlight: 2, own: 2 })).toBe(2);
    expect(calls(0, 2, 100)).toBe(1);
  });

  it('leaves one call per free agent once the day is over the cap', () => {
    expect(calls(4, 1, 100, 5)).toBe(3);
  });
});

describe('the worst case of campaigns that share agents', () => {
  it('gives each campaign its part of the calls for which no agent is free', () => {
    expect(exposedCalls({ free: 4, inFlight: 12, own: 3 })).toBe(2);
    expect(exposedCalls({ free: 12, inFlight: 12, own: 3 })).toBe(0);
  });

  it('stops a campaign whose own answers pay for no more, whatever the others have saved', () => {
    const exposure = { free: 0, inFlight: 7, own: 3 };

    expect([3, 4].map((bearable) => bearsOneMore(exposure, bearable, 100))).toEqual([false, true]);
  });

  it('stops a campaign when all together could not bear it, whatever it has saved itself', () => {
    const exposure = { free: 0, inFlight: 7, own: 3 };

    expect([7, 8].map((together) => bearsOneMore(exposure, 100, together))).toEqual([false, true]);
  });

  it('counts what one campaign has lost too many against what the others have saved', () => {
    const campaign = (answered: number, abandoned: number, cap = 0.03) => ({
      recent: { answered, abandoned },
      settings: { cap },
    });

    expect(bearableTogether([campaign(200, 0), campaign(200, 0)])).toBe(12);
    expect(bearableTogether([campaign(200, 0), campaign(200, 10)])).toBe(2);
    expect(bearableTogether([campaign(200, 0), campaign(200, 0, 0.01)])).toBe(8);
  });
});
