// What keeps further records from an agent, as their desk tells it (CAM-6, CAM-7).
import { type AgentId, campaignId } from '../../domain/model/ids.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Ports } from '../ports/ports.ts';

interface Limited {
  readonly id: string;
  readonly campaign: Pick<Campaign, 'name' | 'unhandled'>;
}

export async function heldUpFor(
  agent: AgentId,
  all: readonly Limited[],
  { campaigns, records }: Pick<Ports, 'campaigns' | 'records'>,
) {
  const found = await Promise.all(
    all.map(async ({ id, campaign: { name, unhandled } }) => {
      if (unhandled === undefined) return [];
      const [{ heldUp = [] }, left] = await Promise.all([
        campaigns.load(campaignId(id)),
        records.unhandled(campaignId(id), agent, MOST_TOLD),
      ]);
      if (!heldUp.includes(agent)) return [];
      return [{ campaign: id, name, left: left.length, until: unhandled.until }];
    }),
  );
  return found.flat();
}

/** Counted no further. */
const MOST_TOLD = 100;
