import { type Check, inboundCampaigns, inboundPath } from '../check-facts.ts';

/** A number leads to one campaign (INB-1). */
export const numberInTwoCampaigns: Check = function* ({ definitions, places }) {
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
          ? `number '${number}' is listed twice`
          : `number '${number}' already leads to campaign '${other}'`;
      yield { at, message };
    }
  }
};
