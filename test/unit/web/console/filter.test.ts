import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../../../web/console/filters/start-of-day.ts';
import {
  ANYTHING,
  conditionsOf,
  filterId,
  looksLikeNumber,
  unseen,
  wantedOf,
} from '../../../../web/console/filters/wanted.ts';

const WARSAW = { field: 'name', timeZone: 'Europe/Warsaw' };

describe('what is looked for among records', () => {
  it('is nothing in particular at first', () => {
    expect(conditionsOf(ANYTHING, WARSAW)).toEqual({});
  });

  const wanted = {
    ...ANYTHING,
    ...{ state: 'closed', classifier: 'sold', lastCall: 'busy', success: 'no' as const },
    ...{ atLeast: '2', atMost: '5', agent: 'eva', notContactedSince: '2026-03-30' },
    text: 'Nowak',
  };
  const conditions = {
    states: ['closed'],
    classifiers: ['sold'],
    lastCall: ['busy'],
    success: false,
    attemptsAtLeast: 2,
    attemptsAtMost: 5,
    agents: ['eva'],
    notContactedSince: '2026-03-29T22:00:00.000Z',
    fields: [{ field: 'name', is: 'containing', value: 'Nowak' }],
  };

  it('becomes conditions that all have to hold', () => {
    expect(conditionsOf({ ...wanted, text: ' Nowak ' }, WARSAW)).toEqual(conditions);
  });

  it('comes back from the conditions of a saved filter', () => {
    expect(wantedOf(conditions as never, WARSAW)).toEqual(wanted);
  });

  it('has a condition for each field one names, and none that is half typed', () => {
    const fields = [
      { field: 'city', is: 'equal-to', value: ' Brno ' },
      { field: 'email', is: 'filled', value: 'left over' },
      { field: 'age', is: 'at-least', value: ' ' },
    ] as const;

    expect(conditionsOf({ ...ANYTHING, fields }, WARSAW)).toEqual({
      fields: [
        { field: 'city', is: 'equal-to', value: 'Brno' },
        { field: 'email', is: 'filled' },
      ],
    });
  });

  it('keeps what nothing shows, and says how much that is', () => {
    const saved = {
      states: ['new', 'closed'],
      addedSince: '2026-03-30T08:15:00Z',
      fields: [
        { field: 'city', is: 'equal-to', value: 'Brno' },
        { field: 'age', is: 'empty' },
        { field: 'name', is: 'containing', value: 'ova' },
      ],
    };

    const shown = wantedOf(saved as never, WARSAW);

    expect([shown.text, unseen(shown)]).toEqual(['ova', 2]);
    expect(conditionsOf(shown, WARSAW)).toEqual(saved);
  });

  it('leaves out numbers and days that are half typed', () => {
    const typing = { ...ANYTHING, atLeast: '-', addedSince: '2026-0' };

    expect(conditionsOf(typing, WARSAW)).toEqual({});
  });

  it('is a number where it looks like one', () => {
    const texts = ['+48 600 700 800', '600700800', '(22) 123-45-67', 'Nowak', '12', '3. maja'];

    expect(texts.filter(looksLikeNumber)).toEqual(texts.slice(0, 3));
  });
});

it('a day begins when the clock of the centre says so, also where it is turned', () => {
  expect(startOfDay('2026-03-29', 'Europe/Warsaw')).toBe('2026-03-28T23:00:00.000Z');
  expect(startOfDay('2026-03-30', 'Europe/Warsaw')).toBe('2026-03-29T22:00:00.000Z');
  expect(startOfDay('2026-07-01', 'UTC')).toBe('2026-07-01T00:00:00.000Z');
});

it('a filter has an id made of its name, and none that is taken', () => {
  expect(filterId('Żółw i Łoś 2026!', [])).toBe('zolw-i-los-2026');
  expect(filterId('Sold', ['sold', 'sold-2'])).toBe('sold-3');
  expect(filterId('2026', [])).toBe('filter');
});
