// Who of a campaign's agents gets no further record (CAM-6, CAM-7): what each has left unhandled is
// counted up to the limit, one short query for each. A contact that is not classified yet may be
// left as well, so it counts for the moment, but holds nobody up.
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { heldUpAgents } from '../../domain/campaigns/held-up.ts';
import type { AgentId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { UnhandledLimit } from '../../language/schema/campaign.ts';
import type { Ports } from '../ports/ports.ts';

export interface HeldUp {
  /** Until they have worked off enough; kept with the campaign. */
  readonly heldUp: readonly AgentId[];
  /** Those, and others who might be with one more. */
  readonly full: readonly AgentId[];
}

export const NOBODY_HELD_UP: HeldUp = { heldUp: [], full: [] };

/** @param agents those who would get one @param inFlight records with a contact under way */
export async function heldUpNow(
  state: Pick<CampaignState, 'campaign' | 'heldUp'>,
  limit: UnhandledLimit,
  agents: readonly AgentId[],
  inFlight: readonly CampaignRecord[],
  { records }: Pick<Ports, 'records'>,
): Promise<HeldUp> {
  const counts = await Promise.all(
    agents.map(async (agent) => {
      const left = await records.unhandled(state.campaign, agent, limit.most);
      return [agent, left.length] as const;
    }),
  );
  const heldUp = heldUpAgents(state.heldUp ?? [], new Map(counts), limit);
  const underWay = (agent: AgentId) =>
    inFlight.filter(({ current }) => current?.offeredTo === agent).length;
  const others = counts.filter(([agent, left]) => left + underWay(agent) >= limit.most);
  return { heldUp, full: [...new Set([...heldUp, ...others.map(([agent]) => agent)])] };
}
