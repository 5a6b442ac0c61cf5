import { describe, expect, it } from 'vitest';
import type { HoursInZone } from '../../../../lib/domain/contact-hours/calendar.ts';
import { parseInstant, plus, toIso } from '../../../../lib/domain/model/instant.ts';
import { scheduleRecall } from '../../../../lib/domain/records/recall.ts';
import {
  recontactTimes,
  type TimesWanted,
} from '../../../../lib/domain/records/recontact-times.ts';

const zone = 'Europe/Warsaw';
const day = [{ from: 9 * 60, to: 10 * 60 }];
const hours: HoursInZone = {
  timeZone: zone,
  week: { mon: day, tue: day, wed: [{ from: 9 * 60 + 10, to: 9 * 60 + 20 }] },
  exceptions: {},
};
/** A Monday. */
const now = parseInstant('2026-03-02T09:20+01:00');
const wanted = (more: Partial<TimesWanted> = {}): TimesWanted => ({
  from: now,
  until: plus(now, 7 * 86_400 - 3600),
  zone,
  now,
  hours,
  ...more,
});
const shown = (more: Partial<TimesWanted> = {}) =>
  recontactTimes(wanted(more)).map((at) => toIso(at).slice(5, 16));

describe('the moments to call again', () => {
  it('are the quarters of an hour within the hours, from now on', () => {
    expect(shown()).toEqual([
      '03-02T08:30',
      '03-02T08:45',
      '03-03T08:00',
      '03-03T08:15',
      '03-03T08:30',
      '03-03T08:45',
      '03-04T08:15',
    ]);
  });

  it('are none the classifier or the campaign does not reach', () => {
    expect(shown({ longest: { days: 1, seconds: 0 } })).toEqual([
      '03-02T08:30',
      '03-02T08:45',
      '03-03T08:00',
      '03-03T08:15',
    ]);
    expect(shown({ lastDate: '2026-03-02' })).toEqual(['03-02T08:30', '03-02T08:45']);
    expect(shown({ lastDate: '2026-03-01' })).toEqual([]);
  });

  it('are all day long where nothing limits them', () => {
    expect(recontactTimes(wanted({ hours: undefined, until: plus(now, 86_400) }))).toHaveLength(96);
  });

  it('are taken as they are: each is when the recall falls', () => {
    for (const at of recontactTimes(wanted()))
      expect(scheduleRecall({ ...wanted(), wanted: at }).verdict).toEqual({ kind: 'at', at });
  });
});
