import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  Compare,
  Country,
  Day,
  Duration,
  Email,
  Id,
  Percent,
  Phone,
  TimeZone,
} from '../../../../lib/language/schema/basics.ts';

const accepts = (schema: z.ZodType, text: unknown) => schema.safeParse(text).success;

describe('an id', () => {
  it.each(['a', 'spring-2026', 'a'.repeat(40), 'x1', 'tostring'])('may be %s', (text) => {
    expect(accepts(Id, text)).toBe(true);
  });

  it.each([
    ...['', 'Spring', '2nd', '-a', 'a b', 'a_b', 'ą', 'a'.repeat(41)],
    ...['constructor', '__proto__'],
  ])('may not be %j', (text) => {
    expect(accepts(Id, text)).toBe(false);
  });
});

describe('a duration', () => {
  it.each([
    ['30 s', 30],
    ['15 min', 900],
    ['2 h', 7200],
    ['3 d', 259_200],
    ['5s', 5],
    ['0 s', 0],
  ])('%s is %i seconds', (text, seconds) => {
    expect(Duration.parse(text)).toBe(seconds);
  });

  it.each([30, '30', '1.5 h', '-5 s', '5 m', '5  s', ' 5 s', 'h', '5 hours'])(
    'is not %j',
    (text) => {
      expect(accepts(Duration, text)).toBe(false);
    },
  );
});

describe('a share', () => {
  it.each([
    ['50%', 0.5],
    ['0%', 0],
    ['100 %', 1],
    ['2.5%', 0.025],
  ])('%s is %d', (text, share) => {
    expect(Percent.parse(text)).toBe(share);
  });

  it.each(['101%', '50', '-1%', '1e1%', '007%'])('is not %j', (text) => {
    expect(accepts(Percent, text)).toBe(false);
  });
});

describe('a comparison', () => {
  it.each([
    ['>= 4', { operator: '>=', value: 4 }],
    ['<4', { operator: '<', value: 4 }],
    ['!= 0', { operator: '!=', value: 0 }],
    ['= 12', { operator: '=', value: 12 }],
  ])('%s names operator and number', (text, read) => {
    expect(Compare.parse(text)).toEqual(read);
  });

  it.each(['=> 4', '4', '> -1', '> 1.5', '== 4', '>'])('is not %j', (text) => {
    expect(accepts(Compare, text)).toBe(false);
  });
});

describe('a time zone', () => {
  it.each(['Europe/Warsaw', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Calcutta'])(
    'is named as IANA names it: %s',
    (zone) => {
      expect(accepts(TimeZone, zone)).toBe(true);
    },
  );

  it.each(['+01:00', '-0500', 'europe/warsaw', 'Europe/Warsw', 'Warsaw', ''])(
    'is not %j',
    (zone) => {
      expect(accepts(TimeZone, zone)).toBe(false);
    },
  );
});

describe('a number, a country, a day and an address', () => {
  it.each([
    ['number', Phone, '+48221234567', ['48221234567', '+48 221234567', '+0221234567', '+4822']],
    ['country', Country, 'PL', ['pl', 'POL', 'P', '']],
    ['day', Day, '2028-02-29', ['2026-02-29', '2026-2-3', '31.12.2026', '2026-12-31T00:00']],
    ['address', Email, 'a.b+c@example.org', ['a@b', '@example.org', 'a b@example.org', 'a@b@c.pl']],
  ] as const)('have one form each: %s', (_, schema, right, wrong) => {
    expect(accepts(schema, right)).toBe(true);
    expect(wrong.filter((text) => accepts(schema, text))).toEqual([]);
  });
});
