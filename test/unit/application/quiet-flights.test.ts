// Whose calls in flight need not be looked at, over an index that lags.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QuietFlights } from '../../../lib/application/quiet-flights.ts';
import { campaignId } from '../../../lib/domain/model/ids.ts';
import { at } from '../../support/records.ts';

const spring = campaignId('spring');
/** Seconds between two runs of the sweeper, and those the index may lag behind. */
const RUN = 300;
const LAG = 10;

/** Looks at these moments of what is in flight then; whether each asked. */
function looks(flights: QuietFlights, seconds: readonly number[], begun: string, found: number) {
  return seconds.map((second) => {
    if (flights.isQuiet(spring, begun, at(second))) return false;
    flights.looked(spring, begun, found, at(second));
    return true;
  });
}

it('is asked twice under one count, then no more for half an hour', () => {
  const runs = [0, 300, 600, 900, 1200, 1500, 1800, 2100, 2400];

  const asked = looks(new QuietFlights(), runs, '1 0', 0);

  expect(asked).toEqual([true, true, false, false, false, false, false, true, false]);
});

it('is asked each time while something is in flight, or nobody counts what is begun', () => {
  expect(looks(new QuietFlights(), [0, 300, 600], '1 0', 1)).toEqual([true, true, true]);
  const uncounted = new QuietFlights();
  for (const _ of [1, 2]) uncounted.looked(spring, undefined, 0, at(0));
  expect(uncounted.isQuiet(spring, undefined, at(300))).toBe(false);
});

it('shows every call that is past its deadline when it would be shown without it', () => {
  const call = fc.record({
    begins: fc.integer({ min: 0, max: 9000 }),
    /** Stored so many seconds after it was counted. */
    stored: fc.integer({ min: 0, max: 20 }),
    lasts: fc.integer({ min: 0, max: 3000 }),
  });
  fc.assert(
    fc.property(fc.array(call, { maxLength: 8 }), (calls) => {
      const flights = new QuietFlights();
      for (let second = 0; second <= 12_000; second += RUN) {
        const begun = String(calls.filter(({ begins }) => begins <= second).length);
        const inIndex = calls.filter(({ begins, stored, lasts }) => {
          const first = begins + stored + LAG;
          return first <= second && second <= first + lasts;
        });
        if (flights.isQuiet(spring, begun, at(second))) expect(inIndex).toEqual([]);
        else flights.looked(spring, begun, inIndex.length, at(second));
      }
    }),
  );
});
