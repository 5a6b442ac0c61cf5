// What the answers lead to, worked out once for all files of the new centre.
import { basename, resolve } from 'node:path';
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
import { fromLocal, toLocal } from '../../simulation/scenarios/local-time.ts';
import { type Answers, mainZone } from './answers.ts';
import { peopleOf } from './people.ts';
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
  /** The clock that the office keeps. */
  readonly officeZone: string;
  /** YYYY-MM-DD */
  readonly today: string;
}

const LONGEST_NAME = 40;
const NAMELESS = 'My Centre';

export function centrePlan(folder: string, answers: Answers, today: string): CentrePlan {
  const name = nameOf(folder);
  const numbers = inventedNumbers(answers.country);
  const [first, ...otherLanguages] = answers.languages;
  return {
    ...answers,
    name,
    plainName: plainLetters(name) || NAMELESS,
    texts: TEXTS[first],
    otherLanguages,
    numbers,
    person: peopleOf(answers.country).called[0] ?? '',
    officeZone: officeZone(answers, numbers.written),
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

/** 09:00-17:00 on working days. */
const OFFICE_SPAN = { from: 9 * 60, to: 17 * 60 };
const OFFICE_WEEK: HoursInZone['week'] = Object.fromEntries(
  WEEKDAYS.filter((day) => day !== 'sat' && day !== 'sun').map((day) => [day, [OFFICE_SPAN]]),
);
const FROM = parseInstant('2026-03-02T00:00Z');

/**
 * The centre's own clock, unless its office hours are night where the people are: then the office
 * keeps the clock of their country.
 */
function officeZone({ country, timeZone }: Answers, written: readonly string[]): string {
  const office = { timeZone, week: OFFICE_WEEK, exceptions: {} };
  const settings: ContactSettings = { where: 'callee', countries: {}, country, zone: timeZone };
  const zones = new Set(written.map((number) => zonesOfNumber(number, country).join(' ')));
  const isDay = [...zones].every((places) => {
    const people = places
      .split(' ')
      .map((zone) => calleeHoursIn(settings, country, zone))
      .map((callee) => (at: Instant) => nextCallable(callee, at));
    return nextOpenInAll([(at) => nextOpen(office, at), ...people], FROM) !== undefined;
  });
  return isDay ? timeZone : mainZone(country);
}

function zonesOfNumber(number: string, country: string): readonly string[] {
  const read = normalisePhone(number, country);
  const origin = read.kind === 'ok' ? originOf(read.phone) : undefined;
  return origin?.zones ?? [mainZone(country)];
}

/** A moment of the office's clock as the centre's clock shows it: "2026-03-02T10:00". */
export const centreTime = ({ officeZone, timeZone }: CentrePlan, text: string): string =>
  toLocal(fromLocal(text, officeZone), timeZone);
