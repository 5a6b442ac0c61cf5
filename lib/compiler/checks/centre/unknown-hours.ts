import type { Path } from '../../../language/read-yaml.ts';
import {
  blockPath,
  blocksOfKind,
  type Check,
  type CheckFacts,
  idsOf,
  outboundCampaigns,
  outboundPath,
  tilePath,
  tilesOfKind,
  unlessKnown,
} from '../check-facts.ts';

/** The hours named by queues, campaigns, rules and IVRs exist (CAM-10, CBR-4, IVR-7). */
export const unknownHours: Check = function* (facts) {
  const known = idsOf(facts, 'hours');
  for (const { hours, path } of uses(facts)) {
    const at = facts.places.valueAt(path);
    yield* unlessKnown(hours, known, at, `there are no hours '${hours}'`);
  }
};

function uses({ definitions }: CheckFacts): readonly { hours: string; path: Path }[] {
  return [
    ...Object.entries(definitions.queues).map(([id, { hours }]) => ({
      hours,
      path: ['queues', id, 'hours'],
    })),
    ...outboundCampaigns(definitions).flatMap(([id, { recallHours }]) =>
      recallHours === undefined
        ? []
        : [{ hours: recallHours, path: [...outboundPath(id), 'recallHours'] }],
    ),
    ...tilesOfKind(definitions, 'availability').map(([rule, id, { hours }]) => ({
      hours,
      path: [...tilePath(rule, id), 'hours'],
    })),
    ...blocksOfKind(definitions, 'availability').map(([ivr, id, { hours }]) => ({
      hours,
      path: [...blockPath(ivr, id), 'hours'],
    })),
  ];
}
