// Who of a campaign's agents gets no further record (CAM-6, CAM-7): what each has left unhandled is
// counted up to the limit, one short query for each.

import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { heldUpAgents } from '../../domain/campaigns/held-up.ts';
import type { AgentId } from '../../domain/model/ids.ts';
import type { UnhandledLimit } from '../../language/schema/campaign.ts';
import type { Ports } from '../ports/ports.ts';

/** @param agents those who would get one */
export async function heldUpNow(
  state: Pick<CampaignState, 'campaign' | 'heldUp'>,
  limit: UnhandledLimit | undefined,
  agents: readonly AgentId[],
  { records }: Pick<Ports, 'records'>,
): Promise<readonly AgentId[]> {
  if (limit === undefined) return [];
  const counts = await Promise.all(
    agents.map(async (agent) => {
      const left = await records.unhandled(state.campaign, agent, limit.most);
      return [agent, left.length] as const;
    }),
  );
  return heldUpAgents(state.heldUp ?? [], new Map(counts), limit);
}

export const isSame = (one: readonly AgentId[], other: readonly AgentId[]): boolean =>
  one.length === other.length && one.every((agent, n) => agent === other[n]);
