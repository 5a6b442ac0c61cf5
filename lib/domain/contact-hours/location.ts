// Where a callee is, as far as the number and the address on the record show (NEW-7). What is not
// known is not guessed: a place may have several time zones and regions, and the strictest of them
// counts. A number of one country on an address in another is at both.
import { type CampaignRecord, defaultOf } from '../model/record.ts';
import { countryNamed } from './country-names.ts';
import { GERMAN_LAND_CODES, germanLand } from './german-lands.ts';
import { type NumberOrigin, originOf, zonesOf } from './numbering.ts';

/** What the campaign says about where its people are. */
export interface PlaceSettings {
  readonly where: 'callee' | 'campaign';
  readonly countryField?: string;
  readonly regionField?: string;
  /** The campaign's own country and zone: those of numbers that show none. */
  readonly country: string;
  readonly zone: string;
}

export interface Place {
  readonly country: string;
  readonly zones: readonly string[];
  /** Those it may be in; empty when the country's regions make no difference. */
  readonly regions: readonly string[];
  readonly knownBy:
    | 'by its number'
    | 'by its address'
    | 'by number and address'
    | 'by the campaign';
  /** Neither number nor address shows the country. */
  readonly isUnknown: boolean;
}

/** What in a record shows where it is; the same clues, the same places. */
export interface Clues {
  readonly origin: NumberOrigin | undefined;
  /** Of the address: a country we know, a German Land. */
  readonly country?: string;
  readonly region?: string;
}

export function cluesOf(
  { phones, fields }: Pick<CampaignRecord, 'phones' | 'fields'>,
  { where, countryField, regionField }: PlaceSettings,
): Clues {
  if (where === 'campaign') return { origin: undefined };
  const origin = originOf(defaultOf(phones) ?? '');
  if (countryField === undefined && regionField === undefined) return { origin };
  const country = countryNamed(fields[countryField ?? ''] ?? '');
  const land = fields[regionField ?? ''];
  const region =
    land === undefined || (country ?? origin?.country) !== 'DE' ? undefined : germanLand(land);
  return {
    origin,
    country,
    region,
  };
}

/** At least one; two when number and address name different countries. */
export function locationsOf(clues: Clues, settings: PlaceSettings): readonly Place[] {
  const { origin, country, region } = clues;
  const byNumber = origin && placeOfNumber(origin, clues);
  const isElsewhere = country !== undefined && country !== origin?.country;
  const byAddress = isElsewhere
    ? {
        country,
        zones: zonesOf(country) ?? [],
        regions: region === undefined ? regionsUnknown(country) : [region],
        knownBy: 'by its address' as const,
        isUnknown: false,
      }
    : undefined;
  const places = [byNumber, byAddress].filter((place) => place !== undefined);
  return places.length > 0 ? places : [placeOfCampaign(settings)];
}

function placeOfNumber(origin: NumberOrigin, { country, region }: Clues): Place {
  const { zones, regions } = origin;
  const isThere = country === undefined || country === origin.country;
  const here = isThere && region !== undefined ? [region] : regions;
  return {
    country: origin.country,
    zones,
    regions: here.length > 0 ? here : regionsUnknown(origin.country),
    knownBy:
      isThere && (country ?? region) !== undefined ? 'by number and address' : 'by its number',
    isUnknown: false,
  };
}

function placeOfCampaign({ where, country, zone }: PlaceSettings): Place {
  return {
    country,
    zones: [zone],
    regions: regionsUnknown(country),
    knownBy: 'by the campaign',
    isUnknown: where === 'callee',
  };
}

const regionsUnknown = (country: string): readonly string[] =>
  country === 'DE' ? GERMAN_LAND_CODES : [];
