import { describe, expect, it } from 'vitest';
import {
  classifiersIn,
  dayOf,
  endedAs,
  endingsIn,
  type FigureRow,
  totalOf,
} from '../../../../web/console/reports/report-figures.ts';

const row = (changes: Partial<FigureRow>): FigureRow => ({
  contacts: 0,
  endings: {},
  classifiers: {},
  successes: 0,
  recalls: 0,
  ...changes,
});

const ROWS = [
  row({ contacts: 5, endings: { call: { answered: 1, busy: 3 }, inbound: { answered: 1 } } }),
  row({ contacts: 2, endings: { call: { busy: 2 } }, successes: 1 }),
];

describe('the figures of a report', () => {
  it('have a column for each classifier that was chosen, the most frequent first', () => {
    const rows = [row({ classifiers: { sold: 1, later: 3 } }), row({ classifiers: { sold: 1 } })];

    expect(classifiersIn(rows)).toEqual(['later', 'sold']);
  });

  it('have a column for each ending, the most frequent first', () => {
    expect(endingsIn(ROWS)).toEqual(['busy', 'answered']);
  });

  it('count an ending of every kind of contact', () => {
    expect(ROWS.map((one) => endedAs(one, 'answered'))).toEqual([2, 0]);
  });

  it('add up', () => {
    expect([totalOf(ROWS, 'contacts'), totalOf(ROWS, 'successes')]).toEqual([7, 1]);
  });

  it('are of days on the clock of the centre', () => {
    const late = new Date('2026-03-02T23:30:00Z');

    expect([dayOf(late, 'Europe/Warsaw'), dayOf(late, 'UTC'), dayOf(late, 'UTC', 2)]).toEqual([
      '2026-03-03',
      '2026-03-02',
      '2026-02-28',
    ]);
  });
});
