import {
  blockPath,
  blocksOfKind,
  type Check,
  idsOf,
  outboundCampaigns,
  unlessKnown,
} from './check-facts.ts';

/** The queues of campaigns and IVRs exist (DIA-3, IVR-13). */
export const knownQueue: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = idsOf(facts, 'queues');
  for (const [id, { queue }] of outboundCampaigns(definitions)) {
    if (queue === undefined) continue;
    const at = places.valueAt(['campaigns', id, 'channels', 'outbound', 'queue']);
    yield* unlessKnown('unknown-queue', queue, known, at, `there is no queue '${queue}'`);
  }
  for (const [ivr, id, { queue }] of blocksOfKind(definitions, 'queue')) {
    const at = places.valueAt([...blockPath(ivr, id), 'queue']);
    yield* unlessKnown('unknown-queue', queue, known, at, `there is no queue '${queue}'`);
  }
};
