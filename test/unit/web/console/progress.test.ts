import { describe, expect, it } from 'vitest';
import { RECORD_STATES } from '../../../../lib/domain/model/record.ts';
import {
  doneShare,
  progressOf,
  reachedShare,
  STATES_OF,
  type Totals,
} from '../../../../web/console/campaigns/progress.ts';

describe('the progress of a campaign', () => {
  it('has every state of records in one part (CAM-32)', () => {
    expect(Object.values(STATES_OF).flat().toSorted()).toEqual(RECORD_STATES.toSorted());
  });

  it('adds up to all records', () => {
    const states = Object.fromEntries(RECORD_STATES.map((state, n) => [state, n + 1]));
    const records = Object.values(states).reduce((sum, n) => sum + n, 0);
    const totals = { records, states } as Totals;

    expect(progressOf(totals).reduce((sum, { count }) => sum + count, 0)).toBe(records);
    expect(doneShare(totals)).toBeCloseTo((7 + 8 + 9) / 45);
  });

  it('is none of a campaign without records or calls', () => {
    expect(doneShare({ records: 0, states: {} } as Totals)).toBe(0);
    expect(reachedShare({})).toBe(0);
    expect(reachedShare({ answered: 1, busy: 3 })).toBe(0.25);
  });
});
