import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, parseInstant, plus, toIso } from '../../../../lib/domain/model/instant.ts';
import { plusPeriod, usualSeconds } from '../../../../lib/domain/model/period.ts';
import { localDate, localMinutes } from '../../../../lib/domain/model/time-zone.ts';
import { RuleAction } from '../../../../lib/domain/rules/rule-schema.ts';
import { period } from '../../../../lib/language/schema/basics.ts';
import { anyInstant } from '../contact-hours/any-calendar.ts';

const WARSAW = 'Europe/Warsaw';
const ends = (from: string, text: string, zone = WARSAW) =>
  toIso(plusPeriod(parseInstant(from), period(text), zone));

describe('a period', () => {
  it('of days leads to the same time of day, also over the change of the clock', () => {
    // in 2026 the clock is set forward on 29 March and back on 25 October
    expect(ends('2026-03-28T10:15+01:00', '2 d')).toBe('2026-03-30T08:15:00.000Z');
    expect(ends('2026-10-24T10:15+02:00', '2 d')).toBe('2026-10-26T09:15:00.000Z');
    expect(ends('2026-03-02T10:15+01:00', '2 d')).toBe('2026-03-04T09:15:00.000Z');
  });

  it('of hours is that long, whatever the clock shows in the end', () => {
    expect(ends('2026-03-28T10:15+01:00', '48 h')).toBe('2026-03-30T09:15:00.000Z');
    expect(ends('2026-10-24T10:15+02:00', '48 h')).toBe('2026-10-26T08:15:00.000Z');
  });

  it('goes by the clock of the zone it is counted in', () => {
    expect(ends('2026-03-07T12:00Z', '1 d', 'America/New_York')).toBe('2026-03-08T11:00:00.000Z');
    expect(ends('2026-03-07T12:00Z', '1 d', 'America/Phoenix')).toBe('2026-03-08T12:00:00.000Z');
  });

  it('that ends in the hour the clock skips ends as much later, and in a repeated one the first time', () => {
    expect(ends('2026-03-28T02:30+01:00', '1 d')).toBe('2026-03-29T01:30:00.000Z');
    expect(ends('2026-10-24T02:30+02:00', '1 d')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('keeps seconds and milliseconds of the moment it starts from', () => {
    expect(ends('2026-03-28T10:15:07.123+01:00', '1 d')).toBe('2026-03-29T08:15:07.123Z');
  });

  it('of days ends on the day so many later at the same time, or in the hour that was skipped', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 400 }), (from, days) => {
        const to = plusPeriod(from, { days, seconds: 0 }, WARSAW);
        const daysBetween =
          (Date.parse(localDate(to, WARSAW)) - Date.parse(localDate(from, WARSAW))) / 86_400_000;
        const minutesLater = localMinutes(to, WARSAW) - localMinutes(from, WARSAW);
        expect(daysBetween).toBe(days);
        expect([0, 60]).toContain(minutesLater);
      }),
    );
  });

  it('is ordered by its usual length', () => {
    const texts = ['3 d', '71 h', '30 s', '1 d', '25 h'];
    const sorted = texts.toSorted((a, b) => usualSeconds(period(a)) - usualSeconds(period(b)));

    expect(sorted).toEqual(['30 s', '1 d', '25 h', '71 h', '3 d']);
  });

  it('is read from a rule compiled before days were of the calendar, where it was seconds', () => {
    const compiled = RuleAction.parse({ kind: 'recontact', after: 172_800 });
    const from: Instant = parseInstant('2026-03-28T10:15+01:00');

    expect(compiled).toEqual({ kind: 'recontact', after: { days: 0, seconds: 172_800 } });
    expect(plusPeriod(from, { days: 0, seconds: 172_800 }, WARSAW)).toBe(plus(from, 172_800));
  });
});
