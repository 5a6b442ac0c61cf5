import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllowedWeek } from '../../../../lib/domain/contact-hours/allowed-hours.ts';
import { isOpen, localDate, localMinutes } from '../../../../lib/domain/contact-hours/calendar.ts';
import {
  type ContactSettings,
  calleeGate,
  calleeHours,
  calleeHoursIn,
  contactSettings,
  nextCallable,
} from '../../../../lib/domain/contact-hours/callee-hours.ts';
import { GERMAN_LAND_CODES } from '../../../../lib/domain/contact-hours/german-lands.ts';
import { holidaysOf } from '../../../../lib/domain/contact-hours/holidays.ts';
import {
  type Instant,
  instant,
  parseInstant,
  toIso,
} from '../../../../lib/domain/model/instant.ts';
import { ContactHours } from '../../../../lib/language/schema/contact-hours.ts';
import type { Span } from '../../../../lib/language/schema/hours.ts';
import { definitions } from '../../../support/definitions.ts';

function settings(given: object = {}): ContactSettings {
  const { countryField, regionField, ...rest } = ContactHours.parse(given);
  return {
    ...rest,
    country: 'PL',
    zone: 'Europe/Warsaw',
    countryField,
    regionField,
  };
}

const of = (phone: string, given: ContactSettings = settings(), fields = {}) =>
  calleeHours(given, { phones: [{ value: phone, isDefault: true }], fields });

describe('what a campaign says about its callees’ hours', () => {
  const said = (campaign: object = {}) => contactSettings(definitions({ campaign }), 'spring');

  it('is in the country of the campaign, else in the centre’s, and in the centre’s zone', () => {
    expect(said({ country: 'CZ' })).toMatchObject({ country: 'CZ', zone: 'Europe/Warsaw' });
    expect(said()).toMatchObject({ country: 'PL', specialNumbers: [] });
  });

  it('is the same object for the same files, so that what is known of places is found again', () => {
    const files = definitions();

    expect(contactSettings(files, 'spring')).toBe(contactSettings(files, 'spring'));
    const abroad = { ...files, centre: { ...files.centre, country: 'DE' } };
    expect(contactSettings(abroad, 'spring')?.country).toBe('DE');
  });

  it('is nothing of a campaign that is not there', () => {
    expect(contactSettings(definitions(), 'gone')).toBeUndefined();
  });
});

const POLE = '+48601000001';
const CZECH = '+420601000001';
const BERLINER = '+4930123456';
const GERMAN = '+491701234567';
const NEW_YORKER = '+12125550100';

const opens = (phone: string, from: string, given = settings(), fields = {}) => {
  const at = nextCallable(of(phone, given, fields), parseInstant(from));
  return at === undefined ? undefined : toIso(at);
};
const told = (phone: string, from: string, given = settings(), fields = {}) => {
  const { gate } = calleeGate(of(phone, given, fields), parseInstant(from));
  return `${gate.passed ? '✓' : '✗'} ${gate.saw}, wanted ${gate.wanted}`;
};

describe('the hours allowed where the callee is (NEW-7)', () => {
  it('are those on the clock there, whatever the clock of the centre shows', () => {
    const morning = '2026-03-02T08:00:00.000Z';

    expect(opens(POLE, morning)).toBe(morning);
    expect(opens(NEW_YORKER, morning)).toBe('2026-03-02T13:00:00.000Z');
  });

  it('say what was seen, what is allowed and when they open next', () => {
    expect([
      told(POLE, '2026-03-02T09:00Z'),
      told(BERLINER, '2026-03-02T20:14Z'),
      told(GERMAN, '2026-03-02T20:14Z'),
      told('+491701234567', '2026-06-04T10:00Z'),
      told(CZECH, '2026-03-08T10:00Z'),
      told('+881612345678', '2026-03-02T09:00Z'),
      told('+61412345678', '2026-03-02T23:30Z'),
    ]).toEqual([
      '✓ 10:00 in Europe/Warsaw (PL, by its number), wanted 08:00-20:00',
      '✗ 21:14 in Europe/Berlin (DE-BE, by its number), wanted 08:00-20:00; next 2026-03-03 08:00',
      '✗ 21:14 in Europe/Berlin (DE, region unknown, by its number), wanted 08:00-20:00; next 2026-03-03 08:00',
      '✗ 12:00 in Europe/Berlin (DE, region unknown, by its number), wanted no calls on Corpus Christi in BW, BY, HE, NW, RP, SL; next 2026-06-05 08:00',
      '✗ 11:00 in Europe/Prague (CZ, by its number), wanted no calls on this day; next 2026-03-09 08:00',
      "✓ 10:00 in Europe/Warsaw (its country is unknown: the campaign's zone), wanted 08:00-20:00",
      '✗ 06:00 in Indian/Cocos and 7 more time zones (AU, by its number), wanted 08:00-20:00; next 2026-03-03 08:00',
    ]);
  });

  it.each([
    [POLE, '2026-08-15T10:00Z', '2026-08-17T06:00:00.000Z'],
    [CZECH, '2026-07-06T10:00Z', '2026-07-07T06:00:00.000Z'],
    ['+421905000001', '2026-05-08T10:00Z', '2026-05-08T10:00:00.000Z'],
    ['+4989123456', '2026-01-06T10:00Z', '2026-01-07T07:00:00.000Z'],
    [BERLINER, '2026-01-06T10:00Z', '2026-01-06T10:00:00.000Z'],
    [NEW_YORKER, '2026-07-04T18:00Z', '2026-07-04T18:00:00.000Z'],
  ])('of %s at %s open at %s: holidays are those of the place', (phone, from, wanted) => {
    expect(opens(phone, from)).toBe(wanted);
  });

  it('go by the Land of the address', () => {
    const given = settings({ regionField: 'land' });
    const epiphany = '2026-01-06T10:00:00.000Z';

    const found = ['Bayern', 'Hessen', ''].map((land) => opens(GERMAN, epiphany, given, { land }));

    expect(found).toEqual(['2026-01-07T07:00:00.000Z', epiphany, '2026-01-07T07:00:00.000Z']);
  });

  it('of two places are those of both', () => {
    const given = settings({ countryField: 'country' });
    const fields = { country: 'US' };

    // Somebody with a Polish number who lives in some zone of the United States, Hawaii (UTC-10)
    // included.
    expect(opens(POLE, '2026-03-02T09:00Z', given, fields)).toBe('2026-03-02T18:00:00.000Z');
    expect(told(POLE, '2026-03-02T09:00Z', given, fields)).toContain('more time zones (US, by its');
  });

  it('may be those of the campaign, by country', () => {
    const given = settings({
      countries: {
        PL: { week: { 'mon-fri': ['09:00-12:00', '16:00-18:00'], sun: '10:00-11:00' } },
        CZ: { holidays: 'open' },
        DE: { holidays: 'nationwide', exceptions: { '2026-10-03': '10:00-12:00' } },
      },
    });

    expect([
      opens(POLE, '2026-03-02T12:00Z', given),
      opens(POLE, '2026-03-01T07:00Z', given),
      opens(CZECH, '2026-07-06T10:00Z', given),
      opens(GERMAN, '2026-06-04T10:00Z', given),
      opens(GERMAN, '2026-05-14T10:00Z', given),
      opens(GERMAN, '2026-10-03T06:30Z', given),
    ]).toEqual([
      '2026-03-02T15:00:00.000Z',
      '2026-03-01T09:00:00.000Z',
      '2026-07-06T10:00:00.000Z',
      '2026-06-04T10:00:00.000Z',
      '2026-05-15T06:00:00.000Z',
      '2026-10-03T08:00:00.000Z',
    ]);
  });

  it('that never open open never', () => {
    const given = settings({ countries: { PL: { week: { mon: 'closed' } } } });

    expect(opens(POLE, '2026-03-02T10:00Z', given)).toBeUndefined();
    expect(told(POLE, '2026-03-02T10:00Z', given)).toBe(
      '✗ 11:00 in Europe/Warsaw (PL, by its number), wanted no calls on this day; never open',
    );
  });

  it('of one place are worked out once', () => {
    const given = settings();

    expect(of(POLE, given)).toBe(of('+48221000001', given));
    expect(of(POLE, given)).not.toBe(of(CZECH, given));
  });
});

const CHANGES = [
  '2026-03-08T07:00Z',
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-11-01T06:00Z',
  '2027-03-28T01:00Z',
];
const aroundAChange = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -200_000_000, max: 200_000_000 }))
  .map(([change, offset]): Instant => instant(parseInstant(change) + offset));
/** Hours that begin and end within the hours that are skipped or come twice, too. */
const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 700 }))
  .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
const anyWeek = fc.array(fc.array(anySpan, { maxLength: 2 }), { minLength: 7, maxLength: 7 });
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const weekOf = ([
  mon = [],
  tue = [],
  wed = [],
  thu = [],
  fri = [],
  sat = [],
  sun = [],
]: readonly (readonly Span[])[]): AllowedWeek => ({ mon, tue, wed, thu, fri, sat, sun });
const anyZone = fc.constantFrom<readonly [string, string]>(
  ['PL', 'Europe/Warsaw'],
  ['CZ', 'Europe/Prague'],
  ['DE', 'Europe/Berlin'],
  ['US', 'America/New_York'],
);

describe('across changes of the clock (NEW-7)', () => {
  it('a moment is allowed when the clock there shows an allowed time of an allowed day', () => {
    fc.assert(
      fc.property(
        anyZone,
        anyWeek,
        fc.array(aroundAChange, { minLength: 1, maxLength: 12 }),
        ([country, zone], spans, moments) => {
          const week = weekOf(spans);
          const given = settings();
          const own = { week, holidays: 'closed', exceptions: {} } as const;
          const callee = calleeHoursIn({ ...given, countries: { [country]: own } }, country, zone);

          for (const at of moments) {
            const date = localDate(at, zone);
            const isHoliday =
              holidaysOf(
                country,
                country === 'DE' ? GERMAN_LAND_CODES : [],
                Number(date.slice(0, 4)),
              )?.has(date) === true;
            const weekday = WEEKDAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
            const minutes = localMinutes(at, zone);
            const isAllowed =
              !isHoliday && (week[weekday] ?? []).some((s) => s.from <= minutes && minutes < s.to);

            expect([toIso(at), nextCallable(callee, at) === at]).toEqual([toIso(at), isAllowed]);
          }
        },
      ),
    );
  });

  it('the next allowed moment is the first: nothing between is allowed', () => {
    const given = settings();
    const phones = [POLE, CZECH, BERLINER, GERMAN, NEW_YORKER, '+61412345678', '+13075550100'];
    fc.assert(
      fc.property(
        fc.constantFrom(...phones),
        aroundAChange,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (phone, at, share) => {
          const next = nextCallable(of(phone, given), at) ?? at;
          const between = instant(Math.floor(at + (next - at) * share));

          expect(next).toBeGreaterThanOrEqual(at);
          expect(nextCallable(of(phone, given), next)).toBe(next);
          if (between < next) expect(nextCallable(of(phone, given), between)).toBe(next);
        },
      ),
    );
  });

  it('the time on the wall is kept: eight in the morning on both sides', () => {
    const found = [
      opens(POLE, '2026-03-28T20:00Z'),
      opens(NEW_YORKER, '2026-03-08T03:00Z'),
      opens(POLE, '2026-10-24T20:00Z'),
      opens(NEW_YORKER, '2026-11-01T03:00Z'),
    ];

    expect(found).toEqual([
      '2026-03-30T06:00:00.000Z',
      '2026-03-08T12:00:00.000Z',
      '2026-10-26T07:00:00.000Z',
      '2026-11-01T13:00:00.000Z',
    ]);
  });

  it('asking in any order gives the same answers as asking afresh', () => {
    const asked = settings();
    fc.assert(
      fc.property(fc.constantFrom(POLE, GERMAN, NEW_YORKER), aroundAChange, (phone, at) => {
        expect(nextCallable(of(phone, asked), at)).toBe(nextCallable(of(phone, settings()), at));
      }),
    );
  });

  it('an hour that comes twice is allowed twice, one that is skipped never', () => {
    const given = settings({ countries: { PL: { week: { sun: '02:00-03:00' } } } });
    const hours = {
      timeZone: 'Europe/Warsaw',
      week: given.countries.PL?.week ?? {},
      exceptions: {},
    };

    const back = [
      '2026-10-24T23:59Z',
      '2026-10-25T00:30Z',
      '2026-10-25T01:30Z',
      '2026-10-25T02:00Z',
    ];
    const ours = back.map((at) => opens(POLE, at, given) === toIso(parseInstant(at)));

    expect(ours).toEqual([false, true, true, false]);
    expect(ours).toEqual(back.map((at) => isOpen(hours, parseInstant(at))));
    expect(opens(POLE, '2026-03-29T00:00Z', given)).toBe('2026-04-12T00:00:00.000Z');
  });
});
