// What somebody may have meant by a value that is not taken: candidates in the order of likelihood.
// Nothing here knows what is expected; the schema of the place decides.
import { nearest } from '../nearest.ts';
import { countryCode, countryMeant, languageCode } from './codes-by-name.ts';
import { dates, durations, hoursOfDay, spansOfDay, weekdays } from './times.ts';

type Fix = (text: string) => readonly unknown[];

/** Of several candidates of one line the first that is taken counts. */
const FIXES: readonly Fix[] = [
  (text) => [text],
  (text) => [text.toLowerCase(), text.toUpperCase()],
  (text) => truths(text),
  (text) => numbers(text),
  (text) => [...countryCode(text), ...languageCode(text)],
  (text) => timeZones(text),
  (text) => weekdays(text),
  (text) => spansOfDay(text),
  (text) => hoursOfDay(text),
  (text) => durations(text),
  (text) => shares(text),
  (text) => dates(text),
  (text) => phones(text),
  (text) => comparisons(text),
  (text) => addresses(text),
  (text) => files(text),
  (text) => [text.replace(/^\$\.?/, '').replaceAll(/\[(\w+)\]/g, '.$1')],
  (text) => [text.replaceAll(/\s+/g, ''), withoutAccents(text).replaceAll(/[^A-Za-z0-9]/g, '')],
  (text) => [asId(text)],
  (text) => [lists(text)],
  (text) => [countryMeant(text) ?? ''],
];

/**
 * @param value as it was parsed
 * @param source as it was written: a number may have lost its zeros and its sign
 */
export function candidates(value: unknown, source: string | undefined): readonly unknown[] {
  if (Array.isArray(value)) return value.length === 1 ? value : [];
  if (typeof value === 'object') return bracedText(value);
  const text = (source ?? String(value)).trim();
  const fixed = FIXES.flatMap((fix) => fix(text));
  return [...fixed, ...[value, ...fixed].map((one) => [one])].filter((one) => one !== '');
}

/** `text: {{ name }}` without quotes is a block with a block for a key. */
function bracedText(value: object | null): readonly string[] {
  const [key, ...more] = Object.keys(Object(value));
  return key?.startsWith('{') && more.length === 0 ? [`{${key}}`] : [];
}

/** Two readings of a bare number where a unit is missing. */
export function withUnits(source: string): readonly string[] {
  const number = /^\d+$/.test(source.trim()) ? source.trim() : undefined;
  return number === undefined ? [] : [`${number} s`, `${number} min`];
}

function truths(text: string): readonly boolean[] {
  if (/^(yes|y|on|true|1|tak|ano)$/i.test(text)) return [true];
  return /^(no|n|off|false|0|nie|ne)$/i.test(text) ? [false] : [];
}

function numbers(text: string): readonly number[] {
  const [amount] = /^-?\d+(?:[.,]\d+)?/.exec(text.replaceAll(/(?<=\d)[ _](?=\d{3})/g, '')) ?? [];
  if (amount === undefined) return [];
  const value = Number(amount.replace(',', '.'));
  return [value, Math.round(value)];
}

/** "europe/warsaw", "Warsaw" */
function timeZones(text: string): readonly string[] {
  if (!/[a-z]{3}/i.test(text)) return [];
  const zones = Intl.supportedValuesOf('timeZone');
  const word = text.replaceAll(' ', '_').toLowerCase();
  const ofCity = zones.find((zone) => zone.toLowerCase().endsWith(`/${word}`));
  const near = ofCity ?? (text.includes('/') ? nearest(text, zones) : undefined);
  return near === undefined ? [] : [near];
}

/** "50", "50 percent", "0.5" */
function shares(text: string): readonly string[] {
  const [, amount, sign] = /^(\d+(?:[.,]\d+)?) *(%|percent|pct)?/i.exec(text) ?? [];
  if (amount === undefined) return [];
  const value = Number(amount.replace(',', '.'));
  const percent = sign === undefined && value > 0 && value < 1 ? value * 100 : value;
  return [`${Number(percent.toPrecision(6))}%`];
}

/** With a country code: nothing here knows the country of a number without one. */
function phones(text: string): readonly string[] {
  const digits = text.replaceAll(/[\s().\-/]/g, '').replace(/^(tel|phone):?/i, '');
  if (/^\+\d/.test(digits)) return [digits.replace(/^\+0+/, '+')];
  if (/^00\d/.test(digits)) return [`+${digits.slice(2)}`];
  return /^[1-9]\d{10,14}$/.test(digits) ? [`+${digits}`] : [];
}

const SIGNS: readonly (readonly [words: RegExp, sign: string])[] = [
  [/^(>=|=>|≥|at least|from|min(imum)?)\s*/i, '>='],
  [/^(<=|=<|≤|at most|up to|max(imum)?)\s*/i, '<='],
  [/^(!=|<>|≠|not|=!)\s*/i, '!='],
  [/^(>|more than|over|above)\s*/i, '>'],
  [/^(<|less than|fewer than|under|below)\s*/i, '<'],
  [/^(={1,3}|is|equals|exactly)\s*/i, '='],
];

/** "=> 4", "at least 4", "4+", "4" */
function comparisons(text: string): readonly string[] {
  for (const [words, sign] of SIGNS) {
    const rest = text.replace(words, '');
    if (rest !== text && /^\d+$/.test(rest)) return [`${sign} ${rest}`];
  }
  const [, least] = /^(\d+) ?(?:\+|or more)$/.exec(text) ?? [];
  if (least !== undefined) return [`>= ${least}`];
  return /^\d+$/.test(text) ? [`= ${text}`] : [];
}

/** E-mail addresses and web addresses. */
function addresses(text: string): readonly string[] {
  const [inBrackets] = /[^\s<>:]+@[^\s<>]+/.exec(text) ?? [];
  const spelt = text.replace(/\s*[([]?\bat\b[)\]]?\s*/i, '@').replaceAll(/\s/g, '');
  const isHost = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(text);
  return [
    ...(inBrackets === undefined ? [] : [inBrackets]),
    ...(spelt.includes('@') ? [spelt] : []),
    text.replace(/^http:\/\//i, 'https://'),
    ...(isHost ? [`https://${text}`] : []),
  ];
}

/** The name of a file in recordings/. */
function files(text: string): readonly string[] {
  const name = withoutAccents(text.split(/[/\\]/).at(-1) ?? text).replaceAll(/\s+/g, '-');
  const [stem, ending = ''] = [name.replace(/\.[a-z0-9]+$/i, ''), /\.[a-z0-9]+$/i.exec(name)?.[0]];
  return [name, `${stem}${ending.toLowerCase()}`, `${stem}.wav`];
}

/** "a, b" */
const lists = (text: string): readonly string[] | '' =>
  /[,;]/.test(text) ? text.split(/[,;]/).map((part) => part.trim()) : '';

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L');

/** The closest valid id. */
export const asId = (name: string): string =>
  withoutAccents(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
