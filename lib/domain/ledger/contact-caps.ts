// Caps on how often a person is contacted, across campaigns and channels (NEW-7). Every contact
// that we begin counts from the moment Connect or the provider is asked for it: a call, the text of
// a campaign, a message of a callback rule. What a person is answered in a conversation, and what a
// classifier sends them after one, is part of that contact and does not count. Somebody who asked
// for the contact is not kept from it.

import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Period } from '../../language/schema/basics.ts';
import type { ContactCap } from '../../language/schema/contact-cap.ts';
import type { Gate } from '../model/gate.ts';
import { type Instant, instant, toIso } from '../model/instant.ts';
import { plusPeriod, usualSeconds } from '../model/period.ts';
import type { ReachedBy } from './ledger.ts';

export interface Contacted {
  /** Of the attempt, or of the message where there is none of its own. */
  readonly id: string;
  readonly at: Instant;
  readonly channel: ReachedBy;
}

/** The contacts with one number or address, as long as any cap looks back. */
export interface ContactPage {
  /** Counts changes, from 0. */
  readonly version: number;
  readonly contacts: readonly Contacted[];
}

export const NO_CONTACTS: ContactPage = { version: 0, contacts: [] };

/** Those of the centre and those of the campaign. */
export function capsOf(
  { centre, campaigns }: Definitions,
  campaign: string,
): readonly ContactCap[] {
  return [...centre.contactCaps, ...(own(campaigns, campaign)?.contactCaps ?? [])];
}

/** Seconds for which contacts are remembered; undefined when nothing in the files counts them. */
export function remembersFor({ centre, campaigns }: Definitions): number | undefined {
  const caps = [centre, ...Object.values(campaigns)].flatMap((each) => each.contactCaps);
  // a day the clock makes longer is longer by an hour
  const longest = Math.max(0, ...caps.map(({ within }) => usualSeconds(within) + 3600));
  return longest > 0 ? longest : undefined;
}

export interface CapFacts {
  readonly caps: readonly ContactCap[];
  readonly channel: ReachedBy;
  /** The number or address that is to be contacted. */
  readonly address: string;
  /** By number or address of the person, that one included. */
  readonly pages: ReadonlyMap<string, ContactPage>;
  /** The contact itself, which may have been counted before. */
  readonly id?: string | undefined;
  /** The person asked for it. */
  readonly isWanted: boolean;
  readonly zone: string;
  readonly now: Instant;
}

export interface CapChecked {
  readonly gate: Gate;
  /** When there is room again; present when it did not pass. */
  readonly opens?: Instant;
}

/** One gate for each cap that holds for the channel. */
export function capGates(facts: CapFacts): readonly CapChecked[] {
  return facts.caps
    .filter(({ channels }) => channels?.includes(facts.channel) ?? true)
    .map((cap) => capGate(cap, facts));
}

function capGate(cap: ContactCap, facts: CapFacts): CapChecked {
  const { zone, now, isWanted } = facts;
  const ends = counted(cap, facts)
    .map(({ at }) => plusPeriod(at, cap.within, zone))
    .filter((end) => end > now)
    .toSorted((a, b) => a - b);
  const saw = `${ends.length} within ${inWords(cap.within)}`;
  if (isWanted && ends.length >= cap.most) {
    return { gate: { gate: GATE, passed: true, saw: `${saw}, but the person asked for it` } };
  }
  // when so many of them are over, there is room for one
  const opens = ends[ends.length - cap.most];
  const wanted = `fewer than ${cap.most}${cap.channels ? ` by ${cap.channels.join(', ')}` : ''} with the ${cap.of}`;
  if (opens === undefined) return { gate: { gate: GATE, passed: true, saw, wanted } };
  const until = `${saw}, until ${toIso(opens)}`;
  return { gate: { gate: GATE, passed: false, saw: until, wanted }, opens };
}

/** The gate's name on the timeline, and what counts of people held up by it go by. */
const GATE = 'contact-cap';

function counted({ of, channels }: ContactCap, { pages, address, id }: CapFacts) {
  const looked = of === 'address' ? [pages.get(address)] : [...pages.values()];
  return looked
    .flatMap((page) => page?.contacts ?? [])
    .filter((each) => each.id !== id && (channels?.includes(each.channel) ?? true));
}

function inWords({ days, seconds }: Period): string {
  if (days > 0) return `${days} d`;
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** The page with one more contact; what no cap looks back to any more is forgotten. */
export function withContact(
  page: ContactPage,
  contact: Contacted,
  remembered: number,
): ContactPage {
  const since = instant(contact.at - remembered * 1000);
  const others = page.contacts.filter(({ id, at }) => id !== contact.id && at > since);
  return { version: page.version + 1, contacts: [...others, contact] };
}
