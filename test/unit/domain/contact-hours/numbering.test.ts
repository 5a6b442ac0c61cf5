import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALLOWED_HOURS,
  allowedHours,
  ELSEWHERE,
} from '../../../../lib/domain/contact-hours/allowed-hours.ts';
import {
  GERMAN_LAND_CODES,
  germanLand,
} from '../../../../lib/domain/contact-hours/german-lands.ts';
import { COUNTRIES, originOf, zonesOf } from '../../../../lib/domain/contact-hours/numbering.ts';
import { WEEKDAYS } from '../../../../lib/language/schema/hours.ts';

describe('what the beginning of a number says (NEW-7)', () => {
  it.each([
    ['+48600100200', 'PL', ['Europe/Warsaw'], []],
    ['+420603100200', 'CZ', ['Europe/Prague'], []],
    ['+498930123456', 'DE', ['Europe/Berlin'], ['BY']],
    ['+12125550100', 'US', ['America/New_York'], []],
    ['+442071234567', 'GB', ['Europe/London'], []],
  ])('of %s is the country, its zones and its regions', (phone, country, zones, regions) => {
    expect(originOf(phone)).toEqual({ country, zones, regions });
  });

  it.each(['', '48600100200', '+', '+0', '+870773100200', '+999'])('of %j is nothing', (phone) => {
    expect(originOf(phone)).toBeUndefined();
  });

  it('is decided by the longest beginning that is known', () => {
    const [munich, germany] = [originOf('+498930123456'), originOf('+4915112345678')];

    expect([munich?.country, germany?.country]).toEqual(['DE', 'DE']);
    expect(munich?.regions).not.toEqual(germany?.regions);
  });

  it('never changes with digits beyond it', () => {
    const digits = fc.stringMatching(/^\d{0,6}$/);
    fc.assert(
      fc.property(fc.constantFrom('+4860010', '+4989301', '+1212555'), digits, (begin, more) => {
        expect(originOf(begin + more)).toBe(originOf(begin));
      }),
    );
  });
});

describe('the countries with a numbering plan', () => {
  it('have zones of the time zone data base, each at least one', () => {
    const zones = COUNTRIES.flatMap((country) => zonesOf(country) ?? []);

    expect(COUNTRIES.filter((country) => (zonesOf(country) ?? []).length === 0)).toEqual([]);
    for (const timeZone of new Set(zones)) {
      expect(() => Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
  });

  it('are listed once, in order; others have no zones', () => {
    expect(COUNTRIES).toEqual([...new Set(COUNTRIES)].toSorted());
    expect([zonesOf('PL'), zonesOf('XX')]).toEqual([['Europe/Warsaw'], undefined]);
  });
});

describe('the hours in which people may be called', () => {
  it('are cautious ones where we know of no rule, also under names that objects have', () => {
    expect([allowedHours('XX'), allowedHours('constructor')]).toEqual([ELSEWHERE, ELSEWHERE]);
  });

  it.each(Object.entries(ALLOWED_HOURS))('of %s have a source and a day each', (_, hours) => {
    expect(hours.source.length).toBeGreaterThan(20);
    expect(Object.keys(hours.week)).toEqual([...WEEKDAYS]);
    for (const { from, to } of Object.values(hours.week).flat()) {
      expect([from >= 0, from < to, to <= 1440]).toEqual([true, true, true]);
    }
  });

  it.each([
    ['DE', 'sun', []],
    ['DE', 'sat', [{ from: 540, to: 1080 }]],
    [
      'FR',
      'mon',
      [
        { from: 600, to: 780 },
        { from: 840, to: 1200 },
      ],
    ],
    ['FR', 'sat', []],
    ['US', 'sun', [{ from: 480, to: 1260 }]],
  ] as const)('of %s on %s are %j', (country, day, spans) => {
    expect(allowedHours(country).week[day]).toEqual(spans);
  });
});

describe('a German Land in a column of addresses', () => {
  it.each([
    ['BY', 'BY'],
    ['de-by', 'BY'],
    ['DE BY', 'BY'],
    ['Bayern', 'BY'],
    ['bavaria', 'BY'],
    [' NRW ', 'NW'],
    ['Thüringen', 'TH'],
    ['Thueringen', 'TH'],
  ])('%j is %s', (text, land) => {
    expect(germanLand(text)).toBe(land);
  });

  it('is one of sixteen, and each is named by its own code', () => {
    expect(GERMAN_LAND_CODES).toHaveLength(16);
    expect(GERMAN_LAND_CODES.map(germanLand)).toEqual(GERMAN_LAND_CODES);
  });
});
