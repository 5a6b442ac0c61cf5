// The hours in which a callee may be called where he or she is (NEW-7): of every place and zone it
// may be, all must be open. Asked for every record of every tick, so what is open is kept as a
// stretch of epoch time per place, and what is said of it per minute.

import type { Definitions } from '../../language/definitions.ts';
import type { SpecialNumber } from '../../language/schema/campaign.ts';
import type { CountryHours } from '../../language/schema/contact-hours.ts';
import type { Gate } from '../model/gate.ts';
import { type Instant, instant } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { DAY } from '../model/time-zone.ts';
import { allowedHours } from './allowed-hours.ts';
import { nextOpen, nextOpenInAll, openUntil } from './calendar.ts';
import { gateText } from './gate-text.ts';
import { holidaysOf } from './holidays.ts';
import type { LocalHours } from './local-hours.ts';
import { type Clues, cluesOf, locationsOf, type Place, type PlaceSettings } from './location.ts';
import type { NumberOrigin } from './numbering.ts';

/** What a campaign and its centre say, in one. */
export interface ContactSettings extends PlaceSettings {
  readonly countries: Readonly<Record<string, CountryHours>>;
  /** Kinds of special numbers that may be called; none when missing. */
  readonly specialNumbers?: readonly SpecialNumber[];
}

/** A stretch of time with one answer. */
interface Phase {
  readonly from: Instant;
  readonly to: Instant;
  /** When it is closed in the stretch: the first open moment after it. */
  readonly opens?: Instant;
  readonly isOpen: boolean;
}

export interface CalleeHours {
  readonly places: readonly Place[];
  readonly settings: ContactSettings;
  /** Kept from the last question. */
  local?: { readonly year: number; readonly hours: readonly LocalHours[] };
  phases?: readonly Phase[];
  shown?: { readonly minute: number; readonly gate: Gate };
}

/** undefined when there is no such campaign. */
export function contactSettings(
  { campaigns, centre }: Definitions,
  id: string,
): ContactSettings | undefined {
  const campaign = campaigns[id];
  if (campaign === undefined) return undefined;
  const { where, countryField, regionField, countries } = campaign.contactHours;
  const known = settingsOf.get(campaign);
  const country = campaign.country ?? centre.country;
  if (known?.zone === centre.timeZone && known.country === country) return known;
  const made: ContactSettings = {
    where,
    countries,
    country,
    specialNumbers: campaign.channels.outbound?.specialNumbers ?? [],
    zone: centre.timeZone,
    countryField,
    regionField,
  };
  settingsOf.set(campaign, made);
  return made;
}

/** The same object each time, so that what is known of places is found again. */
const settingsOf = new WeakMap<object, ContactSettings>();

const knownHours = new WeakMap<
  ContactSettings,
  Map<NumberOrigin | undefined, Map<string, CalleeHours>>
>();

export function calleeHours(
  settings: ContactSettings,
  record: Pick<CampaignRecord, 'phones' | 'fields'>,
): CalleeHours {
  const clues = cluesOf(record, settings);
  const byOrigin = knownHours.get(settings) ?? new Map();
  knownHours.set(settings, byOrigin);
  const byAddress: Map<string, CalleeHours> = byOrigin.get(clues.origin) ?? new Map();
  byOrigin.set(clues.origin, byAddress);
  const address = addressOf(clues);
  const hours = byAddress.get(address) ?? { places: locationsOf(clues, settings), settings };
  byAddress.set(address, hours);
  return hours;
}

/** Of somebody who is known to be in that zone of that country. */
export function calleeHoursIn(
  settings: ContactSettings,
  country: string,
  zone: string,
): CalleeHours {
  const origin = { country, zones: [zone], regions: [] };
  return { places: locationsOf({ origin }, settings), settings };
}

const addressOf = ({ country, region }: Clues): string =>
  country === undefined && region === undefined ? '' : `${country ?? ''}-${region ?? ''}`;

/**
 * The first moment from `at` on at which the callee may be called; undefined when none comes in 400
 * days.
 */
export function nextCallable(callee: CalleeHours, at: Instant): Instant | undefined {
  const phase = phaseAt(callee, at);
  return phase.isOpen ? at : phase.opens;
}

/** The gate as it stands at `now`, and when it opens next. */
export function calleeGate(
  callee: CalleeHours,
  now: Instant,
): { readonly gate: Gate; readonly opens: Instant | undefined } {
  const opens = nextCallable(callee, now);
  const minute = Math.floor(now / 60_000);
  if (callee.shown?.minute !== minute || callee.shown.gate.passed !== (opens === now)) {
    const gate = { gate: 'callee-hours', ...gateText(localHours(callee, now), now, opens) };
    callee.shown = { minute, gate };
  }
  return { gate: callee.shown.gate, opens };
}

/** Now, and the next days, for what is put off until then. */
const PHASES = 4;

function phaseAt(callee: CalleeHours, at: Instant): Phase {
  const { phases = [] } = callee;
  const known = phases.find(({ from, to }) => from <= at && at < to);
  if (known !== undefined) return known;
  const local = localHours(callee, at);
  const all = local.map(
    ({ hours }) =>
      (moment: Instant) =>
        nextOpen(hours, moment),
  );
  const opens = nextOpenInAll(all, at);
  const closes = opens === at ? local.map(({ hours }) => openUntil(hours, at) ?? at) : [];
  const found: Phase =
    opens === at
      ? { from: at, to: instant(Math.min(...closes)), isOpen: true }
      : { from: at, to: opens ?? instant(at + DAY), isOpen: false, opens: opens || undefined };
  callee.phases = [found, ...phases.slice(0, PHASES - 1)];
  return found;
}

/** Holidays are worked out for some years at a time: nobody looks further ahead than 400 days. */
function localHours(callee: CalleeHours, at: Instant): readonly LocalHours[] {
  const year = new Date(at).getUTCFullYear();
  const { local, places, settings } = callee;
  if (local !== undefined && local.year <= year && year <= local.year + 1) return local.hours;
  const years = [year - 1, year, year + 1, year + 2, year + 3];
  const hours = places.flatMap((place) => hoursAt(place, settings, years));
  callee.local = { year, hours };
  return hours;
}

function hoursAt(
  place: Place,
  { countries }: ContactSettings,
  years: readonly number[],
): readonly LocalHours[] {
  const own = countries[place.country];
  const rule = own?.holidays ?? 'closed';
  const regions = rule === 'nationwide' ? rule : place.regions;
  const holidays = new Map(
    rule === 'open'
      ? []
      : years.flatMap((year) => [...(holidaysOf(place.country, regions, year) ?? [])]),
  );
  const closed = Object.fromEntries([...holidays.keys()].map((day) => [day, []]));
  const week = own?.week ?? allowedHours(place.country).week;
  const exceptions = { ...closed, ...own?.exceptions };
  for (const day of Object.keys(own?.exceptions ?? {})) holidays.delete(day);
  return place.zones.map((timeZone) => ({
    place,
    holidays,
    hours: { timeZone, week, exceptions },
  }));
}
