import { type Check, outboundCampaigns, unlessKnown } from './check-facts.ts';

/** The numbers a campaign shows are own numbers (DIA-4). */
export const knownNumber: Check = function* ({ definitions, places }) {
  const known = Object.keys(definitions.centre.numbers);
  for (const [id, { callerIds }] of outboundCampaigns(definitions)) {
    for (const [index, number] of callerIds.entries()) {
      const at = places.valueAt(['campaigns', id, 'channels', 'outbound', 'callerIds', index]);
      const message = `there is no own number '${number}'`;
      yield* unlessKnown('unknown-number', number, known, at, message);
    }
  }
};
