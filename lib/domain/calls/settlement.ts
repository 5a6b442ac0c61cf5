// What the news of a call does to its record. Decided here and nowhere else:
// - A call without an agent is settled when it ends; one with an agent when its wrap-up ends.
// - A call that failed goes on to the person's next number where the campaign says so (REC-5); the
//   rule follows once no number is left.
// - Settled without a classification, the callback rule follows; until it has, the attempt stays
//   the record's current one in phase 'ended', so that the sweeper can start a rule that got lost
//   once more.
// - An inbound call never starts a rule: what it leaves is decided in inbound/settling.ts.
// - Without a rule, and when a rule ends without a next call: a record an agent has spoken to is
//   unhandled (REC-9), one nobody has spoken to is closed, because nothing would ever call it again
//   (CBR-9, CAM-29).

import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import { channelFacts } from '../model/channel.ts';
import type { ContactFacts } from '../model/contact-facts.ts';
import type { Instant } from '../model/instant.ts';
import type { EntryOf, RecordEntry } from '../model/journal.ts';
import type { CampaignRecord, CurrentAttempt } from '../model/record.ts';
import { deadlineOf, type PhaseTimes } from '../records/deadlines.ts';
import { changed, close, nextVersion, rest, schedule } from '../records/record-changes.ts';
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

interface Draft {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly entries: readonly RecordEntry[];
}

/** Takes facts of the attempt's contact in; undefined when they tell nothing new. */
export function applyContactFacts(
  record: CampaignRecord,
  attempt: Attempt,
  facts: ContactFacts,
  settings: CallSettings,
): Change | undefined {
  const merged = mergeFacts(attempt, facts);
  if (!merged.changed) return undefined;
  const { now } = settings;
  const told = merged.news.flatMap((news) => entriesFor(news, merged.attempt, facts, now));
  const counted = count(record, attempt, merged.attempt, merged.news);
  const base: Draft = { record: counted, attempt: merged.attempt, entries: told };
  const ended = owns(counted, merged.attempt)
    ? advance(base, settings, facts.queue)
    : settleDetachedCall(base, settings);
  return toChange(record, attempt, ended, now);
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
export function failed(
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
  told: readonly RecordEntry[],
): Change {
  const { now } = settings;
  const placed = attempt.contact !== undefined;
  const inbound = isInbound(attempt);
  const status = inbound ? inboundStatus(attempt) : 'error';
  const call = { at: now, attempt: attempt.id, reason };
  const entries: RecordEntry[] = [...told, { type: 'call.ended', ...call, status }];
  const over: Attempt = { ...attempt, status, disconnectReason: reason };
  const attempts = record.attempts + (placed ? 0 : 1);
  const called = inbound
    ? { ...record, lastContact: now }
    : { ...record, attempts, endings: plusOne(record.endings, 'error') };
  const settled = settle({ record: called, attempt: over, entries }, settings);
  return toChange(record, attempt, settled, now);
}

/** Tells of a settled attempt once more, for a rule run that got lost. */
export function remind(record: CampaignRecord, attempt: Attempt, settings: CallSettings): Change {
  const { now } = settings;
  const { status = 'error' } = attempt;
  const entry = settledEntry({ ...attempt, status }, settings);
  const current = currentIn('ended', record, attempt, settings);
  return { before: record, after: { ...changed(record, now), current }, entries: [entry] };
}

/** What a callback rule that neither schedules nor closes leaves behind. */
export function leftByRule(
  record: CampaignRecord,
  attempt: Attempt,
  because: string,
  now: Instant,
): Pick<Draft, 'record' | 'entries'> {
  if (spokeToAgent(attempt)) return { record: rest(record, 'unhandled'), entries: [] };
  return { record: close(record), entries: [{ type: 'record.closed', at: now, because }] };
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
  const status = before.status === undefined ? after.status : undefined;
  const took = after.timestamps.connectedToAgent !== undefined ? after.agent : undefined;
  const ended = news.includes('ended') && { lastContact: after.timestamps.disconnected };
  const agent = took !== undefined && { lastAgent: took };
  // Rules count calls of the dialer (CBR-6): the customer's own are none of them.
  if (isInbound(after)) return { ...record, ...ended, ...agent };
  return {
    ...record,
    attempts: record.attempts + placed,
    endings:
      status === undefined || status === 'forwarded'
        ? record.endings
        : plusOne(record.endings, status),
    ...ended,
    ...agent,
  };
}

function plusOne(endings: CampaignRecord['endings'], status: keyof CampaignRecord['endings']) {
  return { ...endings, [status]: (endings[status] ?? 0) + 1 };
}

/**
 * An inbound call that came while another attempt had the record, or that ended after it was
 * classified.
 */
function settleDetachedCall(underway: Draft, settings: CallSettings): Draft {
  const { attempt, record, entries } = underway;
  const over = isInbound(attempt) && !attempt.settled && isOver(attempt);
  if (!over) return underway;
  const left = leftByCall(record, beside(attempt), settings.inbound, settings.now);
  const settled: Attempt = { ...attempt, settled: true, ruleApplied: true };
  const tale = [...entries, ...left.entries, settledEntry(attempt, settings)];
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

function advance(underway: Draft, settings: CallSettings, queue?: string): Draft {
  const { attempt, record } = underway;
  const { disconnected } = attempt.timestamps;
  if (isOver(attempt)) return settle(underway, settings);
  const { nextContact: _, ...others } = record;
  const state = disconnected === undefined ? 'being-contacted' : 'in-wrap-up';
  const current = currentIn(phaseOf(attempt), record, attempt, settings, queue);
  return { ...underway, record: { ...others, state, current } };
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

function settle({ record, attempt, entries }: Draft, settings: CallSettings): Draft {
  const { now, rule } = settings;
  if (isInbound(attempt)) {
    const left = leftByCall(record, attempt, settings.inbound, now);
    const settled: Attempt = { ...attempt, settled: true, ruleApplied: true };
    const tale = [...entries, ...left.entries, settledEntry(attempt, settings)];
    return { record: left.record, attempt: settled, entries: tale };
  }
  const next = nextNumber(record, attempt, settings.nextNumber);
  if (next !== undefined) return goOn({ record, attempt, entries }, next, settings);
  const settled: Attempt = { ...attempt, settled: true, ruleApplied: rule === undefined };
  const unhandled: RecordEntry[] = spokeToAgent(attempt) ? [unhandledEntry(attempt, now)] : [];
  const tale = [...entries, ...unhandled, settledEntry(attempt, settings)];
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
function goOn({ record, attempt, entries }: Draft, next: string, settings: CallSettings) {
  const { now } = settings;
  const settled: Attempt = { ...attempt, settled: true, ruleApplied: true };
  const place = record.phones.findIndex(({ value }) => value === next) + 1;
  const entry = { ...settledEntry(attempt, { ...settings, rule: undefined }), nextNumber: place };
  const scheduled = { ...schedule(record, now), callBackTo: next };
  return { record: scheduled, attempt: settled, entries: [...entries, entry] };
}

function settledEntry(attempt: Attempt, settings: CallSettings): EntryOf<'attempt.settled'> {
  const { now } = settings;
  const rule = isInbound(attempt) ? undefined : settings.rule;
  return {
    type: 'attempt.settled',
    at: now,
    attempt: attempt.id,
    status: attempt.status ?? 'error',
    classified: false,
    rule,
  };
}

function unhandledEntry({ id, agent }: Attempt, now: Instant): RecordEntry {
  const by = agent === undefined ? {} : { agent };
  return { type: 'record.unhandled', at: now, attempt: id, ...by };
}

function toChange(before: CampaignRecord, was: Attempt, is: Draft, now: Instant): Change {
  const { attempt, record, entries } = is;
  const over = attempt.timestamps.disconnected !== undefined || attempt.settled;
  // '' once the contact was deleted; a caller's number is taken by nobody
  const locked = channelFacts(attempt.channel).locksEndpoint && !isInbound(attempt);
  const free = over && locked && attempt.endpoint !== '';
  return {
    before,
    after: changed(record, now),
    entries,
    attempt: { before: was, after: nextVersion(attempt) },
    freeNumber: free ? { phone: attempt.endpoint, attempt: attempt.id } : undefined,
  };
}

function entriesFor(
  news: CallNews,
  attempt: Attempt,
  facts: ContactFacts,
  now: Instant,
): readonly RecordEntry[] {
  const { timestamps, id, agent } = attempt;
  const call = { attempt: id };
  switch (news) {
    case 'placed':
      return [
        { type: 'call.placed', at: timestamps.initiated ?? now, ...call, contact: facts.contact },
      ];
    case 'answered-by-customer':
      return isInbound(attempt)
        ? []
        : [
            {
              type: 'call.answered',
              at: timestamps.connectedToSystem ?? now,
              ...call,
              by: 'customer',
            },
          ];
    case 'routed': {
      const queue = facts.queue === undefined ? {} : { queue: facts.queue };
      return [
        {
          type: 'call.routed',
          at: timestamps.enqueued ?? now,
          ...call,
          ...queue,
          ...windowOf(attempt),
        },
      ];
    }
    case 'answered-by-agent': {
      const who = agent === undefined ? {} : { agent };
      const at = timestamps.connectedToAgent ?? now;
      return [{ type: 'call.answered', at, ...call, by: 'agent', ...who }];
    }
    case 'ended':
      return [endedEntry(attempt, now)];
    case 'wrap-up-ended':
      return [];
  }
}

/** What the agent's record window is opened with (INB-2, IVR-6, IVR-9). */
function windowOf({ inbound }: Attempt) {
  if (inbound === undefined) return {};
  const { identity, waiting } = inbound;
  const { window = 'full', ticket } = waiting ?? {};
  return { identity, window, ticket };
}

function endedEntry(attempt: Attempt, now: Instant): RecordEntry {
  const { disconnected = now, connectedToAgent } = attempt.timestamps;
  const reason = attempt.disconnectReason;
  return {
    type: 'call.ended',
    at: disconnected,
    attempt: attempt.id,
    status: attempt.status ?? 'error',
    reason,
    talkSeconds:
      connectedToAgent === undefined
        ? undefined
        : Math.round((disconnected - connectedToAgent) / 1000),
  };
}
