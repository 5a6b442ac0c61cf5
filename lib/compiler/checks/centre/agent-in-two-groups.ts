import type { Check } from '../check-facts.ts';

/** A group is a routing profile in Connect, and a user has exactly one. */
export const agentInTwoGroups: Check = function* ({ definitions, places }) {
  const groupOf = new Map<string, string>();
  for (const [group, { agents }] of Object.entries(definitions.groups)) {
    for (const [index, agent] of agents.entries()) {
      const other = groupOf.get(agent);
      if (other === undefined) {
        groupOf.set(agent, group);
        continue;
      }
      const at = places.valueAt(['groups', group, 'agents', index]);
      const message =
        other === group
          ? `agent '${agent}' is listed twice in group '${group}'`
          : `agent '${agent}' is already in group '${other}'`;
      yield { at, message };
    }
  }
};
