import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Instant,
  instant,
  parseInstant,
  toIso,
} from '../../../../lib/domain/model/instant.ts';
import {
  atLocal,
  DAY,
  dateOf,
  endOfDay,
  localDate,
  localMinutes,
  stretchAt,
  wallClock,
} from '../../../../lib/domain/model/time-zone.ts';
import { anyInstant } from '../contact-hours/any-calendar.ts';

const WARSAW = 'Europe/Warsaw';
/** Half-hour offsets, a change at midnight, a change of half an hour, none at all. */
const ZONES = [
  WARSAW,
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'UTC',
];
const anyZone = fc.constantFrom(...ZONES);
const iso = (at: Instant) => toIso(at).replace(':00.000Z', 'Z');
const FORWARD = parseInstant('2026-03-29T01:00Z');
const BACK = parseInstant('2026-10-25T01:00Z');

/** Changes before 1970 are none to us. */
const changeOf = (change: Temporal.ZonedDateTime | null | undefined): number =>
  change && change.epochMilliseconds > Date.UTC(1970, 0, 1)
    ? change.epochMilliseconds
    : Number.NEGATIVE_INFINITY;

describe('a stretch of a time zone', () => {
  it('begins with the change of the clock and ends with the next', () => {
    const summer = { from: FORWARD, to: BACK, offset: 2 * 3_600_000 };

    expect(stretchAt(WARSAW, FORWARD)).toEqual(summer);
    expect(stretchAt(WARSAW, BACK - 1)).toEqual(summer);
    expect(stretchAt(WARSAW, FORWARD - 1)).toMatchObject({ to: FORWARD, offset: 3_600_000 });
    expect(stretchAt(WARSAW, BACK)).toMatchObject({ from: BACK, offset: 3_600_000 });
  });

  it('begins and ends where Temporal says, in every zone there is', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const moments = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2037, 0, 1) });
    fc.assert(
      fc.property(zones, fc.oneof(moments, anyInstant), (zone, at) => {
        const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        const before = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
        const after = there.getTimeZoneTransition('next');

        expect(stretchAt(zone, at)).toEqual({
          from: changeOf(before),
          to: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
          offset: there.offsetNanoseconds / 1e6,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('has no end where the clock never changes', () => {
    expect(stretchAt('UTC', FORWARD)).toEqual({
      from: Number.NEGATIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
      offset: 0,
    });
  });

  it('is none of a zone that does not exist', () => {
    expect(() => stretchAt('Europe/Atlantis', FORWARD)).toThrow(RangeError);
  });
});

describe('the clock on the wall', () => {
  it('shows what Intl shows, in every zone at every moment', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(at);
        const minutes = localMinutes(at, zone);
        const clock = [Math.floor(minutes / 60), minutes % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');

        expect(`${localDate(at, zone)} ${clock}`).toBe(shown);
      }),
    );
  });

  it('counts days before 1970 as well', () => {
    const stretch = stretchAt('UTC', -1);

    expect(wallClock(-1, stretch)).toEqual({ day: -1, since: DAY - 1 });
    expect(dateOf(-1)).toBe('1969-12-31');
  });
});

describe('the moment a clock shows a time', () => {
  it.each([
    ['in summer', '2026-07-01', 8 * 60, '2026-07-01T06:00Z'],
    ['in winter', '2026-12-01', 8 * 60, '2026-12-01T07:00Z'],
    ['one minute before the skipped hour', '2026-03-29', 119, '2026-03-29T00:59Z'],
    ['in the skipped hour: as much later', '2026-03-29', 150, '2026-03-29T01:30Z'],
    ['after the skipped hour', '2026-03-29', 180, '2026-03-29T01:00Z'],
    ['in the repeated hour: the first time', '2026-10-25', 150, '2026-10-25T00:30Z'],
    ['after the repeated hour', '2026-10-25', 180, '2026-10-25T02:00Z'],
    ['at midnight after the day', '2026-10-25', 1440, '2026-10-25T23:00Z'],
  ])('%s', (_, date, minutes, expected) => {
    expect(iso(atLocal(date, minutes, WARSAW))).toBe(expected);
  });

  it('leads back to the clock, unless it is skipped', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (some, zone) => {
        const [date, minutes] = [localDate(some, zone), localMinutes(some, zone)];

        const at = atLocal(date, minutes, zone);

        expect([localDate(at, zone), localMinutes(at, zone)]).toEqual([date, minutes]);
        // of a time that comes twice, the first
        expect(at).toBeLessThanOrEqual(some);
      }),
    );
  });
});

describe('the end of a day', () => {
  it.each([
    ['2026-03-29', WARSAW, '2026-03-29T22:00Z'],
    ['2026-03-28', WARSAW, '2026-03-28T23:00Z'],
    ['2026-03-29', 'America/New_York', '2026-03-30T04:00Z'],
    // in 2026 the clock in Santiago skips the first hour of 6 September
    ['2026-09-05', 'America/Santiago', '2026-09-06T04:00Z'],
  ])('%s in %s is %s', (date, zone, expected) => {
    expect(iso(endOfDay(date, zone))).toBe(expected);
  });

  it('is the first moment of the next day, whatever was asked before', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (some, zone) => {
        const date = localDate(some, zone);

        const end = endOfDay(date, zone);

        expect(localDate(instant(end - 1), zone)).toBe(date);
        expect(localDate(end, zone) > date).toBe(true);
      }),
    );
  });
});
