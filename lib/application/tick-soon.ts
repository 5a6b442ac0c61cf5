// Whoever stores a record that is due before the sweeper looks again has the agents of its campaign
// tick for it (CBR-7).
import type { Change } from '../domain/model/change.ts';
import type { CampaignId } from '../domain/model/ids.ts';
import type { Instant } from '../domain/model/instant.ts';
import { FANOUT_SECONDS } from '../domain/pacing/tick-grid.ts';
import { isDueSoon } from '../domain/records/rest.ts';
import type { Ports } from './ports/ports.ts';

type Needs = Pick<Ports, 'clock' | 'tickQueue'>;

/** Seconds after which the index of due records mostly has what was stored. */
const IN_INDEX = 1;

export async function tickSoon(
  campaign: CampaignId,
  due: Instant | undefined,
  { clock, tickQueue }: Needs,
): Promise<void> {
  if (due === undefined) return;
  const seconds = Math.max(IN_INDEX, Math.ceil((due - clock.now()) / 1000));
  if (seconds < FANOUT_SECONDS) await tickQueue.send(campaign, [seconds], { due });
}

/** The same, for a change that puts its record among those that wait for their call. */
export async function tickForChange(change: Change, ports: Needs): Promise<void> {
  if (!isDueSoon(change)) return;
  await tickSoon(change.after.campaign, change.after.nextContact, ports);
}
