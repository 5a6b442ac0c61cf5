import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type FileCheck, outboundCampaigns } from './check-facts.ts';

/** Only preview mode has before-call work (DIA-1). */
export const beforeCallWork: FileCheck = function* ({ definitions, places }) {
  for (const [id, { mode, beforeCallWork: work }] of outboundCampaigns(definitions)) {
    if (mode === 'preview' || work === undefined) continue;
    const at = places.keyAt(['campaigns', id, 'channels', 'outbound', 'beforeCallWork']);
    yield diagnostic('before-call-work', at, `there is no before-call work in mode '${mode}'`);
  }
};
