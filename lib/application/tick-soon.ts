// Whoever stores a record that is due before tick-fanout looks again has the agents of its campaign
// tick for it (CBR-7).
import type { CampaignId } from '../domain/model/ids.ts';
import type { Instant } from '../domain/model/instant.ts';
import { FANOUT_SECONDS } from '../domain/pacing/tick-grid.ts';
import type { Ports } from './ports/ports.ts';

export async function tickSoon(
  campaign: CampaignId,
  due: Instant | undefined,
  { clock, tickQueue }: Pick<Ports, 'clock' | 'tickQueue'>,
): Promise<void> {
  if (due === undefined) return;
  const seconds = Math.max(0, Math.ceil((due - clock.now()) / 1000));
  if (seconds < FANOUT_SECONDS) await tickQueue.send(campaign, [seconds], { due });
}
