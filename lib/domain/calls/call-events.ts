// What Connect reports about a call, merged into its attempt. Events come late, twice and in any
// order, so a mark is set once and never changes, and what a call is now follows from its marks
// alone. Connect's events are cumulative: a later one repeats the earlier moments, so the order
// they come in does not show in the end.

import type { Attempt } from '../model/attempt.ts';
import { callStatus } from '../model/call-status.ts';
import type { ContactFacts } from '../model/contact-facts.ts';
import type { ContactTimestamps } from '../model/contact-timestamps.ts';
import type { Instant } from '../model/instant.ts';
import { takenOutside } from './forwarding.ts';

/** A thing that had not been known of the call before. */
export type CallNews =
  | 'placed'
  | 'answered-by-customer'
  | 'routed'
  | 'answered-by-agent'
  | 'ended'
  | 'wrap-up-ended';

const NEWS: readonly (readonly [keyof ContactTimestamps, CallNews])[] = [
  ['connectedToSystem', 'answered-by-customer'],
  ['enqueued', 'routed'],
  ['connectedToAgent', 'answered-by-agent'],
  ['disconnected', 'ended'],
  ['wrapUpEnded', 'wrap-up-ended'],
];

const MARKS = ['initiated', ...NEWS.map(([mark]) => mark)] as readonly (keyof ContactTimestamps)[];

export interface Merged {
  /** Its version is the one of the attempt given. */
  readonly attempt: Attempt;
  /** In the order things happen in. */
  readonly news: readonly CallNews[];
  readonly changed: boolean;
}

/** Facts of another contact than the attempt's change nothing. */
export function mergeFacts(attempt: Attempt, facts: ContactFacts): Merged {
  if (attempt.contact !== undefined && attempt.contact !== facts.contact) {
    return { attempt, news: [], changed: false };
  }
  const timestamps = mergeTimestamps(attempt.timestamps, facts);
  const news = NEWS.filter(([mark]) => isNew(mark, attempt.timestamps, timestamps)).map(
    ([, name]) => name,
  );
  const merged: Attempt = {
    ...attempt,
    contact: facts.contact,
    timestamps,
    ...setOnce(attempt, facts, 'disconnectReason'),
    ...setOnce(attempt, facts, 'machineDetection'),
    ...agentOf(attempt, facts, timestamps),
  };
  const placed = attempt.contact === undefined;
  return {
    attempt: withStatus(merged),
    news: placed ? ['placed', ...news] : news,
    changed: placed || news.length > 0 || learntMore(attempt, merged),
  };
}

function mergeTimestamps(known: ContactTimestamps, facts: ContactFacts): ContactTimestamps {
  const reported: Partial<Record<keyof ContactTimestamps, Instant>> = {};
  for (const mark of MARKS) {
    const at = facts[mark];
    if (at !== undefined) reported[mark] = at;
  }
  return { ...reported, ...known };
}

const isNew = (
  mark: keyof ContactTimestamps,
  before: ContactTimestamps,
  after: ContactTimestamps,
): boolean => before[mark] === undefined && after[mark] !== undefined;

function setOnce<K extends 'disconnectReason' | 'machineDetection'>(
  attempt: Attempt,
  facts: ContactFacts,
  key: K,
): { [P in K]?: string } {
  const value = attempt[key] ?? facts[key];
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: string });
}

/** The agent who took the call; until then, in preview, the one it was offered to. */
function agentOf(
  attempt: Attempt,
  facts: ContactFacts,
  timestamps: ContactTimestamps,
): Pick<Attempt, 'agent'> {
  const taken = attempt.timestamps.connectedToAgent !== undefined && attempt.agent !== undefined;
  const isNamed = timestamps.connectedToAgent !== undefined && facts.agent !== undefined;
  return isNamed && !taken ? { agent: facts.agent } : {};
}

/** A status once settled stays: the callback rule may have decided on it. */
function withStatus(attempt: Attempt): Attempt {
  if (attempt.settled || attempt.timestamps.disconnected === undefined) return attempt;
  return { ...attempt, status: isInbound(attempt) ? inboundStatus(attempt) : callStatus(attempt) };
}

export const isInbound = ({ direction }: Pick<Attempt, 'direction'>): boolean =>
  direction === 'inbound';

/** An agent had the call, somebody outside had it (IVR-8), or it was missed. */
export function inboundStatus(attempt: Attempt): 'answered' | 'forwarded' | 'abandoned' {
  if (attempt.timestamps.connectedToAgent !== undefined) return 'answered';
  return takenOutside(attempt).verdict.kind === 'taken' ? 'forwarded' : 'abandoned';
}

function learntMore(before: Attempt, after: Attempt): boolean {
  return (
    before.disconnectReason !== after.disconnectReason ||
    before.machineDetection !== after.machineDetection ||
    before.agent !== after.agent ||
    (before.timestamps.initiated === undefined) !== (after.timestamps.initiated === undefined)
  );
}
