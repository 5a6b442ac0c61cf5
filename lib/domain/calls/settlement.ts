// What the news of a call does to its record. Decided here and nowhere else:
// - A call without an agent is settled when it ends; one with an agent when its wrap-up ends.
// - A call that failed goes on to the person's next number where the campaign says so (REC-5); the
//   rule follows once no number is left.
// - Then the callback rule follows; until it has, the attempt stays the record's current one in
//   phase 'ended', so that the sweeper can start a rule that got lost once more.
// - The rule follows a classified call as well, once the call has ended; what the classifier
//   decided stands (CBR-15).
// - An inbound call never starts a rule: what it leaves is decided in inbound-settlement.ts.
// - Without a rule, and when a rule ends without a next call: a record an agent has spoken to and
//   not classified is unhandled (REC-9), any other is set aside: nothing calls it again by itself,
//   and a person decides (CBR-9).

import type { Attempt } from '../model/attempt.ts';
import { callStatusOf } from '../model/call-status.ts';
import type { Change } from '../model/change.ts';
import { channelFacts } from '../model/channel.ts';
import type { ContactFacts } from '../model/contact-facts.ts';
import type { Instant } from '../model/instant.ts';
import { isSame } from '../model/is-same.ts';
import type { RecordEntry } from '../model/journal.ts';
import { type CampaignRecord, type CurrentAttempt, isOver as isClosed } from '../model/record.ts';
import { deadlineOf, type PhaseTimes } from '../records/deadlines.ts';
import {
  changed,
  leaveUnhandled,
  nextVersion,
  scheduleCall,
  setAside,
} from '../records/record-changes.ts';
import { freed } from '../records/redial.ts';
import { callEntries, settledEntry, unhandledEntry } from './call-entries.ts';
import { type CallNews, inboundStatus, isInbound, mergeFacts } from './call-events.ts';
import { type InboundSettlement, leftByCall } from './inbound-settlement.ts';
import { type NextNumberSetting, nextNumber } from './next-number.ts';

export interface CallSettings {
  readonly times: PhaseTimes;
  /** The campaign's callback rule. */
  readonly rule?: string;
  /** When another number of the person is called next (REC-5). */
  readonly nextNumber?: NextNumberSetting;
  /** For inbound calls: what follows those that nobody took. */
  readonly inbound?: InboundSettlement;
  readonly now: Instant;
}

/** A record and its attempt on their way through a change. */
export interface CallDraft {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly entries: readonly RecordEntry[];
}

/** Applies facts of the attempt's contact; undefined when they bring nothing new. */
export function applyContactFacts(
  record: CampaignRecord,
  attempt: Attempt,
  facts: ContactFacts,
  settings: CallSettings,
): Change | undefined {
  const merged = mergeFacts(attempt, facts);
  if (!merged.changed) return undefined;
  const { now } = settings;
  const entries = merged.news.flatMap((news) => callEntries(news, merged.attempt, facts, now));
  const counted = count(record, attempt, merged.attempt, merged.news);
  const base: CallDraft = { record: counted, attempt: merged.attempt, entries };
  return toChange(record, attempt, follow(base, settings, facts.queue), now);
}

function follow(draft: CallDraft, settings: CallSettings, queue?: string): CallDraft {
  const { record, attempt } = draft;
  if (owns(record, attempt)) return advance(draft, settings, queue);
  return awaitsRule(record, attempt)
    ? afterClassification(draft, settings)
    : settleDetachedCall(draft, settings);
}

/** An agent classified the call while it went on: the rule waits for its end. */
function awaitsRule({ current }: CampaignRecord, attempt: Attempt): boolean {
  const isCurrent = current?.attempt === attempt.id && current.phase !== 'ended';
  return isCurrent && attempt.settled && !attempt.ruleApplied;
}

function afterClassification(draft: CallDraft, settings: CallSettings): CallDraft {
  const { record, attempt, entries } = draft;
  if (attempt.timestamps.disconnected !== undefined) return ruleFollows(draft, settings);
  const current = currentIn(phaseOf(attempt), record, attempt, settings);
  return { record: { ...record, current }, attempt, entries };
}

/**
 * The classified call is over; without a rule, e.g. because it has left the files, nothing follows.
 */
export function ruleFollows(
  { record, attempt, entries }: CallDraft,
  settings: CallSettings,
): CallDraft {
  if (settings.rule === undefined) {
    return { record: withoutCurrent(record), attempt: { ...attempt, ruleApplied: true }, entries };
  }
  return {
    record: { ...record, current: currentIn('ended', record, attempt, settings) },
    attempt,
    entries: [...entries, settledEntry(attempt, settings, record)],
  };
}

/** Connect knows nothing of a call that was classified: it is over. */
export function classifiedCallLost(
  record: CampaignRecord,
  attempt: Attempt,
  settings: CallSettings,
): Change {
  const over = ruleFollows({ record, attempt, entries: [] }, settings);
  return toChange(record, attempt, over, settings.now);
}

/** The wrap-up is over without Connect's word: REC-9. */
export function wrapUpRanOut(
  record: CampaignRecord,
  attempt: Attempt,
  settings: CallSettings,
): Change {
  const settled = settle({ record, attempt, entries: [] }, settings);
  return toChange(record, attempt, settled, settings.now);
}

/** The call will never be: Connect refused it (CBR-2 error). */
export function refused(
  record: CampaignRecord,
  attempt: Attempt,
  reason: string,
  settings: CallSettings,
): Change {
  const entry: RecordEntry = {
    type: 'call.refused',
    at: settings.now,
    attempt: attempt.id,
    reason,
  };
  return bringToEnd(record, attempt, reason, settings, [entry]);
}

/**
 * Nobody knows what became of the call, or whether there ever was one; it counts as made. Its
 * person may be talking, so no other number is called for it.
 */
export function failedCall(
  record: CampaignRecord,
  attempt: Attempt,
  reason: string,
  settings: CallSettings,
): Change {
  return bringToEnd(record, attempt, reason, { ...settings, nextNumber: undefined }, []);
}

function bringToEnd(
  record: CampaignRecord,
  attempt: Attempt,
  reason: string,
  settings: CallSettings,
  earlier: readonly RecordEntry[],
): Change {
  const { now } = settings;
  const placed = attempt.contact !== undefined;
  const inbound = isInbound(attempt);
  const status = inbound ? inboundStatus(attempt) : 'error';
  const call = { at: now, attempt: attempt.id, reason };
  const entries: RecordEntry[] = [...earlier, { type: 'call.ended', ...call, status }];
  const over: Attempt = { ...attempt, status, disconnectReason: reason };
  const attempts = record.attempts + (placed ? 0 : 1);
  const called = inbound
    ? { ...record, lastContact: now }
    : {
        ...record,
        attempts,
        endings: plusOne(record.endings, 'error'),
        lastCall: { phone: attempt.endpoint, status: 'error' as const, endedAt: now },
      };
  const settled = settle({ record: called, attempt: over, entries }, settings);
  return toChange(record, attempt, settled, now);
}

/** Repeats the entry of a settled attempt, for a rule run that got lost. */
export function remind(record: CampaignRecord, attempt: Attempt, settings: CallSettings): Change {
  const { now, rule } = settings;
  if (rule === undefined) return ruleGone(record, attempt, now);
  const { status = 'error' } = attempt;
  const entry = settledEntry({ ...attempt, status }, settings, record);
  const current = currentIn('ended', record, attempt, settings);
  return { before: record, after: { ...changed(record, now), current }, entries: [entry] };
}

/** The rule that was to follow has left the files. */
function ruleGone(record: CampaignRecord, attempt: Attempt, now: Instant): Change {
  const left = leftByRule(record, attempt, 'the callback rule no longer exists', now);
  return {
    before: record,
    after: changed(left.record, now),
    entries: left.entries,
    attempt: { before: attempt, after: nextVersion({ ...attempt, ruleApplied: true }) },
  };
}

/** What a callback rule that neither schedules nor closes leaves behind. */
export function leftByRule(
  record: CampaignRecord,
  attempt: Attempt,
  because: string,
  now: Instant,
): Pick<CallDraft, 'record' | 'entries'> {
  if (isDecided(record)) return { record: withoutCurrent(record), entries: [] };
  if (spokeToAgent(attempt) && attempt.classifier === undefined) {
    const { id, agent } = attempt;
    const unhandled = { attempt: id, agent, since: now };
    return { record: leaveUnhandled(record, unhandled), entries: [] };
  }
  const entry: RecordEntry = { type: 'record.set-aside', at: now, because, attempt: attempt.id };
  return { record: setAside(record), entries: record.state === 'set-aside' ? [] : [entry] };
}

/** A next call is set, or there will be none. */
const isDecided = ({ state, nextContact }: CampaignRecord): boolean =>
  nextContact !== undefined || isClosed(state);

function withoutCurrent({ current: _, ...record }: CampaignRecord): CampaignRecord {
  return record;
}

const spokeToAgent = (attempt: Attempt) => attempt.timestamps.connectedToAgent !== undefined;

/**
 * A settled attempt, e.g. one an agent classified while talking, only gathers its last timestamps.
 */
function owns({ current }: CampaignRecord, attempt: Attempt): boolean {
  return !attempt.settled && current?.attempt === attempt.id;
}

function count(
  record: CampaignRecord,
  before: Attempt,
  after: Attempt,
  news: readonly CallNews[],
): CampaignRecord {
  const placed = news.includes('placed') && before.status === undefined ? 1 : 0;
  const status = before.status === undefined ? callStatusOf(after.status) : undefined;
  const took = after.timestamps.connectedToAgent !== undefined ? after.agent : undefined;
  const ended = news.includes('ended') && { lastContact: after.timestamps.disconnected };
  const agent = took !== undefined && { lastAgent: took };
  // Rules count calls of the dialer (CBR-6): the customer's own are none of them.
  if (isInbound(after)) return { ...record, ...ended, ...agent };
  return {
    ...record,
    attempts: record.attempts + placed,
    endings: status === undefined ? record.endings : plusOne(record.endings, status),
    ...ended,
    ...agent,
    ...(status !== undefined && record.wantsCall && { wantsCall: undefined }),
    ...lastCallOf(after, status ?? before.status),
  };
}

/** What the pause before the next call to the number depends on. */
function lastCallOf({ endpoint, timestamps }: Attempt, ending: Attempt['status']) {
  const { disconnected } = timestamps;
  const status = callStatusOf(ending);
  if (disconnected === undefined || status === undefined) return {};
  return { lastCall: { phone: endpoint, status, endedAt: disconnected } };
}

function plusOne(endings: CampaignRecord['endings'], status: keyof CampaignRecord['endings']) {
  return { ...endings, [status]: (endings[status] ?? 0) + 1 };
}

/**
 * An inbound call that came while another attempt had the record, or that ended after it was
 * classified.
 */
function settleDetachedCall(draft: CallDraft, settings: CallSettings): CallDraft {
  const { attempt, record, entries } = draft;
  const over = isInbound(attempt) && !attempt.settled && isOver(attempt);
  if (!over) return draft;
  const left = leftByCall(record, beside(attempt), settings.inbound, settings.now);
  const settled: Attempt = { ...attempt, settled: true, ruleApplied: true };
  const tale = [...entries, ...left.entries, settledEntry(attempt, settings, record)];
  return { record: left.record, attempt: settled, entries: tale };
}

/** Whatever the call took of the record before, others have it now. */
function beside({ inbound, ...attempt }: Attempt): Attempt {
  if (inbound === undefined) return attempt;
  const { took: _, ...rest } = inbound;
  return { ...attempt, inbound: rest };
}

function isOver({ timestamps }: Attempt): boolean {
  const { disconnected, connectedToAgent, wrapUpEnded } = timestamps;
  return (
    disconnected !== undefined && (connectedToAgent === undefined || wrapUpEnded !== undefined)
  );
}

function advance(draft: CallDraft, settings: CallSettings, queue?: string): CallDraft {
  const { attempt, record } = draft;
  const { disconnected } = attempt.timestamps;
  if (isOver(attempt)) return settle(draft, settings);
  const { nextContact: _, ...others } = record;
  const state = disconnected === undefined ? 'being-contacted' : 'in-wrap-up';
  const current = currentIn(phaseOf(attempt), record, attempt, settings, queue);
  return { ...draft, record: { ...others, state, current } };
}

function phaseOf(attempt: Attempt): CurrentAttempt['phase'] {
  const { timestamps } = attempt;
  if (timestamps.disconnected !== undefined) return 'wrap-up';
  if (timestamps.connectedToAgent !== undefined) return 'with-agent';
  if (isInbound(attempt)) return 'connected';
  return timestamps.connectedToSystem === undefined ? 'started' : 'connected';
}

function currentIn(
  phase: CurrentAttempt['phase'],
  { current }: CampaignRecord,
  attempt: Attempt,
  { times, now }: CallSettings,
  queue?: string,
): CurrentAttempt {
  const offeredTo = current?.offeredTo;
  const waitsIn = queue ?? current?.inbound?.waitsIn;
  return {
    attempt: attempt.id,
    offeredTo,
    inbound: isInbound(attempt) ? (waitsIn === undefined ? {} : { waitsIn }) : undefined,
    phase,
    since: current?.phase === phase ? current.since : now,
    deadline: deadlineOf(phase, attempt, times, now),
  };
}

function settle({ record, attempt, entries }: CallDraft, settings: CallSettings): CallDraft {
  const { now, rule } = settings;
  if (isInbound(attempt)) {
    const left = leftByCall(record, attempt, settings.inbound, now);
    const settled: Attempt = { ...attempt, settled: true, ruleApplied: true };
    const tale = [...entries, ...left.entries, settledEntry(attempt, settings, record)];
    return { record: left.record, attempt: settled, entries: tale };
  }
  const next = nextNumber(record, attempt, settings.nextNumber);
  if (next !== undefined) return goOn({ record, attempt, entries }, next, settings);
  const settled: Attempt = { ...attempt, settled: true, ruleApplied: rule === undefined };
  const unhandled: RecordEntry[] = spokeToAgent(attempt) ? [unhandledEntry(attempt, now)] : [];
  const tale = [...entries, ...unhandled, settledEntry(attempt, settings, record)];
  if (rule === undefined) {
    const left = leftByRule(record, attempt, 'the campaign has no callback rule', now);
    return { record: left.record, attempt: settled, entries: [...tale, ...left.entries] };
  }
  const { nextContact: _, ...others } = record;
  const state = spokeToAgent(attempt) ? 'unhandled' : 'being-contacted';
  const current = currentIn('ended', record, attempt, settings);
  return { record: { ...others, state, current }, attempt: settled, entries: tale };
}

/** The same person, the next number, at once: the gates decide whether that may be now. */
function goOn({ record, attempt, entries }: CallDraft, next: string, settings: CallSettings) {
  const { now } = settings;
  const settled: Attempt = { ...attempt, settled: true, ruleApplied: true };
  const place = record.phones.findIndex(({ value }) => value === next) + 1;
  const base = settledEntry(attempt, { ...settings, rule: undefined }, record);
  const entry = { ...base, nextNumber: place };
  const scheduled = { ...scheduleCall(record, now), callBackTo: next };
  return { record: scheduled, attempt: settled, entries: [...entries, entry] };
}

function toChange(before: CampaignRecord, was: Attempt, is: CallDraft, now: Instant): Change {
  const { attempt, record, entries } = is;
  // '' once the contact was deleted; a caller's number is taken by nobody
  const locked = channelFacts(attempt.channel).locksEndpoint && !isInbound(attempt);
  const free = hasEnded(attempt) && !hasEnded(was) && locked && attempt.endpoint !== '';
  // e.g. the end of a wrap-up after the agent has classified: a moment of the call, no more
  const stays = entries.length === 0 && !free && isSame(before, record);
  return {
    before,
    after: stays ? before : changed(record, now),
    entries,
    attempt: { before: was, after: nextVersion(attempt) },
    freeNumber: free ? freed(record, attempt) : undefined,
  };
}

/** Connect says so, or nobody knows any more; an agent may have classified it while it goes on. */
const hasEnded = ({ timestamps, settled, classifier }: Attempt): boolean =>
  timestamps.disconnected !== undefined || (settled && classifier === undefined);
