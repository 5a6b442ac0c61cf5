// Arbitrary opening hours and moments, drawn to lie often near changes of the clock.
import fc from 'fast-check';
import type { HoursInZone } from '../../../../lib/domain/contact-hours/calendar.ts';
import { type Instant, instant, parseInstant } from '../../../../lib/domain/model/instant.ts';
import { WEEKDAYS } from '../../../../lib/language/schema/hours.ts';

export const anyZone = fc.constantFrom(
  'Europe/Warsaw',
  'Europe/Prague',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Cairo',
  'UTC',
);

const CHANGES = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
];

export const anyInstant: fc.Arbitrary<Instant> = fc.oneof(
  fc
    .integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2036, 0, 1) })
    .map((at): Instant => instant(at)),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -7_200_000, max: 7_200_000 }))
    .map(([change, offset]): Instant => instant(parseInstant(change) + offset)),
);

const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 600 }))
  .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));

const anySpans = fc.array(anySpan, { maxLength: 3 });

export const anyHours: fc.Arbitrary<HoursInZone> = fc.record({
  timeZone: anyZone,
  week: fc.dictionary(fc.constantFrom(...WEEKDAYS), anySpans, { maxKeys: 7 }),
  exceptions: fc.dictionary(
    fc.constantFrom('2026-03-29', '2026-10-25', '2026-12-24', '2027-01-01'),
    anySpans,
    { maxKeys: 3 },
  ),
});
