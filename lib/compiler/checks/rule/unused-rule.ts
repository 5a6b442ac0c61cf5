import { ANY } from '../../../language/gaps.ts';
import { type Check, campaignsUsing } from '../check-facts.ts';

/** A rule is used by a campaign, or it has scenarios and is being prepared. */
export const unusedRule: Check = function* ({ definitions, gaps, places, scenarios }) {
  if (!gaps.isWhole(['campaigns', ANY, 'channels', 'outbound', 'rule'])) return;
  for (const rule of Object.keys(definitions.rules)) {
    if (campaignsUsing(definitions, rule).length > 0 || rule in scenarios) continue;
    if (gaps.mayHold(['scenarios'], rule)) continue;
    yield { at: places.keyAt(['rules', rule]), message: `no campaign uses rule '${rule}'` };
  }
};
