// A recall that an agent sets on a record they are in no contact with (CAM-19): the same hours, the
// same last date as after a call. The record's place in its callback rule stays.

import type { Campaign } from '../../language/schema/campaign.ts';
import type { HoursInZone } from '../contact-hours/calendar.ts';
import { type ContactSettings, calleeHours } from '../contact-hours/callee-hours.ts';
import type { Change } from '../model/change.ts';
import type { AgentId } from '../model/ids.ts';
import { type Instant, isPast } from '../model/instant.ts';
import { type CampaignRecord, defaultOf, isOver } from '../model/record.ts';
import { scheduleRecall } from '../records/recall.ts';
import { changed, scheduleCall } from '../records/record-changes.ts';
import { redialFrom } from '../records/redial.ts';

interface RecallWithoutContact {
  readonly record: CampaignRecord;
  readonly wanted: Instant;
  readonly agent: AgentId;
  /** What the campaign lets agents do. */
  readonly may: Pick<Campaign['agentsMay'], 'recallWithoutContact' | 'recallEarly'> | undefined;
  readonly hours?: HoursInZone | undefined;
  readonly contact?: ContactSettings | undefined;
  readonly redialInterval?: number | undefined;
  /** YYYY-MM-DD in `zone`. */
  readonly lastDate?: string | undefined;
  readonly zone: string;
  readonly now: Instant;
}

export type RecallSet =
  | { readonly kind: 'set'; readonly change: Change; readonly at: Instant }
  | { readonly kind: 'unchanged'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export function recallWithoutContact(facts: RecallWithoutContact): RecallSet {
  const { record, agent, now } = facts;
  const reasons = against(facts);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const { verdict, gates } = wished(facts);
  if (verdict.kind === 'never') return { kind: 'refused', reasons: [verdict.because] };
  const { at } = verdict;
  if (record.nextContact === at) return { kind: 'unchanged', at };
  const after = changed(scheduleCall(record, at), now);
  const entry = { type: 'record.recall-scheduled', at: now, for: at, by: agent, gates } as const;
  return { kind: 'set', at, change: { before: record, after, entries: [entry] } };
}

function against(facts: RecallWithoutContact): string[] {
  const { record, wanted, agent, now } = facts;
  if (!isAllowed(facts)) return ['recalls are set when a contact is classified'];
  const reasons: string[] = [];
  if (record.current !== undefined) reasons.push('a contact with it is under way');
  if (isOver(record.state)) reasons.push(`the record is ${record.state}`);
  if (record.privateTo !== undefined && record.privateTo !== agent) {
    reasons.push('the record is private to another agent');
  }
  if (isPast(wanted, now)) reasons.push('the time to call again is over');
  return reasons;
}

/** Earlier is less than another time: it needs less. */
function isAllowed({ record, wanted, agent, may }: RecallWithoutContact): boolean {
  if (may?.recallWithoutContact) return true;
  const isEarlier = record.nextContact !== undefined && wanted <= record.nextContact;
  return (may?.recallEarly ?? false) && record.privateTo === agent && isEarlier;
}

function wished(facts: RecallWithoutContact) {
  const { record, wanted, hours, contact, redialInterval, lastDate, zone, now } = facts;
  const earliest = redialFrom(record, defaultOf(record.phones), redialInterval);
  return scheduleRecall({
    ...{ wanted, zone, now },
    ...(earliest !== undefined && { earliest }),
    ...(hours !== undefined && { hours }),
    ...(contact !== undefined && { callee: calleeHours(contact, record) }),
    ...(lastDate !== undefined && { lastDate }),
  });
}
