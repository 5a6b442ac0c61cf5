import { groupsOf } from '../../domain/campaigns/handling.ts';
import { agentsStartCalls } from '../../domain/dialing/offers.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, outboundCampaigns, outboundPath } from './check-facts.ts';

/** Connect keeps with the user how calls reach them: a group works for campaigns of one handling (CAM-3). */
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
      const message = `'${id}' is ${campaign.handling}, but group '${group}' works for '${other}' too, which is ${theirs}`;
      yield diagnostic('handling-differs', at, message);
    }
  }
};

/** A call that an agent starts is started for one record that they look at: the other modes dial ahead of them (CAM-3). */
export const handlingMode: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode }, campaign] of outboundCampaigns(definitions)) {
    if (campaign.handling !== 'manual-web' || mode === 'preview') continue;
    if (!gaps.isWhole([...outboundPath(id), 'mode'])) continue;
    const at = places.valueAt([...outboundPath(id), 'mode']);
    const message = `agents start the calls (handling ${campaign.handling}), but in mode '${mode}' the dialer does`;
    yield diagnostic('handling-mode', at, message);
  }
};

/**
 * Connect places calls that ring the agent first for its own outbound campaigns only, and callbacks for customers who are on
 * the line (CAM-3, docs/decisions/0012-agents-who-start-calls.md).
 */
export const agentRungFirst: Check = function* ({ definitions, places }) {
  for (const [id, , { handling }] of outboundCampaigns(definitions)) {
    if (handling !== 'manual-phone') continue;
    const at = places.valueAt(['campaigns', id, 'handling']);
    const message = 'Connect rings no agent first for calls that we place';
    yield diagnostic('agent-rung-first', at, message);
  }
};

/** Who starts a call has a time for it; the dialer needs none (CAM-3). */
export const offerFor: Check = function* ({ definitions, gaps, places }) {
  for (const [id, outbound, campaign] of outboundCampaigns(definitions)) {
    if (agentsStartCalls(campaign) || outbound.offerFor === undefined) continue;
    if (!gaps.isWhole(['campaigns', id, 'handling'])) continue;
    const at = places.keyAt([...outboundPath(id), 'offerFor']);
    yield diagnostic('offer-for', at, 'the dialer starts the calls, so nothing is waited for');
  }
};
