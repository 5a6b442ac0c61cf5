// Held to lists written down day by day, as the countries publish them, not to the rules that
// compute ours.
import { describe, expect, it } from 'vitest';
import { GERMAN_LAND_CODES } from '../../../../lib/domain/contact-hours/german-lands.ts';
import { holidaysOf } from '../../../../lib/domain/contact-hours/holidays.ts';

const days = (country: string, year: number, regions: readonly string[] = []) =>
  [...(holidaysOf(country, regions, year) ?? new Map()).keys()]
    .map((day: string) => day.slice(5))
    .toSorted()
    .join(' ');

const GERMANY_2026 = '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26';
const LANDS_2026: Readonly<Record<string, string>> = {
  BB: '04-05 05-24 10-31',
  BE: '03-08',
  BW: '01-06 06-04 11-01',
  BY: '01-06 06-04 08-15 11-01',
  HB: '10-31',
  HE: '06-04',
  HH: '10-31',
  MV: '03-08 10-31',
  NI: '10-31',
  NW: '06-04 11-01',
  RP: '06-04 11-01',
  SH: '10-31',
  SL: '06-04 08-15 11-01',
  SN: '10-31 11-18',
  ST: '01-06 10-31',
  TH: '09-20 10-31',
};

describe('public holidays (NEW-7)', () => {
  it.each([
    [2024, '01-01 01-06 03-31 04-01 05-01 05-03 05-19 05-30 08-15 11-01 11-11 12-25 12-26'],
    [2026, '01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26'],
    [2027, '01-01 01-06 03-28 03-29 05-01 05-03 05-16 05-27 08-15 11-01 11-11 12-24 12-25 12-26'],
    [2028, '01-01 01-06 04-16 04-17 05-01 05-03 06-04 06-15 08-15 11-01 11-11 12-24 12-25 12-26'],
  ])('of Poland in %i, Christmas Eve since 2025', (year, listed) => {
    expect(days('PL', year)).toBe(listed);
  });

  it.each([
    [2026, '01-01 04-03 04-06 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26'],
    [2027, '01-01 03-26 03-29 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26'],
    [2028, '01-01 04-14 04-17 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26'],
  ])('of Czechia in %i', (year, listed) => {
    expect(days('CZ', year)).toBe(listed);
  });

  it.each([
    [
      2023,
      '01-01 01-06 04-07 04-10 05-01 05-08 07-05 08-29 09-01 09-15 11-01 11-17 12-24 12-25 12-26',
    ],
    [2024, '01-01 01-06 03-29 04-01 05-01 05-08 07-05 08-29 09-15 11-01 11-17 12-24 12-25 12-26'],
    [2025, '01-01 01-06 04-18 04-21 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26'],
    [2026, '01-01 01-06 04-03 04-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26'],
    [2027, '01-01 01-06 03-26 03-29 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26'],
  ])('of Slovakia in %i, without those that are worked', (year, listed) => {
    expect(days('SK', year)).toBe(listed);
  });

  it.each(Object.entries(LANDS_2026))('of Germany in 2026, in %s', (land, more) => {
    const both = [...GERMANY_2026.split(' '), ...more.split(' ')].toSorted().join(' ');

    expect(days('DE', 2026, [land])).toBe(both);
  });

  it('of a Land that is not known are those of every Land it may be, named', () => {
    const lands = ['BW', 'BY'];

    const assumption = holidaysOf('DE', lands, 2026)?.get('2026-08-15');

    expect(days('DE', 2026, lands).split(' ')).toHaveLength(13);
    expect(assumption).toEqual({ name: 'Assumption Day', regions: ['BY'] });
    expect(GERMAN_LAND_CODES).toEqual(Object.keys(LANDS_2026));
  });

  it('of the whole of Germany leave out those of its Länder', () => {
    const nationwide = [...(holidaysOf('DE', 'nationwide', 2026) ?? new Map()).keys()];

    expect(nationwide.map((day: string) => day.slice(5)).join(' ')).toBe(GERMANY_2026);
  });

  it('that come once come in their year and place only', () => {
    const uprising = [2027, 2028, 2029].map((year) => days('DE', year, ['BE']).includes('06-17'));

    expect(uprising).toEqual([false, true, false]);
    expect(days('DE', 2028, ['BB'])).not.toContain('06-17');
  });

  it('fall on the Wednesday before 23 November in Saxony', () => {
    const penance = [2025, 2026, 2027, 2028, 2033].map((year) =>
      days('DE', year, ['SN'])
        .split(' ')
        .find((day) => day.startsWith('11')),
    );

    expect(penance).toEqual(['11-19', '11-18', '11-17', '11-22', '11-16']);
  });

  it('are not known of other countries', () => {
    expect(holidaysOf('FR', [], 2026)).toBeUndefined();
  });
});
