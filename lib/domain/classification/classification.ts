// What an agent's classification does (CLS-1 … CLS-7, CLS-14). All reasons against it are given at
// once; accepted, all its actions are one change. A record whose classifier neither recalls nor
// closes is set aside (CLS-3). The callback rule follows when the call has ended; what the
// classifier decided stands (CBR-15). Campaigns cannot allow classifying without a call (CAM-11)
// yet, so it is refused.

import type { Campaign, Classifier } from '../../language/schema/campaign.ts';
import { isInbound } from '../calls/call-events.ts';
import { keepsState } from '../calls/inbound-settlement.ts';
import { type CallDraft, ruleFollows } from '../calls/settlement.ts';
import type { HoursInZone } from '../contact-hours/calendar.ts';
import { type ContactSettings, calleeHours } from '../contact-hours/callee-hours.ts';
import type { Attempt } from '../model/attempt.ts';
import type { ContactEnding } from '../model/call-status.ts';
import type { Change } from '../model/change.ts';
import type { AgentId } from '../model/ids.ts';
import { type Instant, isPast } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { plusPeriod } from '../model/period.ts';
import { addedTo, type CampaignRecord } from '../model/record.ts';
import type { PhaseTimes } from '../records/deadlines.ts';
import { type Recall, scheduleRecall } from '../records/recall.ts';
import {
  changed,
  close,
  nextVersion,
  rest,
  scheduleCall,
  setAside,
} from '../records/record-changes.ts';
import { freed } from '../records/redial.ts';
import { type FieldValues, fieldsAfter } from './classified-fields.ts';

export interface Classification {
  readonly campaign: Campaign;
  readonly record: CampaignRecord;
  /** The call that is classified. */
  readonly attempt?: Attempt;
  readonly classifier: string;
  readonly agent: AgentId;
  /** When the agent would like the next call (CLS-2). */
  readonly recontactAt?: Instant;
  /** The agent who shall own the record (CLS-12). */
  readonly owner?: AgentId;
  readonly fields: FieldValues;
  readonly recallHours?: HoursInZone;
  readonly contact?: ContactSettings;
  readonly zone: string;
  /** The campaign's callback rule, which follows. */
  readonly rule?: string | undefined;
  readonly times: PhaseTimes;
  readonly now: Instant;
}

export type Classified =
  | { readonly kind: 'classified'; readonly change: Change }
  /** The same classification was taken in before: nothing happens twice (CLS-14). */
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

type ContactType = Classifier['for'][number];

/**
 * CLS-5 in terms of call statuses: nobody spoke with an agent in the calls that count as not
 * answered.
 */
const CONTACT_TYPE: Readonly<Record<ContactEnding, ContactType>> = {
  answered: 'answered',
  'not-answered': 'not-answered',
  abandoned: 'not-answered',
  voicemail: 'not-answered',
  busy: 'busy',
  error: 'error',
  forwarded: 'not-answered',
  sent: 'sms',
  received: 'sms',
};

export function classify(facts: Classification): Classified {
  const { attempt, campaign } = facts;
  const classifier = campaign.classifiers[facts.classifier];
  if (classifier === undefined) {
    const known = Object.keys(campaign.classifiers).join(', ') || 'none';
    return refused(`there is no classifier '${facts.classifier}'; the campaign has: ${known}`);
  }
  if (attempt === undefined) return refused('name the call: records are classified after a call');
  if (attempt.classifier === facts.classifier) return { kind: 'known' };
  const fields = fieldsAfter(campaign.fields, facts.record.fields, facts.fields);
  const recall = recallOf(facts, classifier);
  const reasons = [
    ...againstCall(facts, attempt, classifier),
    ...fields.reasons,
    ...againstRecall(facts, classifier, recall),
    ...againstOwner(facts, classifier),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const change = carryOut(facts, classifier, attempt, fields.values, recall);
  return { kind: 'classified', change };
}

const refused = (...reasons: readonly string[]): Classified => ({ kind: 'refused', reasons });

function againstCall(
  { record, agent, campaign }: Classification,
  attempt: Attempt,
  classifier: Classifier,
): readonly string[] {
  const reasons: string[] = [];
  const { current } = record;
  if (attempt.classifier !== undefined) {
    reasons.push(`the call has been classified as '${attempt.classifier}'`);
  }
  const was = current?.attempt === attempt.id ? attempt.inbound?.took : undefined;
  if (was !== undefined && keepsState(was, campaign.channels.inbound?.protectClosed ?? false)) {
    reasons.push(`the record is ${was.state} and keeps its classifier`);
  }
  if (record.state === 'closed' || record.state === 'blacklisted' || record.state === 'deleted') {
    reasons.push(`the record is ${record.state}`);
  }
  if (current !== undefined && current.attempt !== attempt.id) {
    reasons.push('the record is in another call by now');
  }
  if (attempt.agent !== undefined && attempt.agent !== agent) {
    reasons.push('another agent had the call');
  }
  const types = contactTypes(attempt);
  if (types.length === 0) reasons.push('the call has not been placed yet');
  else if (!types.some((type) => classifier.for.includes(type))) {
    reasons.push(notOffered(classifier.name, types[0]));
  }
  return reasons;
}

const notOffered = (name: string, type: ContactType | undefined): string =>
  type === 'sms'
    ? `'${name}' is not offered for text messages`
    : `'${name}' is not offered for calls that are ${type}`;

/**
 * The agent's word that they had the call is taken before Connect's: events come late or never.
 * Whether a person or a machine picked up only the agent knows; a customer who called was there.
 */
function contactTypes(attempt: Attempt): readonly ContactType[] {
  const { status, timestamps, contact } = attempt;
  if (attempt.channel === 'sms') return isInbound(attempt) || status === 'sent' ? ['sms'] : [];
  if (isInbound(attempt)) {
    return status === undefined || status === 'answered' ? ['answered'] : ['not-answered'];
  }
  if (timestamps.connectedToAgent !== undefined) return ['answered', 'not-answered'];
  if (status !== undefined) return [CONTACT_TYPE[status]];
  return contact === undefined ? [] : ['answered', 'not-answered'];
}

/** undefined when the classifier asks for no recall or nobody said when. */
function recallOf(facts: Classification, { recontact }: Classifier): Recall | undefined {
  const { recontactAt, now, zone, recallHours, contact, campaign } = facts;
  const after = recontact?.after;
  const wanted = recontactAt ?? (after === undefined ? undefined : plusPeriod(now, after, zone));
  if (recontact === undefined || wanted === undefined) return undefined;
  return scheduleRecall({
    wanted,
    zone,
    now,
    hours: recallHours,
    callee: contact && calleeHours(contact, facts.record),
    lastDate: campaign.lastDate,
    longest: recontact.within,
  });
}

/**
 * What the agent chose can be chosen otherwise; what the classifier does by itself cannot, and
 * closes (CAM-9).
 */
function againstRecall(
  { recontactAt, now }: Classification,
  { recontact, name }: Classifier,
  recall: Recall | undefined,
): readonly string[] {
  if (recontactAt !== undefined && recontact === undefined) {
    return [`'${name}' sets no recall; leave the time out`];
  }
  if (recontact !== undefined && recall === undefined) return ['say when to call again'];
  if (recontactAt !== undefined && isPast(recontactAt, now))
    return ['the time to call again is over'];
  if (recontactAt !== undefined && recall?.verdict.kind === 'never')
    return [recall.verdict.because];
  return [];
}

function againstOwner({ owner }: Classification, { makesPrivate, name }: Classifier): string[] {
  if (makesPrivate && owner === undefined) return ['say which agent the record shall belong to'];
  if (makesPrivate || owner === undefined) return [];
  return [`'${name}' makes no record private; leave the agent out`];
}

function carryOut(
  facts: Classification,
  classifier: Classifier,
  attempt: Attempt,
  fields: FieldValues,
  recall: Recall | undefined,
): Change {
  const { record, agent, now } = facts;
  const status = attempt.status ?? 'answered';
  const counts = attempt.status === undefined && !isInbound(attempt);
  const { cursor: _, ...rule } = record.rule;
  const classified: CampaignRecord = {
    ...record,
    fields,
    rule,
    ...(counts && { endings: { ...record.endings, answered: (record.endings.answered ?? 0) + 1 } }),
    classifier: facts.classifier,
    success: record.success || classifier.success,
    lastAgent: agent,
    privateTo: facts.owner ?? record.privateTo,
  };
  const classifiedEntry: RecordEntry = {
    type: 'record.classified',
    at: now,
    attempt: attempt.id,
    classifier: facts.classifier,
    by: agent,
    success: classifier.success,
    fields: { ...fields },
    parameters: addedTo(record),
  };
  const next = nextStep(classified, facts, classifier, recall);
  const settled = { ...attempt, classifier: facts.classifier, status, settled: true };
  const draft = {
    record: next.record,
    attempt: settled,
    entries: [classifiedEntry, ...reserved(facts), next.entry],
  };
  const ended = attempt.timestamps.disconnected !== undefined;
  const left = followed(draft, facts, attempt);
  return {
    before: record,
    after: changed(left.record, now),
    entries: left.entries,
    attempt: { before: attempt, after: nextVersion(left.attempt) },
    freeNumber: ended && !isInbound(attempt) ? freed(left.record, attempt) : undefined,
  };
}

function reserved({ record, owner, agent, now }: Classification): readonly RecordEntry[] {
  if (owner === undefined || owner === record.privateTo) return [];
  return [{ type: 'record.reserved', at: now, for: owner, by: agent }];
}

/**
 * What the rule, which runs once for a call, still has to follow: at once when the call is over,
 * else at its end.
 */
function followed(draft: CallDraft, facts: Classification, before: Attempt): CallDraft {
  const { current } = facts.record;
  const { rule, times, now } = facts;
  const status = draft.attempt.status ?? 'answered';
  if (rule === undefined || before.ruleApplied || isInbound(before) || current === undefined) {
    const entries = [...draft.entries, ...settledEntry(before, status, now)];
    return { ...draft, attempt: { ...draft.attempt, ruleApplied: true }, entries };
  }
  const pending = { ...draft.record, rule: facts.record.rule, current };
  const waiting = { ...draft, record: pending };
  const hasEnded = before.timestamps.disconnected !== undefined;
  return hasEnded ? ruleFollows(waiting, { times, rule, now }) : waiting;
}

function nextStep(
  record: CampaignRecord,
  { now, agent, attempt, classifier: id }: Classification,
  classifier: Classifier,
  recall: Recall | undefined,
): { readonly record: CampaignRecord; readonly entry: RecordEntry } {
  if (classifier.blacklists !== undefined) {
    const because = `classifier ${id} puts the number on the blacklist`;
    return {
      record: rest(record, 'blacklisted'),
      entry: { type: 'record.blocked', at: now, by: 'blacklist', because, gates: [] },
    };
  }
  if (classifier.closes) return closed(record, `classifier ${id}`, now);
  if (recall === undefined && attempt?.inbound?.took?.state === 'closed') {
    return closed(record, 'it was closed before the customer called', now);
  }
  if (recall === undefined) {
    const because = `classifier ${id} neither closes it nor sets a recall`;
    return {
      record: setAside(record),
      entry: {
        type: 'record.set-aside',
        at: now,
        because,
        attempt: attempt?.id,
      },
    };
  }
  const { verdict, gates } = recall;
  if (verdict.kind === 'never') return closed(record, verdict.because, now, gates);
  const call = attempt === undefined ? {} : { attempt: attempt.id };
  return {
    record: { ...scheduleCall(record, verdict.at), state: 'recall-scheduled' },
    entry: {
      type: 'record.recall-scheduled',
      at: now,
      ...call,
      for: verdict.at,
      by: agent,
      gates,
    },
  };
}

function closed(
  record: CampaignRecord,
  because: string,
  at: Instant,
  gates?: Recall['gates'],
): { readonly record: CampaignRecord; readonly entry: RecordEntry } {
  const why = gates === undefined ? { because } : { because, gates };
  return { record: close(record), entry: { type: 'record.closed', at, ...why } };
}

/** A call that was settled without a classification (REC-9) has its entry already. */
function settledEntry(
  attempt: Attempt,
  status: NonNullable<Attempt['status']>,
  at: Instant,
): readonly RecordEntry[] {
  if (attempt.settled) return [];
  return [{ type: 'attempt.settled', at, attempt: attempt.id, status, classified: true }];
}
