// Building blocks of the language: ids, durations, times of day. Authors write them as people do
// ("2 h", "09:00-17:00"); everything behind the loader sees numbers only.
import { z } from 'zod';

/**
 * An id: lower-case letters, digits and dashes, at most 40 characters. File names and map keys are
 * ids. The one id that every JavaScript object has a member of is no id, so that a look-up in a map
 * finds only what was written there.
 */
export const Id = z
  .string()
  .regex(
    /^(?!constructor$)[a-z][a-z0-9-]{0,39}$/,
    'an id: lower-case letters, digits and dashes, beginning with a letter',
  );

const UNIT_SECONDS = { s: 1, min: 60, h: 3600, d: 86_400 } as const;

export function seconds(text: string): number {
  const match = /^(\d+) ?(s|min|h|d)$/.exec(text);
  if (!match) return Number.NaN;
  return Number(match[1]) * UNIT_SECONDS[match[2] as keyof typeof UNIT_SECONDS];
}

/** A length of time, written "30 s", "15 min", "2 h" or "3 d"; seconds behind the loader. */
export const Duration = z
  .string()
  .regex(/^\d+ ?(s|min|h|d)$/, 'a duration such as "30 s", "15 min", "2 h" or "3 d"')
  .transform(seconds);

/**
 * A length of time whose days are days of the calendar: "2 d" leads to the same time of day two
 * days later, also when the clock changes between. Hours, minutes and seconds are lengths.
 */
export interface Period {
  readonly days: number;
  readonly seconds: number;
}

export function period(text: string): Period {
  const [, days] = /^(\d+) ?d$/.exec(text) ?? [];
  return days === undefined
    ? { days: 0, seconds: seconds(text) }
    : { days: Number(days), seconds: 0 };
}

export const AT_ONCE: Period = { days: 0, seconds: 0 };

/** A period, written as a duration. */
export const PeriodText = z
  .string()
  .regex(/^\d+ ?(s|min|h|d)$/, 'a duration such as "30 s", "15 min", "2 h" or "3 d"')
  .transform(period);

/** A share, written "50%"; 0 to 1 behind the loader. */
export const Percent = z
  .string()
  .regex(/^(100|[1-9]?\d)(\.\d+)? ?%$/, 'a share such as "50%"')
  .transform((text) => Number.parseFloat(text) / 100);

/** A calendar day, YYYY-MM-DD. */
export const Day = z.iso.date('a date such as 2026-12-31');

/** A telephone number in international form, E.164. */
export const Phone = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'a number in international form such as "+48221234567"');

export const Email = z.email('an e-mail address');

/** A domain of DNS, in small letters. */
export const Domain = z
  .string()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'a domain such as reply.example.com',
  );

/** ISO 3166 country code, two capital letters. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'a country code such as PL');

/** What callers hear. Connect plays WAV only, so an MP3 is converted at deployment. */
export const RecordingFile = z
  .string()
  .regex(/^[A-Za-z0-9._-]+\.(wav|mp3)$/, 'a WAV or MP3 file in the folder recordings/');

export const Language = z.enum(['en', 'pl', 'cs']);
export type Language = z.output<typeof Language>;

export const TimeZone = z.string().refine(isTimeZone, 'a time zone such as Europe/Warsaw');

/** A name spelt as IANA spells it: an offset such as +01:00 has no daylight saving time. */
function isTimeZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    return timeZone === zone || timeZone.toLowerCase() !== zone.toLowerCase();
  } catch {
    return false;
  }
}

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A comparison with a number, written ">= 4" (CBR-3, CBR-6). */
export const Compare = z
  .string()
  .regex(/^(=|!=|<=|>=|<|>) ?\d+$/, 'a comparison such as ">= 4"')
  .transform((text) => {
    const [, operator, value] = /^(\D+?) ?(\d+)$/.exec(text) ?? [];
    return { operator: operator as Comparison, value: Number(value) };
  });
