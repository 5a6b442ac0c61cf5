// Agents who have left so many records unhandled that they get no further one until they have
// worked off enough of them (CAM-6, CAM-7).
import type { UnhandledLimit } from '../../language/schema/campaign.ts';
import type { AgentId } from '../model/ids.ts';

/**
 * Who is held up now. @param before who was @param left unhandled records by agent; an agent who is
 * not in it is as before
 */
export function heldUpAgents(
  before: readonly AgentId[],
  left: ReadonlyMap<AgentId, number>,
  { most, until }: UnhandledLimit,
): readonly AgentId[] {
  const stays = before.filter((agent) => (left.get(agent) ?? Number.POSITIVE_INFINITY) > until);
  const joins = [...left].filter(([agent, count]) => count >= most && !stays.includes(agent));
  return [...stays, ...joins.map(([agent]) => agent)].toSorted();
}
