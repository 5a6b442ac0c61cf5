import { type Check, outboundCampaigns, outboundPath } from '../check-facts.ts';

/** Only the predictive mode keeps a cap on abandoned calls (NEW-6). */
export const pacingSettings: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode, pacing }] of outboundCampaigns(definitions)) {
    if (mode === 'predictive' || pacing === undefined) continue;
    if (!gaps.isWhole([...outboundPath(id), 'mode'])) continue;
    const at = places.keyAt([...outboundPath(id), 'pacing']);
    yield { at, message: `'pacing' has no effect in mode '${mode}'` };
  }
};
