import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type FileCheck, outboundCampaigns } from './check-facts.ts';

/** Mode ratio has a pickup rate, no other mode has (DIA-2). */
export const pickupRate: FileCheck = function* ({ definitions, places }) {
  for (const [id, { mode, pickupRate: rate }] of outboundCampaigns(definitions)) {
    const path = ['campaigns', id, 'channels', 'outbound'];
    if (mode === 'ratio' && rate === undefined) {
      const at = places.valueAt([...path, 'mode']);
      yield diagnostic('pickup-rate', at, "mode 'ratio' needs a 'pickupRate'");
    }
    if (mode !== 'ratio' && rate !== undefined) {
      const at = places.keyAt([...path, 'pickupRate']);
      yield diagnostic('pickup-rate', at, `a pickup rate has no meaning in mode '${mode}'`);
    }
    if (mode === 'ratio' && rate === 0) {
      const at = places.valueAt([...path, 'pickupRate']);
      yield diagnostic('pickup-rate', at, 'nobody at all would pick up');
    }
  }
};
