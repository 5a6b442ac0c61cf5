// Which ticks follow a tick. The sweeper sends the first one, and that one knows what
// is left: while records are due that could not be called yet, the pool ticks every five seconds;
// else it ticks when the next records are due, or not at all until the next run of the sweeper.
// As many ticks as one request takes are sent at once, as far as is known when they are needed.
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import type { AgentPool } from '../../domain/dialing/agent-pool.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import {
  DUE_SECONDS,
  TICK_SECONDS,
  TICKS_AT_FIRST,
  TICKS_AT_ONCE,
} from '../../domain/pacing/tick-grid.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { PoolTick } from './pool-view.ts';

export interface TickDone {
  readonly outcome: string;
  readonly ordered: number;
  /** When the next record is due, or that records may be left; missing when it does not matter. */
  readonly next?: Instant | 'records are left' | 'nobody is there' | undefined;
  /** The campaigns of the pool as they were read; missing when no agent was looked at. */
  readonly running?: readonly CampaignState[];
}

/** Seconds until each of so many ticks. */
const delaysOf = (ticks: number): readonly number[] =>
  Array.from({ length: ticks }, (_, n) => (n + 1) * TICK_SECONDS);

type Needs = Pick<PortsOf<'dialer-tick'>, 'clock' | 'tickQueue' | 'records'>;

/** @param until the last tick of them is to send those before */
export async function sendNext(
  { id, pool, left }: Pick<PoolTick, 'id' | 'pool' | 'left'>,
  { next }: TickDone,
  until: Instant,
  { clock, tickQueue, records }: Needs,
): Promise<void> {
  if (next === undefined || next === 'nobody is there') return;
  const now = clock.now();
  if (next === 'records are left') {
    const atOnce = delaysOf(left ? TICKS_AT_ONCE : TICKS_AT_FIRST);
    const delays = atOnce.filter((seconds) => now + seconds * 1000 < until);
    if (delays.length > 0) await tickQueue.send(id, delays, { until, left: true });
    return;
  }
  const moments = dueMoments(next, until, pool, records);
  const ticks = moments.map((due, n) => {
    // each sends what is needed before the one after it
    return { delay: secondsTo(due, now), due, until: moments[n + 1] ?? until };
  });
  if (ticks.length > 0) await tickQueue.sendEach(id, ticks);
}

/**
 * The moment at which the next records are called, and those after it of which this function knows:
 * what it does not know of the ticks at these moments find out.
 */
function dueMoments(
  next: Instant,
  until: Instant,
  { campaigns }: AgentPool,
  { dueAhead }: Needs['records'],
): readonly Instant[] {
  const first = dueMoment(next);
  if (first >= until) return [];
  const ahead = campaigns.flatMap((campaign) => dueAhead(campaign, until));
  const known = ahead.flatMap(({ nextContact = first }) => dueMoment(nextContact));
  const later = known.filter((at) => at > first && at < until);
  return [...new Set([first, ...later])].toSorted((a, b) => a - b).slice(0, TICKS_AT_ONCE);
}

/** When what comes due at that moment is called. */
export const dueMoment = (due: Instant): Instant =>
  instant(Math.ceil(due / (DUE_SECONDS * 1000)) * DUE_SECONDS * 1000);

export const secondsTo = (at: Instant, now: Instant): number =>
  Math.max(0, Math.ceil((at - now) / 1000));
