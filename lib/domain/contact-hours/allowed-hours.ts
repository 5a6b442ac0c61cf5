// When people may be called where they are, as long as the campaign says nothing else. Most
// countries leave the hours of calls to custom: what stands here without a rule behind it is our
// own caution, and `basis` says so.
import { own } from '../../language/dictionary.ts';
import type { Span, Weekday } from '../../language/schema/hours.ts';

export type AllowedWeek = Readonly<Record<Weekday, readonly Span[]>>;

export interface AllowedHours {
  readonly week: AllowedWeek;
  /**
   * law: breaking it is unlawful · code: a code of conduct of the trade · ours: a cautious default.
   */
  readonly basis: 'law' | 'code' | 'ours';
  readonly source: string;
}

const at = (hour: number): number => hour * 60;
const span = (from: number, to: number): Span => ({ from: at(from), to: at(to) });

function week(
  weekday: readonly Span[],
  sat: readonly Span[],
  sun: readonly Span[] = [],
): AllowedWeek {
  return { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat, sun };
}

/**
 * The strictest of the codes we know (Germany's), taken for every country without hours of its own.
 */
const CAUTIOUS = week([span(8, 20)], [span(9, 18)]);

export const ELSEWHERE: AllowedHours = {
  week: CAUTIOUS,
  basis: 'ours',
  source: 'no rule for this country in our data',
};

export const ALLOWED_HOURS: Readonly<Record<string, AllowedHours>> = {
  PL: {
    week: CAUTIOUS,
    basis: 'ours',
    source:
      'Prawo komunikacji elektronicznej, art. 398, requires consent to marketing calls and, as far as we know, sets no hours',
  },
  CZ: {
    week: CAUTIOUS,
    basis: 'ours',
    source:
      'zákon č. 127/2005 Sb., § 96, requires consent to marketing calls and, as far as we know, sets no hours',
  },
  SK: {
    week: CAUTIOUS,
    basis: 'ours',
    source:
      'zákon č. 452/2021 Z. z., § 116, regulates who may be called and from which numbers but, as far as we know, not the hours',
  },
  DE: {
    week: CAUTIOUS,
    basis: 'code',
    source:
      'Branchenkodex of CCV and DDV (2015): Monday to Friday 8 to 20, Saturday 9 to 18, not on Sundays and holidays; the law (UWG § 7) sets no hours',
  },
  FR: {
    week: week([span(10, 13), span(14, 20)], []),
    basis: 'law',
    source:
      'décret n° 2022-1313, in force since March 2023: Monday to Friday 10 to 13 and 14 to 20, not on holidays',
  },
  US: {
    week: week([span(8, 21)], [span(8, 21)], [span(8, 21)]),
    basis: 'law',
    source:
      '47 CFR 64.1200(c)(1): telephone solicitation not before 8 or after 21 o’clock at the called party’s location; some states are stricter',
  },
};

export const allowedHours = (country: string): AllowedHours =>
  own(ALLOWED_HOURS, country) ?? ELSEWHERE;
