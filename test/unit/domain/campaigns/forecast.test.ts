// When the list of a campaign will be worked to its end.
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../../lib/domain/campaigns/forecast.ts';
import { hoursInZone } from '../../../../lib/domain/contact-hours/calendar.ts';
import { instant, toIso } from '../../../../lib/domain/model/instant.ts';
import { Hours } from '../../../../lib/language/schema/hours.ts';

const zone = 'Europe/Warsaw';
const local = (text: string) => instant(Date.parse(`${text}+01:00`));
const hours = hoursInZone(Hours.parse({ week: { 'mon-fri': '09:00-17:00' } }), zone);
/** A Monday, three hours after opening. */
const now = local('2026-03-02T12:00:00');
const known = {
  state: { state: 'running', changedAt: local('2026-02-27T10:00:00') },
  // 100 finished by 200 calls, 240 left
  counts: { closed: 100, new: 200, 'recall-scheduled': 40, 'call:answered': 80, 'call:busy': 120 },
  callsToday: 60,
  hours,
  zone,
  now,
} as const;

describe('the forecast of a campaign', () => {
  it('lays what is left into the opening hours, at the rate of today', () => {
    const forecast = forecastOf(known);

    // 20 calls an hour, 2 calls a record: 10 records an hour, so 24 hours: 5 today, 8, 8, 3
    expect(forecast).toMatchObject({
      left: 240,
      callsToday: 60,
      hoursToday: 3,
      callsEach: 2,
      perHour: 10,
      hours: 24,
    });
    expect(forecast?.at && toIso(forecast.at)).toBe('2026-03-05T11:00:00.000Z');
  });

  it('counts the hours since the campaign was switched on today', () => {
    const state = { state: 'running', changedAt: local('2026-03-02T11:00:00') } as const;

    expect(forecastOf({ ...known, state })).toMatchObject({ hoursToday: 1, perHour: 30 });
  });

  it('goes over a weekend', () => {
    const friday = local('2026-03-06T16:00:00');

    const forecast = forecastOf({ ...known, now: friday, callsToday: 1120 });

    // 160 calls an hour are 80 records: 3 hours, of which one is left today
    expect(forecast?.at && toIso(forecast.at)).toBe('2026-03-09T10:00:00.000Z');
  });

  it('names no moment while the campaign does not run', () => {
    const state = { ...known.state, state: 'paused' } as const;

    expect(forecastOf({ ...known, state })).toMatchObject({ hours: 24, at: undefined });
  });

  it('says nothing of what is too far away, too little or nothing', () => {
    const far = { ...known.counts, new: 100_000 };

    expect(forecastOf({ ...known, counts: far })).toMatchObject({ at: undefined });
    expect(forecastOf({ ...known, callsToday: 9 })).toBeUndefined();
    expect(forecastOf({ ...known, counts: { closed: 100, 'call:busy': 200 } })).toBeUndefined();
    expect(forecastOf({ ...known, now: local('2026-03-02T09:02:00') })).toBeUndefined();
  });
});
