import { groupsOf, handlingOf } from '../../domain/handling.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, inboundCampaigns, inboundPath } from './check-facts.ts';

/** Connect keeps with the user how calls reach them: a group works for campaigns of one handling (CAM-3). */
export const handlingDiffers: Check = function* ({ definitions, gaps, places }) {
  const isKnown = (campaign: string) => gaps.isWhole([...inboundPath(campaign), 'handling']);
  const first = new Map<string, string>();
  for (const [id, campaign] of Object.entries(definitions.campaigns)) {
    const differing = new Map<string, string>();
    for (const group of groupsOf(definitions, campaign)) {
      const other = first.get(group);
      const before = other === undefined ? undefined : definitions.campaigns[other];
      if (other === undefined || !before) first.set(group, id);
      else if (handlingOf(before) !== handlingOf(campaign) && !differing.has(other))
        differing.set(other, group);
    }
    for (const [other, group] of differing) {
      if (!isKnown(other) || !isKnown(id)) continue;
      const written = definitions.campaigns[other];
      const at = campaign.channels.inbound
        ? places.valueAt([...inboundPath(id), 'handling'])
        : places.keyAt(['campaigns', id, 'channels', 'outbound']);
      const theirs = written ? handlingOf(written) : '';
      const message = `'${id}' is ${handlingOf(campaign)}, but group '${group}' works for '${other}' too, which is ${theirs}`;
      yield diagnostic('handling-differs', at, message);
    }
  }
};

/** Calls we place are placed for the agent; agents who start or are rung first are not offered yet (CAM-3). */
export const handlingNotOffered: Check = function* ({ definitions, places }) {
  for (const [id, { handling }, { channels }] of inboundCampaigns(definitions)) {
    if (handling === 'automatic' || !channels.outbound) continue;
    const at = places.valueAt([...inboundPath(id), 'handling']);
    const message = `'${handling}' is not offered yet for campaigns with an outbound channel (CAM-3)`;
    yield diagnostic('handling-not-offered', at, message);
  }
};
