// The board of agents in memory.

import type { AgentBoard } from '../../application/ports/agent-board.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { AgentId } from '../../domain/model/ids.ts';

export function memoryAgentBoard(): AgentBoard {
  const presences = new Map<AgentId, AgentPresence>();
  return {
    async put(presence) {
      const stored = presences.get(presence.agent);
      if (stored && stored.eventAt >= presence.eventAt) return { news: false };
      presences.set(presence.agent, presence);
      return {
        news: true,
        formerly: stored?.group === presence.group ? stored.activity : undefined,
      };
    },
    ofGroupsSeen: async () => undefined,
    ofGroups: async (groups) =>
      [...presences.values()].filter((presence) => groups.includes(presence.group)),
  };
}
