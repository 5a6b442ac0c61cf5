// Dates, numbers and spans of time as readers of a language write them.
import { asItIs, type Say } from './said/sayer.ts';
import type { LanguageCode } from './texts/texts.ts';

export interface Formats {
  number(value: number): string;
  /** @param share 0 to 1 */
  percent(share: number): string;
  /** Day and time of an ISO moment. */
  moment(iso: string): string;
  /** With seconds. */
  exact(iso: string): string;
  time(iso: string): string;
  day(iso: string): string;
  /** A sentence of the API in the language of the page, its moments as readers write them. */
  sentence(text: string): string;
  /** What a decision looked at, such as losses-left, in words. */
  gate(name: string): string;
  /** A span in its two largest units. */
  span(ms: number): string;
  list(items: readonly string[]): string;
  /** @param currency such as EUR */
  money(value: number, currency: string): string;
  /** What the centre's clock shows, YYYY-MM-DDTHH:MM, whatever zone it is in. */
  localMoment(text: string): string;
  localHour(text: string): string;
  /** YYYY-MM-DD. */
  localDay(text: string): string;
  /** In figures, as one types it: YYYY-MM-DD otherwise. */
  shortDay(text: string): string;
  /** In which moments are written. */
  readonly timeZone: string;
}

const UNITS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
] as const;

const ISO = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})/g;

/** English with days before months and 24 hours, as in the centres of Europe. */
const LOCALES: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', pl: 'pl', cs: 'cs' };

/** @param timeZone that of the device when missing */
export function formatsOf(code: LanguageCode, timeZone?: string, say: Say = asItIs): Formats {
  const locale = LOCALES[code];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale);
  const date = (style: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...style });
    return (iso: string) => format.format(new Date(iso));
  };
  const local = (style: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...style });
    return (text: string) => format.format(new Date(text.includes('T') ? `${text}Z` : text));
  };
  const short = local({ day: '2-digit', month: '2-digit', year: 'numeric' });
  const exact = date({ dateStyle: 'medium', timeStyle: 'medium' });
  const units = new Map(
    UNITS.map(({ unit }) => [
      unit,
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }),
    ]),
  );
  const part = (unit: (typeof UNITS)[number]['unit'], value: number) =>
    units.get(unit)?.format(value) ?? String(value);
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    moment: date({ dateStyle: 'medium', timeStyle: 'short' }),
    exact,
    time: date({ timeStyle: 'medium' }),
    day: date({ dateStyle: 'medium' }),
    sentence: (text) => say(text).replaceAll(ISO, (iso) => exact(iso)),
    gate: (name) => say(name).replaceAll('-', ' '),
    span: (ms) => {
      const from = UNITS.findIndex((each) => ms >= each.ms);
      const [large, small] = from < 0 ? UNITS.slice(-1) : UNITS.slice(from, from + 2);
      if (large === undefined) return '';
      const whole = Math.floor(ms / large.ms);
      const rest = small === undefined ? 0 : Math.floor((ms % large.ms) / small.ms);
      const first = part(large.unit, whole);
      return small === undefined || rest === 0 ? first : `${first} ${part(small.unit, rest)}`;
    },
    list: (items) => list.format(items),
    money: (value, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value),
    localMoment: local({ dateStyle: 'medium', timeStyle: 'short' }),
    localHour: local({ day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit' }),
    // Czech puts blanks between its figures
    shortDay: (text) => short(text).replaceAll(/\s/g, ''),
    localDay: local({ weekday: 'short', day: 'numeric', month: 'numeric' }),
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

const TYPED =
  /^(?:(?<y>\d{4})-(?<m>\d\d?)-(?<d>\d\d?)|(?<day>\d\d?)\D+(?<month>\d\d?)\D+(?<year>\d{4}))\.?$/;

/**
 * The day that was typed, day before month as in all languages of the pages, as YYYY-MM-DD;
 * undefined when it is none.
 */
export function dayTyped(text: string): string | undefined {
  const { y, m, d, day = d, month = m, year = y } = TYPED.exec(text.trim())?.groups ?? {};
  if (year === undefined) return undefined;
  const iso = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(iso) ? iso : undefined;
}
