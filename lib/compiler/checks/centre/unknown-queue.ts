import type { Path } from '../../../language/read-yaml.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  idsOf,
  outboundCampaigns,
  outboundPath,
  unlessKnown,
} from '../check-facts.ts';

/** The queues named by campaigns, IVRs and other queues exist (DIA-3, IVR-13, PRI-4). */
export const unknownQueue: Check = function* (facts) {
  const known = idsOf(facts, 'queues');
  for (const { queue, path } of uses(facts)) {
    if (queue === undefined) continue;
    const at = facts.places.valueAt(path);
    yield* unlessKnown(queue, known, at, `there is no queue '${queue}'`);
  }
};

function uses({ definitions }: CheckFacts): readonly { queue: string | undefined; path: Path }[] {
  return [
    ...outboundCampaigns(definitions).map(([id, { queue }]) => ({
      queue,
      path: [...outboundPath(id), 'queue'],
    })),
    ...Object.entries(definitions.campaigns).flatMap(([id, { channels }]) =>
      (['sms', 'email'] as const).map((channel) => ({
        queue: channels[channel]?.queue,
        path: ['campaigns', id, 'channels', channel, 'queue'],
      })),
    ),
    ...blocksOfKind(definitions, 'queue').map(([ivr, id, { queue }]) => ({
      queue,
      path: [...blockPath(ivr, id), 'queue'],
    })),
    ...Object.entries(definitions.queues).map(([id, { overflow }]) => ({
      queue: overflow,
      path: ['queues', id, 'overflow'],
    })),
  ];
}
