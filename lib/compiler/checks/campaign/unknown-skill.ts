import { ANY } from '../../../language/gaps.ts';
import { didYouMean } from '../../../language/nearest.ts';
import { reachedFrom } from '../../graph.ts';
import {
  blocksOfKind,
  type Check,
  type CheckFacts,
  inboundCampaigns,
  inboundPath,
} from '../check-facts.ts';

/**
 * Every queue of the IVR, and every one it overflows into, has agents with the skill the campaign
 * requires; else callers wait for nobody (INB-8).
 */
export const unknownSkill: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  const known = Object.values(definitions.groups).flatMap(({ skills }) => skills);
  for (const [id, { skill, ivr }] of inboundCampaigns(definitions)) {
    if (skill === undefined) continue;
    if (!gaps.isWhole(['groups', ANY, 'skills'])) continue;
    const at = places.valueAt([...inboundPath(id), 'skill']);
    if (!known.includes(skill)) {
      const message = `no group has the skill '${skill}'`;
      yield { at, message, remedy: didYouMean(skill, known) };
      continue;
    }
    for (const queue of queuesWithout(facts, ivr, skill)) {
      yield { at, message: `no group of queue '${queue}' has the skill '${skill}'` };
    }
  }
};

function queuesWithout(
  { definitions, gaps }: CheckFacts,
  ivr: string,
  skill: string,
): readonly string[] {
  const queues = blocksOfKind(definitions, 'queue').flatMap(([of, , { queue }]) =>
    of === ivr ? [queue] : [],
  );
  const overflows = (queue: string) => {
    const overflow = definitions.queues[queue]?.overflow;
    return overflow === undefined ? [] : [overflow];
  };
  return [...reachedFrom(queues, overflows)].filter((queue) => {
    const groups = definitions.queues[queue]?.groups ?? [];
    const skills = groups.flatMap((group) => definitions.groups[group]?.skills ?? []);
    const isKnown = queue in definitions.queues && groups.every((id) => id in definitions.groups);
    return isKnown && gaps.isWhole(['queues', queue, 'groups']) && !skills.includes(skill);
  });
}
