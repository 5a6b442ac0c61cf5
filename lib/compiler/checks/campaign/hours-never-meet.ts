import {
  type HoursInZone,
  hoursInZone,
  nextOpen,
  nextOpenInAll,
} from '../../../domain/contact-hours/calendar.ts';
import {
  type ContactSettings,
  calleeHoursIn,
  contactSettings,
  nextCallable,
} from '../../../domain/contact-hours/callee-hours.ts';
import { zonesOf } from '../../../domain/contact-hours/numbering.ts';
import { parseInstant } from '../../../domain/model/instant.ts';
import { type Check, type CheckFacts, outboundCampaigns, outboundPath } from '../check-facts.ts';

/** A fixed day to look from, so that the same definitions give the same findings every day. */
const FROM = parseInstant('2026-01-01T00:00Z');

/**
 * The queue is staffed, and recalls are made, when people in the campaign's countries may be called
 * (NEW-7).
 */
export const hoursNeverMeet: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [id, { recallHours }, campaign] of outboundCampaigns(definitions)) {
    const settings = contactSettings(definitions, id);
    if (settings === undefined) continue;
    const isKnown = [['centre'], ['campaigns', id, 'country'], ['campaigns', id, 'contactHours']];
    if (!isKnown.every(gaps.isWhole)) continue;
    for (const country of new Set([settings.country, ...Object.keys(settings.countries)])) {
      const week = campaign.contactHours.countries[country]?.week;
      const isClosed = week && Object.values(week).every((spans) => spans.length === 0);
      if (isClosed || zonesOf(country) === undefined) continue; // reported by other checks
      for (const [key, hours] of Object.entries(hoursOf(facts, id, recallHours))) {
        if (isClosedAllWeek(hours) || doMeet(hours, country, settings)) continue;
        const at = places.valueAt([...outboundPath(id), key]);
        const what = key === 'queue' ? 'the queue is never staffed' : 'recalls are never allowed';
        yield { at, message: `${what} when people in ${country} may be called` };
      }
    }
  }
};

/** By the key that names them. */
function hoursOf(
  { definitions: { hours, queues, campaigns, centre }, gaps }: CheckFacts,
  campaign: string,
  recallHours: string | undefined,
): Readonly<Record<string, HoursInZone>> {
  const queue = queues[campaigns[campaign]?.channels.outbound?.queue ?? ''];
  const named = { queue: queue?.hours, recallHours };
  return Object.fromEntries(
    Object.entries(named).flatMap(([key, id]) => {
      const found = id === undefined ? undefined : hours[id];
      return found && gaps.isWhole(['hours', String(id)])
        ? [[key, hoursInZone(found, centre.timeZone)] as const]
        : [];
    }),
  );
}

const isClosedAllWeek = ({ week }: HoursInZone): boolean =>
  Object.values(week).every((spans) => spans.length === 0);

/** In some zone of the country: the others may be out of reach. */
function doMeet(hours: HoursInZone, country: string, settings: ContactSettings): boolean {
  const zones = zonesOf(country) ?? [];
  return zones.some((zone) => {
    const callee = calleeHoursIn(settings, country, zone);
    const all = [
      (at: typeof FROM) => nextOpen(hours, at),
      (at: typeof FROM) => nextCallable(callee, at),
    ];
    return nextOpenInAll(all, FROM) !== undefined;
  });
}
