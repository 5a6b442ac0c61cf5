import { describe, expect, it } from 'vitest';
import { gateText } from '../../../../lib/domain/contact-hours/gate-text.ts';
import type { LocalHours } from '../../../../lib/domain/contact-hours/local-hours.ts';
import type { Place } from '../../../../lib/domain/contact-hours/location.ts';
import { type Instant, parseInstant } from '../../../../lib/domain/model/instant.ts';

const NOON = parseInstant('2026-03-02T12:00Z');
const DAY = [{ from: 8 * 60, to: 20 * 60 }];
const place = (changes: Partial<Place> = {}): Place => ({
  country: 'PL',
  zones: ['Europe/Warsaw'],
  regions: [],
  knownBy: 'by its number',
  isUnknown: false,
  ...changes,
});
const local = (
  changes: Partial<Place> = {},
  timeZone = 'Europe/Warsaw',
  spans: readonly { from: number; to: number }[] = DAY,
): LocalHours => ({
  place: place(changes),
  hours: { timeZone, week: { mon: spans, tue: spans }, exceptions: {} },
  holidays: new Map(),
});
const text = (all: readonly LocalHours[], opens: Instant | undefined = NOON) =>
  gateText(all, NOON, opens);

describe('what the gate of the callee’s hours saw', () => {
  it('is the time there, where that is, how it is known, and what is allowed', () => {
    expect(text([local()])).toEqual({
      passed: true,
      saw: '13:00 in Europe/Warsaw (PL, by its number)',
      wanted: '08:00-20:00',
    });
  });

  it('is when it opens next, on the clock there', () => {
    const opens = parseInstant('2026-03-03T08:00+01:00');

    expect(text([local({}, 'Europe/Warsaw', [{ from: 480, to: 540 }])], opens)).toMatchObject({
      passed: false,
      wanted: '08:00-09:00; next 2026-03-03 08:00',
    });
  });

  it('is that it never opens', () => {
    const never = gateText([local({}, 'Europe/Warsaw', [])], NOON, undefined);

    expect(never).toMatchObject({
      passed: false,
      wanted: 'no calls on this day; never open',
    });
  });

  it.each<[Partial<Place>, string]>([
    [{ regions: ['BY'], country: 'DE' }, 'DE-BY, by its number'],
    [
      { regions: ['BE', 'BB'], country: 'DE', knownBy: 'by number and address' },
      'DE-BE or DE-BB, by number and address',
    ],
    [
      { regions: ['A', 'B', 'C', 'D'], country: 'DE' },
      'DE-A or DE-B or DE-C or DE-D, by its number',
    ],
    [{ regions: ['A', 'B', 'C', 'D', 'E'], country: 'DE' }, 'DE, region unknown, by its number'],
    [{ isUnknown: true }, "its country is unknown: the campaign's zone"],
  ])('names where it is: %j', (changes, where) => {
    expect(text([local(changes)]).saw).toBe(`13:00 in Europe/Warsaw (${where})`);
  });

  it('is told for the zone that opens last, with how many others there are', () => {
    const opens = parseInstant('2026-03-02T16:00Z');
    const zones = [
      local(),
      local({ country: 'US' }, 'America/Los_Angeles'),
      local({ country: 'US' }, 'America/New_York'),
    ];

    expect(text(zones, opens)).toEqual({
      passed: false,
      saw: '04:00 in America/Los_Angeles and 2 more time zones (US, by its number)',
      wanted: '08:00-20:00; next 2026-03-02 08:00',
    });
  });

  it('names the holiday and, where it is one of a region only, the region', () => {
    const holiday = (regions?: readonly string[]): LocalHours => ({
      ...local({}, 'Europe/Warsaw', []),
      holidays: new Map([['2026-03-02', { name: 'Epiphany', regions }]]),
    });

    expect(gateText([holiday()], NOON, undefined).wanted).toBe('no calls on Epiphany; never open');
    expect(gateText([holiday(['BY', 'ST'])], NOON, undefined).wanted).toBe(
      'no calls on Epiphany in BY, ST; never open',
    );
  });

  it('is no place when none is known', () => {
    expect(text([])).toEqual({ passed: false, saw: 'no place' });
  });
});
