import { ANY } from '../../../language/gaps.ts';
import { blocksOfKind, type Check, outboundCampaigns } from '../check-facts.ts';

/**
 * A queue is used by a campaign, an IVR, or another queue that overflows into it (PRI-4, PRI-6).
 */
export const unusedQueue: Check = function* ({ definitions, gaps, places }) {
  const users = [
    ['campaigns', ANY, 'channels', 'outbound', 'queue'],
    ['campaigns', ANY, 'channels', 'sms', 'queue'],
    ['campaigns', ANY, 'channels', 'email', 'queue'],
    ['ivrs', ANY, 'blocks', ANY, 'queue'],
    ['queues', ANY, 'overflow'],
  ];
  if (!users.every(gaps.isWhole)) return;
  const used: readonly (string | undefined)[] = [
    ...outboundCampaigns(definitions).map(([, { queue }]) => queue),
    ...Object.values(definitions.campaigns).flatMap(({ channels: { sms, email } }) => [
      sms?.queue,
      email?.queue,
    ]),
    ...blocksOfKind(definitions, 'queue').map(([, , { queue }]) => queue),
    ...Object.values(definitions.queues).map(({ overflow }) => overflow),
  ];
  for (const queue of Object.keys(definitions.queues).filter((id) => !used.includes(id))) {
    const at = places.keyAt(['queues', queue]);
    yield { at, message: `no campaign or IVR uses queue '${queue}'` };
  }
};
