import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, outboundCampaigns } from './check-facts.ts';

/** Mode ratio has a pickup rate, no other mode has (DIA-2). */
export const pickupRate: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode, pickupRate: rate }] of outboundCampaigns(definitions)) {
    const path = ['campaigns', id, 'channels', 'outbound'];
    if (!gaps.isWhole([...path, 'mode']) || !gaps.isWhole([...path, 'pickupRate'])) continue;
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
