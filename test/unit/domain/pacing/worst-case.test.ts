import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstCase } from '../../../../lib/domain/pacing/worst-case.ts';
import { aDay, type Day } from './a-day.ts';

const HOURS = 2;
const PART = 900;

/** A value for each quarter of an hour. */
const everyPart = <T>(value: fc.Arbitrary<T>) =>
  fc.array(value, { minLength: (HOURS * 3600) / PART, maxLength: (HOURS * 3600) / PART });
const inParts =
  <T>(values: readonly T[], otherwise: T) =>
  (second: number) =>
    values[Math.floor(second / PART)] ?? otherwise;

/** Answer rates that jump from few to nearly all, talks of any length, shifts that change all the time. */
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
const A_MINUTE = 60_000;

describe('the worst case of a day (NEW-6)', () => {
  it(
    'is never over the cap at any moment, whatever answers, talks and shifts do',
    () => {
      fc.assert(
        fc.property(anyDay(false), seed, (day, n) => {
          const { above, deserted } = aDay(day, n);

          expect(deserted).toBe(0);
          expect(above).toBeLessThanOrEqual(1e-9);
        }),
        { numRuns: 100 },
      );
    },
    A_MINUTE,
  );

  it(
    'is over the cap at most by the agents who log out while calls ring for them',
    () => {
      fc.assert(
        fc.property(anyDay(true), seed, (day, n) => {
          expect(aDay(day, n).above).toBeLessThanOrEqual(1e-9);
        }),
        { numRuns: 100 },
      );
    },
    A_MINUTE,
  );

  it('lets one call per free agent ring before anybody has answered', () => {
    const nobody = { answered: 0, abandoned: 0 };

    expect(worstCase({ free: 5, inFlight: 2 }, nobody, 0.03)).toEqual({
      calls: 3,
      bearable: 0,
      exposed: 0,
    });
  });

  it('adds as many as may be lost at once, who then have answered, too', () => {
    const calls = (answered: number, abandoned = 0) =>
      worstCase({ free: 1, inFlight: 0 }, { answered, abandoned }, 0.03).calls;

    expect([32, 33, 64, 65].map((answered) => calls(answered))).toEqual([1, 2, 2, 3]);
    expect([65, 97, 98].map((answered) => calls(answered, 1))).toEqual([1, 2, 3]);
  });

  it('takes off those in flight for whom nobody is free', () => {
    const hundred = { answered: 100, abandoned: 0 };

    expect(worstCase({ free: 0, inFlight: 2 }, hundred, 0.03)).toEqual({
      calls: 1,
      bearable: 3,
      exposed: 2,
    });
  });

  it('leaves one call per free agent once the day is over the cap', () => {
    const over = { answered: 100, abandoned: 5 };

    expect(worstCase({ free: 4, inFlight: 1 }, over, 0.03)).toEqual({
      calls: 3,
      bearable: 0,
      exposed: 0,
    });
  });
});
