import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, inboundCampaigns, inboundPath } from './check-facts.ts';

/** A number leads to one campaign (INB-1). */
export const inboundNumbers: Check = function* ({ definitions, places }) {
  const campaignOf = new Map<string, string>();
  for (const [id, { numbers }] of inboundCampaigns(definitions)) {
    for (const [index, number] of numbers.entries()) {
      const other = campaignOf.get(number);
      if (other === undefined) {
        campaignOf.set(number, id);
        continue;
      }
      const at = places.valueAt([...inboundPath(id), 'numbers', index]);
      const message =
        other === id
          ? `'${number}' stands here a second time`
          : `'${number}' leads to campaign '${other}' already`;
      yield diagnostic('number-in-two-campaigns', at, message);
    }
  }
};
