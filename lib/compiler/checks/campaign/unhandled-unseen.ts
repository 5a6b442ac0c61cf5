import { groupsOf } from '../../../domain/campaigns/handling.ts';
import { limitInConnect } from '../../../domain/campaigns/held-up.ts';
import { agentPools } from '../../../domain/dialing/agent-pool.ts';
import type { Check } from '../check-facts.ts';

/**
 * Agents are looked at by ticks of campaigns that dial, so those who only take calls are never seen
 * to be free, and their limit of unhandled records holds nobody (CAM-6).
 */
export const unhandledUnseen: Check = function* ({ definitions, gaps, places }) {
  const { centre, campaigns } = definitions;
  if (centre.connect.agentEvents !== 'polled') return;
  if (!['campaigns', 'queues', 'ivrs'].every((place) => gaps.isWhole([place]))) return;
  const looked = new Set(agentPools(definitions).flatMap(({ groups }) => groups));
  for (const [id, campaign] of Object.entries(campaigns)) {
    if (limitInConnect(campaign) === undefined) continue;
    const unseen = groupsOf(definitions, campaign).filter((group) => !looked.has(group));
    if (unseen.length === 0) continue;
    const at = places.keyAt(['campaigns', id, 'unhandled']);
    const message = `the agents of ${unseen.join(', ')} dial for no campaign, so nobody sees how many records they have left, and they get calls with any number of them`;
    yield { at, message };
  }
};
