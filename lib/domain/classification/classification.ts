// What an agent's classification does (CLS-1 … CLS-14). All reasons against it are given at once;
// accepted, all its actions are one change, messages and a record in another campaign included, so
// none of them can be missing or happen twice. A record whose classifier neither recalls nor closes
// is set aside (CLS-3). The callback rule follows when the call has ended; what the classifier
// decided stands (CBR-15).

import type { Classifier } from '../../language/schema/campaign.ts';
import { isInbound } from '../calls/call-events.ts';
import { type CallDraft, ruleFollows } from '../calls/settlement.ts';
import { calleeHours } from '../contact-hours/callee-hours.ts';
import { blacklistGate } from '../ledger/ledger-gates.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { Gate } from '../model/gate.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { plusPeriod } from '../model/period.ts';
import { addedTo, type CampaignRecord } from '../model/record.ts';
import { type Recall, scheduleRecall } from '../records/recall.ts';
import {
  changed,
  close,
  nextVersion,
  rest,
  scheduleCall,
  setAside,
} from '../records/record-changes.ts';
import type { Classification } from './classification-facts.ts';
import { type FieldValues, fieldsAfter } from './classified-fields.ts';
import { classifierMessages } from './classifier-messages.ts';
import { passOn, sendsTo } from './passing-on.ts';
import { againstContact, againstOwner, againstRecall } from './refusals.ts';

export type Classified =
  | { readonly kind: 'classified'; readonly change: Change }
  /** The same classification was taken in before: nothing happens twice (CLS-14). */
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export function classify(facts: Classification): Classified {
  const { attempt, campaign } = facts;
  const classifier = campaign.classifiers[facts.classifier];
  if (classifier === undefined) {
    const known = Object.keys(campaign.classifiers).join(', ') || 'none';
    return refused(`there is no classifier '${facts.classifier}'; the campaign has: ${known}`);
  }
  if (isKnown(facts)) return { kind: 'known' };
  const fields = fieldsAfter(campaign.fields, facts.record.fields, facts.fields);
  const recall = recallOf(facts, classifier);
  const reasons = [
    ...againstContact(facts, classifier),
    ...fields.reasons,
    ...againstRecall(facts, classifier, recall),
    ...againstOwner(facts, classifier),
  ];
  if (reasons.length > 0) return refused(...reasons);
  return {
    kind: 'classified',
    change: carryOut(facts, classifier, attempt, fields.values, recall),
  };
}

/** Without a contact it is the same one while nothing has happened to the record since. */
function isKnown({ attempt, email, record, classifier, agent }: Classification): boolean {
  const contact = attempt ?? email;
  if (contact !== undefined) return contact.classifier === classifier;
  const { success, lastAgent, state } = record;
  const isAtRest = state === 'closed' || state === 'set-aside';
  return isAtRest && success && record.classifier === classifier && lastAgent === agent;
}

const refused = (...reasons: readonly string[]): Classified => ({ kind: 'refused', reasons });

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

function carryOut(
  facts: Classification,
  classifier: Classifier,
  attempt: Attempt | undefined,
  fields: FieldValues,
  recall: Recall | undefined,
): Change {
  const { record, agent, email, smsNumbers, now } = facts;
  const counts = attempt !== undefined && attempt.status === undefined && !isInbound(attempt);
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
    attempt: attempt?.id,
    message: attempt === undefined ? email?.id : undefined,
    classifier: facts.classifier,
    by: agent,
    success: classifier.success,
    fields: { ...fields },
    parameters: addedTo(record),
  };
  const sending = { record: classified, attempt: attempt?.id, smsNumbers, now };
  const { messages, entries: ordered } = classifierMessages(classifier, sending);
  const passed = passedOn(classified, facts, classifier);
  const next = nextStep(classified, facts, classifier, { recall, leaves: passed?.leaves ?? false });
  const written = [
    ...classifiedEmail(facts),
    ...messages.map((after) => ({ before: undefined, after })),
  ];
  const change = { ...(written.length > 0 && { messages: written }), adds: passed?.adds };
  const entries = [
    classifiedEntry,
    ...reserved(facts),
    ...ordered,
    ...(passed ? [passed.entry] : []),
    next.entry,
  ];
  if (attempt === undefined) {
    return { ...change, before: record, after: changed(next.record, now), entries };
  }
  const status = attempt.status ?? 'answered';
  const settled = { ...attempt, classifier: facts.classifier, status, settled: true };
  const left = followed({ record: next.record, attempt: settled, entries }, facts, attempt);
  return {
    ...change,
    before: record,
    after: changed(left.record, now),
    entries: left.entries,
    attempt: { before: attempt, after: nextVersion(left.attempt) },
  };
}

/** It is classified once, like a call. */
function classifiedEmail({ attempt, email, classifier }: Classification) {
  if (attempt !== undefined || email === undefined) return [];
  return [{ before: email, after: { ...email, version: email.version + 1, classifier } }];
}

function passedOn(record: CampaignRecord, facts: Classification, classifier: Classifier) {
  const sends = sendsTo(classifier);
  if (sends === undefined) return undefined;
  const { attempt, passingOn: to, now } = facts;
  const { how } = sends;
  const passing = { record, attempt: attempt?.id, classifier: facts.classifier, how, to, now };
  return passOn(sends.to, passing);
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
  facts: Classification,
  classifier: Classifier,
  { recall, leaves }: { readonly recall: Recall | undefined; readonly leaves: boolean },
): { readonly record: CampaignRecord; readonly entry: RecordEntry } {
  const { now, agent, attempt, classifier: id } = facts;
  if (classifier.blacklists !== undefined) {
    const because = `classifier ${id} puts the number on the blacklist`;
    const gates = [blacklisted(facts, classifier)];
    return {
      record: rest(record, 'blacklisted'),
      entry: { type: 'record.blocked', at: now, by: 'blacklist', because, gates },
    };
  }
  if (leaves) {
    return closed(record, `classifier ${id} moved it to campaign ${classifier.movesTo}`, now);
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

/** As the gate will see what the classifier writes to the blacklist. */
function blacklisted(
  { record: { campaign }, agent: by, now: at }: Classification,
  { name: reason, blacklists }: Classifier,
): Gate {
  const entry = { campaign: blacklists === 'campaign' ? campaign : undefined, reason, by, at };
  const standing = { blacklist: [entry], consents: [] };
  return blacklistGate({ standing, campaign, channel: 'voice', now: at }).gate;
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
