import { type Check, outboundCampaigns, outboundPath } from '../check-facts.ts';

/** Only preview mode has before-call work (DIA-1). */
export const beforeCallWork: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode, beforeCallWork: work }] of outboundCampaigns(definitions)) {
    if (work === undefined || !gaps.isWhole([...outboundPath(id), 'mode'])) continue;
    const at = places.keyAt([...outboundPath(id), 'beforeCallWork']);
    if (mode !== 'preview')
      yield { at, message: `'beforeCallWork' has no effect in mode '${mode}'` };
  }
};
