// What the news of a campaign's text does to its record. The record is in the hands of the order
// until the text has left; then nothing writes to it again by itself, and a reply brings it to an
// agent.

import { block } from '../dialing/orders.ts';
import type { MessageMove } from '../messaging/message-changes.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { Gate } from '../model/gate.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import type { CampaignRecord } from '../model/record.ts';
import { giveBack, nextVersion, setAside, withdrawn } from '../records/record-changes.ts';

/**
 * The change of the message, with what it means for its record and attempt.
 * @param attempt the one that ordered the message
 */
export function settleText(
  change: Change,
  attempt: Attempt,
  move: MessageMove,
  now: Instant,
): Change {
  const { after } = change;
  const isOurs = attempt.channel === 'sms' && attempt.direction === 'outbound';
  if (!isOurs || after.current?.attempt !== attempt.id) return change;
  const left = leftBy(after, attempt, move, now);
  if (left === undefined) return change;
  return {
    ...change,
    after: left.record,
    entries: [...change.entries, ...left.entries],
    attempt: { before: attempt, after: nextVersion(left.attempt) },
  };
}

interface Left {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
  readonly entries: readonly RecordEntry[];
}

function leftBy(
  record: CampaignRecord,
  attempt: Attempt,
  move: MessageMove,
  now: Instant,
): Left | undefined {
  switch (move.to) {
    case 'ordered':
    case 'sending':
      return undefined;
    case 'withdrawn':
      return takenBack(record, attempt, move.gates, now);
    case 'failed':
      return move.blocked === undefined || move.blocked === 'cap'
        ? over(record, attempt, 'error', `the text message was not sent: ${move.reason}`, now)
        : blocked(record, attempt, { by: move.blocked, because: move.reason }, now);
    case 'sent':
    case 'delivered':
    case 'unknown':
      return over(record, attempt, 'sent', 'the text message was sent', now);
  }
}

/** As if it had never been ordered. */
function takenBack(
  record: CampaignRecord,
  attempt: Attempt,
  gates: readonly Gate[],
  now: Instant,
): Left {
  const until = attempt.orderedAt;
  return {
    record: giveBack(record, attempt),
    attempt: withdrawn(attempt),
    entries: [{ type: 'record.postponed', at: now, until, gates }],
  };
}

function over(
  record: CampaignRecord,
  attempt: Attempt,
  status: 'sent' | 'error',
  because: string,
  now: Instant,
): Left {
  const { id } = attempt;
  const contacted = { ...record, attempts: record.attempts + 1, lastContact: now };
  return {
    record: setAside(contacted),
    attempt: { ...attempt, status, settled: true, ruleApplied: true },
    entries: [
      { type: 'attempt.settled', at: now, attempt: id, status, classified: false },
      { type: 'record.set-aside', at: now, attempt: id, because },
    ],
  };
}

function blocked(
  record: CampaignRecord,
  attempt: Attempt,
  why: { readonly by: 'blacklist' | 'consent'; readonly because: string },
  now: Instant,
): Left {
  const { after, entries } = block(record, why, [], now);
  return {
    // the message's own change has counted the version
    record: { ...after, version: record.version },
    attempt: withdrawn(attempt),
    entries,
  };
}
