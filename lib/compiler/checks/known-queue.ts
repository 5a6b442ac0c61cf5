import { type Check, outboundCampaigns, unlessKnown } from './check-facts.ts';

/** The queue of a campaign exists (DIA-3). */
export const knownQueue: Check = function* ({ definitions, places }) {
  const known = Object.keys(definitions.queues);
  for (const [id, { queue }] of outboundCampaigns(definitions)) {
    if (queue === undefined) continue;
    const at = places.valueAt(['campaigns', id, 'channels', 'outbound', 'queue']);
    yield* unlessKnown('unknown-queue', queue, known, at, `there is no queue '${queue}'`);
  }
};
