// How long each phase of an attempt may last before the sweeper looks after it. Generous: the
// sweeper is the net under lost events, not the way things go.
import type { Attempt } from '../model/attempt.ts';
import { type Instant, instant, isPast, plus } from '../model/instant.ts';
import type { CampaignRecord, CurrentAttempt } from '../model/record.ts';

export interface PhaseTimes {
  /** Seconds, from the campaign and its queue. */
  readonly ringFor: number;
  readonly longestWait: number;
  readonly wrapUp: number;
}

/**
 * Seconds an order may wait for its turn at Connect's call rate, on top of the work before the
 * call.
 */
export const ORDER_WAITS = 600;
/** Seconds between looks at a conversation that goes on. */
const TALK = 3600;
const SLACK = 60;
/** Seconds a rule run may take before it is started once more. */
const RULE_RUN = 120;
/**
 * Seconds the longest call may last. A call that Connect may have placed, and of which it has said
 * nothing in that time, counts as over (DIA-7).
 */
export const LONGEST_CALL = 4 * 3600;
/**
 * Seconds a number stays locked unless the lock is released or renewed (DIA-7): an hour more than
 * the longest deadline of an attempt, so that the sweeper has looked at the attempt before its lock
 * expires.
 */
export const NUMBER_LOCKED = LONGEST_CALL + 3600;

/** Records whose deadline has passed, the longest ago first. */
export const overdueOf = (
  inFlight: readonly CampaignRecord[],
  now: Instant,
): readonly CampaignRecord[] =>
  inFlight
    .filter(({ current }) => current && isPast(current.deadline, now))
    .toSorted((a, b) => Number(a.current?.deadline) - Number(b.current?.deadline));

/** By when something must have happened in this phase. */
export function deadlineOf(
  phase: CurrentAttempt['phase'],
  attempt: Attempt,
  times: PhaseTimes,
  now: Instant,
): Instant {
  switch (phase) {
    case 'ordered':
      return plus(now, ORDER_WAITS);
    case 'unclear':
      return plus(attempt.askedAt ?? now, LONGEST_CALL);
    case 'started':
      return plus(now, times.ringFor + SLACK);
    case 'connected':
      return plus(now, times.longestWait + SLACK);
    case 'with-agent':
      return plus(now, TALK);
    case 'wrap-up':
      return plus(
        attempt.timestamps.disconnected ?? now,
        times.wrapUp + (attempt.inbound?.extraWrapUp ?? 0),
      );
    case 'ended':
      return nextRuleRun(attempt, now);
  }
}

/**
 * Pauses double, so that a rule that cannot run is tried for as long as it takes and costs little.
 */
function nextRuleRun(attempt: Attempt, now: Instant): Instant {
  const over = attempt.timestamps.wrapUpEnded ?? attempt.timestamps.disconnected ?? now;
  return instant(now + Math.max(RULE_RUN * 1000, now - over));
}
