import { ivrSize, MOST_ACTIONS } from '../../ivr/compile-ivr.ts';
import { partFlow, waitingFlow } from '../../ivr/flow-keys.ts';
import { blockPath, type Check, inboundCampaigns } from '../check-facts.ts';

/**
 * The flows of an IVR are no bigger than Connect allows. Asks the compiler, so the rest must be
 * right.
 */
export const tooMuchAfterQueue: Check = function* ({ definitions, places }) {
  for (const [campaign, { ivr }] of inboundCampaigns(definitions)) {
    const { flows, attributeBytes, mostAttributeBytes } = ivrSize(definitions, campaign);
    for (const { key, actions } of flows) {
      if (actions <= MOST_ACTIONS) continue;
      const block = Object.keys(definitions.ivrs[ivr]?.blocks ?? {}).find(
        (id) => key === waitingFlow(id) || key === partFlow(id),
      );
      const path = block === undefined ? ['ivrs', ivr, 'blocks'] : blockPath(ivr, block);
      const message = `what follows '${block ?? key}' takes ${actions} actions; the limit is ${MOST_ACTIONS}`;
      yield { at: places.keyAt(path), message };
    }
    if (attributeBytes <= mostAttributeBytes) continue;
    const most = Math.floor((flows.length * mostAttributeBytes) / attributeBytes);
    const message = `the IVR has ${flows.length} flows; a call can carry the names of only ${most}`;
    yield { at: places.keyAt(['ivrs', ivr, 'blocks']), message };
  }
};
