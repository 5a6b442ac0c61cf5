// Every kind of event (WHK-1, WHK-2), each of which is a kind of journal entry, with the version of
// its schema and whom it may name; an entry without a row does not compile. The schemas themselves
// are in event-schemas.ts.
import type { EntryType } from '../model/journal.ts';

/**
 * Whom an event may tell about. nobody: ids and figures only · staff: names of agents or of people
 * who work here · person: words entered about the customer, or the end of their number.
 */
type NamedPeople = 'nobody' | 'staff' | 'person';

export interface EventFacts {
  /** Grows when a reader of the old schema would stumble; fields may be added without. */
  readonly version: number;
  readonly names: NamedPeople;
}

const nobody: EventFacts = { version: 1, names: 'nobody' };
const staff: EventFacts = { version: 1, names: 'staff' };
const person: EventFacts = { version: 1, names: 'person' };

export const EVENTS: Readonly<Record<EntryType, EventFacts>> = {
  'record.added': staff,
  'record.edited': staff,
  'record.classified': person,
  'record.unhandled': staff,
  'script.answered': person,
  'record.offered': staff,
  'record.recall-scheduled': staff,
  'record.postponed': person,
  'record.default-changed': staff,
  'record.blocked': person,
  'record.closed': nobody,
  'record.set-aside': nobody,
  'record.put-back': staff,
  'record.reserved': staff,
  'record.released': staff,
  'record.passed-on': nobody,
  'record.deleted': nobody,
  'record.parameter-added': person,
  'offer.taken': staff,
  'offer.returned': staff,
  'call.ordered': person,
  'call.placed': nobody,
  'call.unclear': nobody,
  'call.refused': nobody,
  'call.answered': staff,
  'call.routed': person,
  'call.priority-raised': nobody,
  'call.transferred': staff,
  'call.ended': nobody,
  'call.received': person,
  'call.moved': nobody,
  'call.prioritised': staff,
  'call.missed': nobody,
  'call.forwarded': nobody,
  'attempt.settled': person,
  'rule.applied': person,
  'callback.requested': person,
  'callback.refused': nobody,
  'voicemail.taken': nobody,
  'survey.answered': person,
  'survey.called': nobody,
  'survey.not-called': nobody,
  'wrap-up.extended': staff,
  'message.ordered': person,
  'conversation.taken': staff,
  'conversation.declined': staff,
  'message.not-ordered': nobody,
  'message.received': person,
  'message.not-taken': person,
  'message.sent': nobody,
  'message.delivered': nobody,
  'message.failed': person,
  'message.bounced': person,
  'message.complained': person,
  'message.opted-out': person,
  'message.unknown': nobody,
  'campaign.switched': staff,
  'campaign.exhausted': nobody,
  'campaign.pool-low': nobody,
  'supervisor.alerted': staff,
  'supervisor.not-alerted': staff,
  'webhook.disabled': nobody,
  'webhook.enabled': staff,
  'import.finished': nobody,
  'import.undone': staff,
  'copy.finished': staff,
};

export const EVENT_TYPES = Object.keys(EVENTS) as readonly EntryType[];

export const isEventType = (name: string): name is EntryType => Object.hasOwn(EVENTS, name);

/** `version` of an event is that of its schema; the journal means the one of the rule by it. */
export function publishedNames<T>(content: Readonly<Record<string, T>>): Record<string, T> {
  const { version: ruleVersion, ...rest } = content;
  return ruleVersion === undefined ? rest : { ...rest, ruleVersion };
}
