import { diagnostic } from '../../language/diagnostic-codes.ts';
import { ivrSize, MOST_ACTIONS } from '../ivr/compile-ivr.ts';
import { partFlow, waitingFlow } from '../ivr/flow-keys.ts';
import { blockPath, type Check, inboundCampaigns } from './check-facts.ts';

/** The flows of an IVR are not bigger than Connect takes. Asks the compiler, so the definitions must be right otherwise. */
export const ivrTooBig: Check = function* ({ definitions, places }) {
  for (const [campaign, { ivr }] of inboundCampaigns(definitions)) {
    const { flows, attributeBytes, mostAttributeBytes } = ivrSize(definitions, campaign);
    for (const { key, actions } of flows) {
      if (actions <= MOST_ACTIONS) continue;
      const block = Object.keys(definitions.ivrs[ivr]?.blocks ?? {}).find(
        (id) => key === waitingFlow(id) || key === partFlow(id),
      );
      const at = places.keyAt(
        block === undefined ? ['ivrs', ivr, 'blocks'] : blockPath(ivr, block),
      );
      const message = `what follows '${block ?? key}' takes ${actions} actions; ${MOST_ACTIONS} are possible`;
      yield diagnostic('too-much-after-queue', at, message);
    }
    if (attributeBytes <= mostAttributeBytes) continue;
    const at = places.keyAt(['ivrs', ivr, 'blocks']);
    const message = `the IVR has ${flows.length} flows, and a call can carry the names of ${Math.floor((flows.length * mostAttributeBytes) / attributeBytes)}`;
    yield diagnostic('too-much-after-queue', at, message);
  }
};
