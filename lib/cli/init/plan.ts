// What the answers lead to, worked out once for all files of the new centre.
import { basename, resolve } from 'node:path';
import { allowedHours } from '../../domain/contact-hours/allowed-hours.ts';
import { type HoursInZone, nextOpen, nextOpenInAll } from '../../domain/contact-hours/calendar.ts';
import {
  type ContactSettings,
  calleeHoursIn,
  nextCallable,
} from '../../domain/contact-hours/callee-hours.ts';
import { originOf } from '../../domain/contact-hours/numbering.ts';
import { type Instant, parseInstant } from '../../domain/model/instant.ts';
import { normalisePhone } from '../../domain/records/phone.ts';
import type { Language } from '../../language/schema/basics.ts';
import { WEEKDAYS } from '../../language/schema/hours.ts';
import type { Wrong } from '../option-values.ts';
import { type Answers, countryName, mainZone } from './answers.ts';
import { inventedPeople } from './people.ts';
import { type InventedNumbers, inventedNumbers } from './phone-numbers.ts';
import { type CentreTexts, TEXTS } from './texts.ts';

export interface CentrePlan extends Answers {
  /** As people hear and read it. */
  readonly name: string;
  /** The same in plain letters, for text messages. */
  readonly plainName: string;
  readonly texts: CentreTexts;
  /** Languages beside the first, each with a line of its own when people may call in. */
  readonly otherLanguages: readonly Language[];
  readonly numbers: InventedNumbers;
  /** The first of the invented people. */
  readonly person: string;
  readonly office: Office;
  /** Whether the first of the invented people lives by the centre's clock. */
  readonly isAtHome: boolean;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** Working hours, Monday to Friday: "09:00" to "17:00". */
interface Office {
  readonly opens: string;
  readonly closes: string;
}

const LONGEST_NAME = 40;
const NAMELESS = 'My Centre';

/** Refused where nobody may be called while the office works: it is night there. */
export function centrePlan(folder: string, answers: Answers, today: string): CentrePlan | Wrong {
  const name = nameOf(folder);
  const numbers = inventedNumbers(answers.country);
  const office = officeOf(answers, numbers.written);
  if ('wrong' in office) return office;
  const [first, ...otherLanguages] = answers.languages;
  return {
    ...answers,
    name,
    plainName: plainLetters(name) || NAMELESS,
    texts: TEXTS[first],
    otherLanguages,
    numbers,
    person: inventedPeople(answers.country).called[0] ?? '',
    office,
    isAtHome: zonesOfNumber(numbers.first, answers.country).join() === answers.timeZone,
    today,
  };
}

/** `acme-support` is "Acme Support". */
function nameOf(folder: string): string {
  const words = basename(resolve(folder))
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return [...words.join(' ')].slice(0, LONGEST_NAME).join('').trim() || NAMELESS;
}

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^A-Za-z0-9 ]/g, '')
    .trim();

const OPENS = 9 * 60;
const WORKS = 8 * 60;
const FROM = parseInstant('2026-03-02T00:00Z');

/** From nine on, or from when people may be called, on the centre's own clock. */
function officeOf({ country, timeZone }: Answers, written: readonly string[]): Office | Wrong {
  const [permitted] = allowedHours(country).week.mon;
  const from = Math.max(OPENS, permitted?.from ?? OPENS);
  const span = { from, to: from + WORKS };
  const days = WEEKDAYS.filter((day) => day !== 'sat' && day !== 'sun');
  const week = Object.fromEntries(days.map((day) => [day, [span]]));
  const [opens, closes] = [clock(span.from), clock(span.to)];
  if (doMeet({ timeZone, week, exceptions: {} }, country, written)) return { opens, closes };
  return {
    wrong: `when an office in ${timeZone} works, from ${opens} to ${closes}, nobody in ${countryName(country)} may be called; use --time-zone ${mainZone(country)}`,
  };
}

const clock = (minutes: number): string => `${String(minutes / 60).padStart(2, '0')}:00`;

/** Everybody may be called at some time in the hours. */
function doMeet(office: HoursInZone, country: string, written: readonly string[]): boolean {
  const settings: ContactSettings = {
    where: 'callee',
    countries: {},
    country,
    zone: office.timeZone,
  };
  const places = new Set(written.map((number) => zonesOfNumber(number, country).join(' ')));
  return [...places].every((zones) => {
    const people = zones
      .split(' ')
      .map((zone) => calleeHoursIn(settings, country, zone))
      .map((callee) => (at: Instant) => nextCallable(callee, at));
    return nextOpenInAll([(at) => nextOpen(office, at), ...people], FROM) !== undefined;
  });
}

function zonesOfNumber(number: string, country: string): readonly string[] {
  const read = normalisePhone(number, country);
  const origin = read.kind === 'ok' ? originOf(read.phone) : undefined;
  return origin?.zones ?? [mainZone(country)];
}
