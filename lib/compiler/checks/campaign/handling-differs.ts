import { groupsOf } from '../../../domain/campaigns/handling.ts';
import type { Check } from '../check-facts.ts';

/**
 * Connect keeps with the user how calls reach them, so a group works for campaigns of one handling
 * (CAM-3).
 */
export const handlingDiffers: Check = function* ({ definitions, gaps, places }) {
  const isKnown = (campaign: string) => gaps.isWhole(['campaigns', campaign, 'handling']);
  const first = new Map<string, string>();
  for (const [id, campaign] of Object.entries(definitions.campaigns)) {
    const differing = new Map<string, string>();
    for (const group of groupsOf(definitions, campaign)) {
      const other = first.get(group);
      const before = other === undefined ? undefined : definitions.campaigns[other];
      if (other === undefined || !before) first.set(group, id);
      else if (before.handling !== campaign.handling && !differing.has(other))
        differing.set(other, group);
    }
    for (const [other, group] of differing) {
      if (!isKnown(other) || !isKnown(id)) continue;
      const theirs = definitions.campaigns[other]?.handling ?? '';
      const at = places.valueAt(['campaigns', id, 'handling']);
      const message = `campaign '${id}' has handling '${campaign.handling}', but its group '${group}' also works for campaign '${other}', which has '${theirs}'`;
      yield { at, message };
    }
  }
};
