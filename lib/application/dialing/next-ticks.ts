// Which ticks follow a tick. tick-fanout sends the first one, and that one knows what
// is left: while records are due that could not be called yet, the pool ticks every five seconds;
// else it ticks when the next record is due, or not at all until the next run of tick-fanout.
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import type { AgentPool } from '../../domain/dialing/agent-pool.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import { DUE_SECONDS, TICK_SECONDS, TICKS_AT_ONCE } from '../../domain/pacing/tick-grid.ts';
import type { PortsOf } from '../tasks/task-ports.ts';

export interface TickDone {
  readonly outcome: string;
  readonly ordered: number;
  /** When the next record is due, or that records may be left; missing when it does not matter. */
  readonly next?: Instant | 'records are left' | 'nobody is there' | undefined;
  /** The campaigns of the pool as they were read; missing when no agent was looked at. */
  readonly running?: readonly CampaignState[];
}

const AT_ONCE = Array.from({ length: TICKS_AT_ONCE }, (_, n) => (n + 1) * TICK_SECONDS);

/** @param until the last tick of them is to send those before */
export async function sendNext(
  { id }: { readonly id: CampaignId; readonly pool: AgentPool },
  { next }: TickDone,
  until: Instant,
  { clock, tickQueue }: Pick<PortsOf<'dialer-tick'>, 'clock' | 'tickQueue'>,
): Promise<void> {
  if (next === undefined || next === 'nobody is there') return;
  const now = clock.now();
  if (next === 'records are left') {
    const delays = AT_ONCE.filter((seconds) => now + seconds * 1000 < until);
    if (delays.length > 0) await tickQueue.send(id, delays, { until, left: true });
    return;
  }
  const at = dueMoment(next);
  if (at < until) await tickQueue.send(id, [secondsTo(at, now)], { due: at, until });
}

/** When what comes due at that moment is called. */
export const dueMoment = (due: Instant): Instant =>
  instant(Math.ceil(due / (DUE_SECONDS * 1000)) * DUE_SECONDS * 1000);

export const secondsTo = (at: Instant, now: Instant): number =>
  Math.max(0, Math.ceil((at - now) / 1000));
