import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { HoursInZone } from '../../../../lib/domain/contact-hours/calendar.ts';
import {
  atLocal,
  closesOn,
  endOfDay,
  isOpen,
  localDate,
  localMinutes,
  nextOpen,
  nextOpenInAll,
  openUntil,
  spansAt,
} from '../../../../lib/domain/contact-hours/calendar.ts';
import {
  type Instant,
  instant,
  parseInstant,
  toIso,
} from '../../../../lib/domain/model/instant.ts';
import { anyHours, anyInstant, anyZone } from './any-calendar.ts';

const WARSAW = 'Europe/Warsaw';
const hours = (partial: Partial<HoursInZone>): HoursInZone => ({
  timeZone: WARSAW,
  week: {},
  exceptions: {},
  ...partial,
});
const nine = { from: 9 * 60, to: 17 * 60 };
const office = hours({ week: { mon: [nine], tue: [nine], wed: [nine], thu: [nine], fri: [nine] } });
const opens = (what: HoursInZone, from: string): string | undefined => {
  const at = nextOpen(what, parseInstant(from));
  return at === undefined ? undefined : toIso(at);
};

describe('the first moment at which all are open', () => {
  const start = parseInstant('2026-03-02T09:00Z');
  const days = (count: number) => instant(start + count * 86_400_000);
  const openFrom = (opens: Instant) => (at: Instant) => (at < opens ? opens : at);

  it('is looked for over 400 days, and no further', () => {
    expect(nextOpenInAll([openFrom(days(400))], start)).toBe(days(400));
    expect(nextOpenInAll([openFrom(instant(days(400) + 1))], start)).toBeUndefined();
  });

  it('is the moment itself where nothing is asked for, and none where one never opens', () => {
    expect(nextOpenInAll([], start)).toBe(start);
    expect(nextOpenInAll([openFrom(start), () => undefined], start)).toBeUndefined();
  });
});

describe('the last moment before the clock changes', () => {
  it.each(['2026-03-29T01:00Z', '2026-10-25T01:00Z'])('is open when the hour is: %s', (change) => {
    const always = hours({ week: { sun: [{ from: 0, to: 1440 }] } });
    const before = instant(parseInstant(change) - 1);

    expect([isOpen(always, before), nextOpen(always, before)]).toEqual([true, before]);
  });
});

describe('opening hours (CAM-10, CBR-4)', () => {
  it('are open from the first minute and no longer at the last', () => {
    const moments = ['08:59:59.999', '09:00', '16:59:59.999', '17:00'];

    const open = moments.map((time) => isOpen(office, parseInstant(`2026-03-02T${time}+01:00`)));

    expect(open).toEqual([false, true, true, false]);
  });

  it('open again on the next weekday after a weekend', () => {
    const friday = '2026-03-06T17:00+01:00';

    expect(opens(office, friday)).toBe('2026-03-09T08:00:00.000Z');
  });

  it('stay as they are at a moment within them', () => {
    expect(opens(office, '2026-03-02T11:30:15.250+01:00')).toBe('2026-03-02T10:30:15.250Z');
  });

  it('follow an exception instead of the weekday', () => {
    const holiday = hours({
      week: office.week,
      exceptions: { '2026-03-02': [], '2026-03-03': [{ from: 600, to: 660 }] },
    });

    expect(opens(holiday, '2026-03-02T09:00+01:00')).toBe('2026-03-03T09:00:00.000Z');
  });

  it('move with the clock when daylight saving begins', () => {
    const saturdayEvening = '2026-03-28T20:00+01:00';

    expect(opens(office, saturdayEvening)).toBe('2026-03-30T07:00:00.000Z');
  });

  it('close for the day with the last of its spans, the clock set forward or not', () => {
    const noon = { from: 13 * 60, to: 18 * 60 };
    const split = hours({ week: { mon: [nine, noon], sun: [noon], sat: [{ from: 0, to: 1440 }] } });
    const closes = (from: string) => {
      const at = closesOn(split, parseInstant(from));
      return at && toIso(at);
    };

    const found = [
      '2026-03-02T03:00+01:00',
      '2026-03-02T17:59+01:00',
      '2026-03-29T01:00+01:00',
      '2026-03-28T12:00+01:00',
    ].map(closes);

    expect(found).toEqual([
      '2026-03-02T17:00:00.000Z',
      '2026-03-02T17:00:00.000Z',
      '2026-03-29T16:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
    ]);
    expect([closes('2026-03-02T18:00+01:00'), closes('2026-03-03T12:00+01:00')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('begin after a skipped hour and never within it', () => {
    const night = hours({ week: { sun: [{ from: 120, to: 180 }] } });
    const longer = hours({ week: { sun: [{ from: 120, to: 200 }] } });

    const found = [night, longer].map((what) => opens(what, '2026-03-29T00:00+01:00'));

    expect(found).toEqual(['2026-04-05T00:00:00.000Z', '2026-03-29T01:00:00.000Z']);
  });

  it('are open twice in the hour that comes twice', () => {
    const night = hours({ week: { sun: [{ from: 120, to: 150 }] } });

    const again = opens(night, '2026-10-25T00:30:00Z');

    expect(again).toBe('2026-10-25T01:00:00.000Z');
  });

  it('never open when every day is closed', () => {
    expect(opens(hours({}), '2026-03-02T09:00+01:00')).toBeUndefined();
  });

  it('open at a lone exception 400 days ahead and not at one beyond', () => {
    const on = (date: string) => hours({ exceptions: { [date]: [nine] } });
    const from = '2026-01-01T12:00+01:00';

    const found = ['2027-02-05', '2027-02-06'].map((date) => opens(on(date), from));

    expect(found).toEqual(['2027-02-05T08:00:00.000Z', undefined]);
  });

  it('are within themselves at the moment they open, and closed at every moment before', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyInstant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (h, at, share) => {
          const found = nextOpen(h, at);
          if (found === undefined) return;
          const between = instant(Math.floor(at + (found - at) * share));

          expect(found).toBeGreaterThanOrEqual(at);
          expect(isOpen(h, found)).toBe(true);
          if (between < found) expect(isOpen(h, between)).toBe(false);
        },
      ),
    );
  });

  it('open no earlier for a later wish', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, fc.nat(10 * 86_400_000), (h, at, later) => {
        const [first, second] = [nextOpen(h, at), nextOpen(h, instant(at + later))];
        if (first === undefined || second === undefined) return;

        expect(second).toBeGreaterThanOrEqual(first);
      }),
    );
  });
});

describe('the clock on the wall', () => {
  it('is the one Temporal shows, in every zone and at every change of the clock', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

        const shown = { date: localDate(at, zone), minutes: localMinutes(at, zone) };

        expect(shown).toEqual({
          date: there.toPlainDate().toString(),
          minutes: there.hour * 60 + there.minute,
        });
      }),
    );
  });

  it('is read back as Temporal reads it, skipped and doubled times included', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 0, max: 1440 }), (zone, at, minutes) => {
        const date = localDate(at, zone);
        const wanted = Temporal.PlainDate.from(date)
          .toPlainDateTime()
          .add({ minutes })
          .toZonedDateTime(zone);

        expect(atLocal(date, minutes, zone)).toBe(wanted.epochMilliseconds);
      }),
    );
  });

  it('ends a day of 25 hours at the midnight that follows', () => {
    const length = (endOfDay('2026-10-25', WARSAW) - atLocal('2026-10-25', 0, WARSAW)) / 3_600_000;

    expect(length).toBe(25);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => localDate(0 as Instant, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('hours taken together', () => {
  it('stay open until they are said to close, at least', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyInstant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (what, at, share) => {
          const until = openUntil(what, at);

          expect(until !== undefined).toBe(isOpen(what, at));
          if (until === undefined) return;
          expect(until).toBeGreaterThan(at);
          expect(isOpen(what, instant(Math.floor(at + (until - 1 - at) * share)))).toBe(true);
        },
      ),
    );
  });

  it('open when all are, and at no moment before', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyHours,
        anyInstant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other, at, share) => {
          const all = [one, other].map((each) => (from: Instant) => nextOpen(each, from));
          const found = nextOpenInAll(all, at) ?? instant(at + 30 * 86_400_000);
          const before = instant(Math.floor(at + (found - at) * share));

          const isAllOpen = (moment: Instant) => isOpen(one, moment) && isOpen(other, moment);
          if (nextOpenInAll(all, at) !== undefined) expect(isAllOpen(found)).toBe(true);
          if (before < found) expect(isAllOpen(before)).toBe(false);
        },
      ),
    );
  });

  it('of one day are those of the week unless the date has its own', () => {
    const exceptions = { '2026-03-03': [] };

    const days = ['2026-03-02T23:30+01:00', '2026-03-03T00:30+01:00'].map((at) =>
      spansAt({ ...office, exceptions }, parseInstant(at)),
    );

    expect(days).toEqual([
      { date: '2026-03-02', spans: [nine] },
      { date: '2026-03-03', spans: [] },
    ]);
  });
});
