// What the predictive dialer remembers between ticks, kept with the campaign's state: what it has learnt, the calls
// it is still watching, and the answered and abandoned calls of the last day by the hour (NEW-6).
import type { Attempt } from './attempt.ts';
import type { AttemptId, RecordId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { RecentShare } from './pacing/facts.ts';
import { emptyLearnt, type Learnt, learn, type PacingOutcome } from './pacing/learnt.ts';
import { DEFAULT_PACING } from './pacing/settings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A call of which not everything is known yet. */
interface WatchedCall {
  readonly record: RecordId;
  readonly attempt: AttemptId;
  /** Its answer, or that there was none, has been learnt. */
  readonly rang: boolean;
}

interface HourOfCalls {
  /** When the hour began, epoch milliseconds. */
  readonly at: number;
  readonly answered: number;
  readonly abandoned: number;
}

export interface PacingMemory {
  readonly learnt: Learnt;
  readonly watched: readonly WatchedCall[];
  readonly hours: readonly HourOfCalls[];
}

/** Made once: building the first outlook costs more than a tick, and nothing ever changes it. */
const EMPTY: PacingMemory = { learnt: emptyLearnt(), watched: [], hours: [] };

export const emptyMemory = (): PacingMemory => EMPTY;

/** The share of abandoned calls in the rolling day. */
export function shareOf({ hours }: PacingMemory, now: Instant): RecentShare {
  const recent = hours.filter(({ at }) => at > now - DAY);
  return {
    answered: recent.reduce((sum, hour) => sum + hour.answered, 0),
    abandoned: recent.reduce((sum, hour) => sum + hour.abandoned, 0),
    since: recent[0]?.at ?? now,
    // When the campaign closes today is not known here: answers that may never come must not be counted on.
    until: now,
  };
}

/** Takes in what became of watched calls; the attempts of calls that are not over are looked at again next time. */
export function watch(memory: PacingMemory, attempts: readonly Attempt[]): PacingMemory {
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const watched: WatchedCall[] = [];
  let known = memory;
  for (const call of memory.watched) {
    const attempt = byId.get(call.attempt);
    const rang = call.rang || (attempt !== undefined && isFateKnown(attempt));
    if (attempt !== undefined && rang && !call.rang) known = withFate(known, attempt);
    if (attempt === undefined || !isOver(attempt)) watched.push({ ...call, rang });
    else known = { ...known, learnt: durations(attempt).reduce(learn, known.learnt) };
  }
  return { ...known, watched };
}

const isFateKnown = ({ marks, contact }: Attempt): boolean =>
  contact !== undefined &&
  (marks.connectedToAgent !== undefined || marks.disconnected !== undefined);

function isOver({ marks, settled }: Attempt): boolean {
  if (settled || marks.disconnected === undefined) return settled;
  return marks.connectedToAgent === undefined || marks.wrapUpEnded !== undefined;
}

/** The call has found an agent, or has ended without one. */
function withFate(memory: PacingMemory, attempt: Attempt): PacingMemory {
  const { initiated, connectedToSystem, disconnected } = attempt.marks;
  const machine = attempt.status === 'voicemail';
  const answered = connectedToSystem !== undefined && !machine;
  const at = connectedToSystem ?? disconnected ?? attempt.orderedAt;
  const startedAt = initiated ?? attempt.orderedAt;
  const learnt = learn(memory.learnt, { kind: 'rang', at, startedAt, answered });
  return { ...memory, learnt, hours: answered ? counted(memory.hours, at, attempt) : memory.hours };
}

function durations({ marks }: Attempt): readonly PacingOutcome[] {
  const { connectedToAgent: from, disconnected: to, wrapUpEnded } = marks;
  if (from === undefined || to === undefined) return [];
  const talked = { kind: 'talked', at: to, lasted: Math.max(0, to - from) } as const;
  if (wrapUpEnded === undefined) return [talked];
  const lasted = Math.max(0, wrapUpEnded - to);
  return [talked, { kind: 'wrapped-up', at: wrapUpEnded, lasted }];
}

function counted(
  hours: readonly HourOfCalls[],
  when: number,
  attempt: Attempt,
): readonly HourOfCalls[] {
  const at = Math.floor(when / HOUR) * HOUR;
  const had = hours.find((hour) => hour.at === at) ?? { at, answered: 0, abandoned: 0 };
  const abandoned = had.abandoned + (isLost(attempt) ? 1 : 0);
  const kept = hours.filter((hour) => hour.at !== at && hour.at > when - DAY);
  return [...kept, { at, answered: had.answered + 1, abandoned }].toSorted((a, b) => a.at - b.at);
}

/**
 * Who waits longer than the regulators allow counts as abandoned, agent or not. Their clock starts when the greeting is
 * over: that is when the call is sent to the queue, after machine detection has heard it.
 */
function isLost({ marks, status }: Attempt): boolean {
  const { connectedToSystem, enqueued = connectedToSystem, connectedToAgent } = marks;
  if (connectedToSystem === undefined || connectedToAgent === undefined) return status !== 'error';
  return connectedToAgent - (enqueued ?? 0) > DEFAULT_PACING.connectThresholdMs;
}
