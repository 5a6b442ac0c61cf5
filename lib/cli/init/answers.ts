// What is asked before a centre is made: each answer read from what was typed, and its default.
import { z } from 'zod';
import { countryNamed } from '../../domain/contact-hours/country-names.ts';
import { COUNTRIES, zonesOf } from '../../domain/contact-hours/numbering.ts';
import { didYouMean, nearest } from '../../language/nearest.ts';
import { countryMeant } from '../../language/remedies/codes-by-name.ts';
import { Language, TimeZone } from '../../language/schema/basics.ts';
import type { Wrong } from '../option-values.ts';

/** What a centre does. It always places calls. */
export const CENTRE_CHANNELS = ['outbound', 'inbound', 'sms', 'email'] as const;
type InitChannel = (typeof CENTRE_CHANNELS)[number];

export interface Answers {
  /** ISO 3166. */
  readonly country: string;
  /** The first is the one people are called in. */
  readonly languages: readonly [Language, ...Language[]];
  /** IANA name. */
  readonly timeZone: string;
  readonly channels: ReadonlySet<InitChannel>;
}

/** Countries with texts or numbers of their own; tried first when a code is misspelt. */
const USUAL = ['PL', 'CZ', 'SK', 'DE', 'AT', 'GB', 'US'];
/** Where the machine's time zone is that of no country. */
const COUNTRY_WITHOUT_ZONE = 'GB';

const englishNames = new Intl.DisplayNames(['en'], { type: 'region' });
export const countryName = (country: string): string => englishNames.of(country) ?? country;

export function readCountry(text: string): string | Wrong {
  const country = countryNamed(text);
  if (country !== undefined) return country;
  const near =
    text.trim().length <= 2
      ? nearest(text.trim(), [...USUAL, ...COUNTRIES])
      : countryNamed(countryMeant(text) ?? '');
  const remedy =
    near === undefined
      ? 'write a code, such as PL, or a name, such as Poland'
      : `did you mean ${near} (${countryName(near)})?`;
  return { wrong: `there is no country '${text.trim()}'; ${remedy}` };
}

export function readLanguages(text: string): Answers['languages'] | Wrong {
  const known = z.array(Language);
  const written = [...new Set(words(text))];
  const stranger = written.find((one) => !Language.safeParse(one).success);
  if (stranger !== undefined)
    return {
      wrong: `Ringback does not speak '${stranger}' to callers; choose from ${Language.options.join(', ')}`,
    };
  const [first, ...others] = known.parse(written);
  return first === undefined
    ? { wrong: `name at least one language: ${Language.options.join(', ')}` }
    : [first, ...others];
}

export function readTimeZone(text: string): string | Wrong {
  const zone = text.trim();
  if (TimeZone.safeParse(zone).success) return zone;
  const near = nearest(zone, Intl.supportedValuesOf('timeZone'));
  const remedy = near === undefined ? 'write one such as Europe/Warsaw' : `did you mean ${near}?`;
  return { wrong: `there is no time zone '${zone}'; ${remedy}` };
}

export function readChannels(text: string): Answers['channels'] | Wrong {
  const written = words(text);
  const known: ReadonlyMap<string, InitChannel> = new Map(CENTRE_CHANNELS.map((one) => [one, one]));
  const stranger = written.find((one) => !known.has(one));
  if (stranger !== undefined) {
    return { wrong: `there is no channel '${stranger}'. ${didYouMean(stranger, CENTRE_CHANNELS)}` };
  }
  return new Set(['outbound', ...written.flatMap((one) => known.get(one) ?? [])]);
}

/** Lists are written with commas, blanks or both. */
const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');

/** The country whose time zone it is. */
export function countryOfZone(zone: string): string {
  const there = COUNTRIES.filter((country) => zonesOf(country)?.includes(zone));
  const usual = USUAL.find((country) => there.includes(country));
  const main = there.find((country) => mainZone(country) === zone);
  return usual ?? main ?? there[0] ?? COUNTRY_WITHOUT_ZONE;
}

export function usualLanguages(country: string): Answers['languages'] {
  if (country === 'PL') return ['pl'];
  return country === 'CZ' ? ['cs'] : ['en'];
}

/** Where a country has several time zones: that of most of its people. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Ponape',
  GB: 'Europe/London',
  KI: 'Pacific/Tarawa',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  NO: 'Europe/Oslo',
  PF: 'Pacific/Tahiti',
  PT: 'Europe/Lisbon',
  RE: 'Indian/Reunion',
  RU: 'Europe/Moscow',
  US: 'America/New_York',
};

export const mainZone = (country: string): string =>
  MAIN_ZONES[country] ?? zonesOf(country)?.[0] ?? 'UTC';
