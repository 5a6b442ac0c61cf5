import { expect, it } from 'vitest';
import {
  abandonedByDay,
  byHour,
  compared,
  daysIn,
  hoursIn,
} from '../../../../web/console/dry-run/compare.ts';
import { aPlan, centreFiguresOf } from '../../../support/dry-run.ts';

const few = await centreFiguresOf(aPlan({ people: 60, staff: 2 }, { days: 1 }));
const more = await centreFiguresOf(aPlan({ people: 60, staff: 5 }, { days: 1 }));

it('two runs stand beside each other with what the second has more of', () => {
  const rows = compared([few, more]);

  const agents = rows.find(({ key }) => key === 'agents');
  expect(agents).toEqual({ key: 'agents', kind: 'count', values: [2, 5], difference: 3 });
  const calls = rows.find(({ key }) => key === 'calls');
  expect(calls?.difference).toBe(more.total.calls.total - few.total.calls.total);
});

it('one run has no differences', () => {
  expect(compared([few]).every((row) => row.difference === undefined)).toBe(true);
});

it('plots have every hour and day of both runs, and all their calls', () => {
  const hours = hoursIn([few, more]);

  const calls = byHour(more, hours, (hour) => hour.calls);
  expect(calls.reduce((sum, one) => sum + one, 0)).toBe(more.total.calls.total);
  expect(hours).toEqual(hours.toSorted());
  expect(daysIn([few, more])).toEqual(['2026-03-02']);
  expect(abandonedByDay(few, ['2026-03-02', '2026-03-09'])).toEqual([
    few.total.abandoned.share,
    null,
  ]);
});
