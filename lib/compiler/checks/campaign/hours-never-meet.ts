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
import { type Instant, parseInstant } from '../../../domain/model/instant.ts';
import { type Check, type CheckFacts, outboundCampaigns, outboundPath } from '../check-facts.ts';

/** A fixed day to look from, so that the same definitions give the same findings every day. */
const FROM = parseInstant('2026-01-01T00:00Z');

/**
 * The queue is staffed, and recalls are made, when people in the campaign's countries may be called
 * (NEW-7).
 */
export const hoursNeverMeet: Check = function* (facts) {
  for (const [id, , campaign] of outboundCampaigns(facts.definitions)) {
    const settings = contactSettings(facts.definitions, id);
    const needed = [['centre'], ['campaigns', id, 'country'], ['campaigns', id, 'contactHours']];
    if (settings === undefined || !needed.every(facts.gaps.isWhole)) continue;
    for (const country of new Set([settings.country, ...Object.keys(settings.countries)])) {
      const week = campaign.contactHours.countries[country]?.week;
      if ((week && isClosed(week)) || zonesOf(country) === undefined) continue; // other checks
      for (const { key, message } of inCountry(hoursOf(facts, id), country, settings)) {
        yield { at: facts.places.valueAt([...outboundPath(id), key]), message };
      }
    }
  }
};

interface DialingHours {
  readonly queue: HoursInZone | undefined;
  readonly recallHours: HoursInZone | undefined;
}

function* inCountry(
  { queue, recallHours }: DialingHours,
  country: string,
  settings: ContactSettings,
): Generator<{ readonly key: keyof DialingHours; readonly message: string }> {
  const called = `people in ${country} may be called`;
  const doMeet = (...all: readonly (HoursInZone | undefined)[]) => doMeetIn(country, settings, all);
  if (!doMeet(queue)) yield { key: 'queue', message: `the queue is never staffed when ${called}` };
  if (!doMeet(recallHours)) {
    yield { key: 'recallHours', message: `recalls are never allowed when ${called}` };
  }
  if (doMeet(queue) && doMeet(recallHours) && !doMeet(queue, recallHours)) {
    const message = `recalls are never allowed when the queue is staffed and ${called}`;
    yield { key: 'recallHours', message };
  }
}

/** Those that are closed all week are left out: another check reports them. */
function hoursOf({ definitions, gaps }: CheckFacts, campaign: string): DialingHours {
  const { hours, queues, campaigns, centre } = definitions;
  const outbound = campaigns[campaign]?.channels.outbound;
  const named = (id: string | undefined) => {
    const found = hours[id ?? ''];
    if (found === undefined || !gaps.isWhole(['hours', String(id)])) return undefined;
    return isClosed(found.week) ? undefined : hoursInZone(found, centre.timeZone);
  };
  return {
    queue: named(queues[outbound?.queue ?? '']?.hours),
    recallHours: named(outbound?.recallHours),
  };
}

const isClosed = (week: HoursInZone['week']): boolean =>
  Object.values(week).every((spans) => spans.length === 0);

/** In some zone of the country: the others may be out of reach. */
function doMeetIn(
  country: string,
  settings: ContactSettings,
  all: readonly (HoursInZone | undefined)[],
): boolean {
  const given = all.filter((hours) => hours !== undefined);
  if (given.length === 0) return true;
  return (zonesOf(country) ?? []).some((zone) => {
    const callee = calleeHoursIn(settings, country, zone);
    const opens = given.map((hours) => (at: Instant) => nextOpen(hours, at));
    return nextOpenInAll([...opens, (at) => nextCallable(callee, at)], FROM) !== undefined;
  });
}
