// Who gets no calls, in memory. Everybody is known.
import type { AgentHolds } from '../../application/ports/agent-holds.ts';

export interface MemoryAgentHolds extends AgentHolds {
  isHeld(agentArn: string): boolean;
}

/** @param onChange told each time, also when nothing changes */
export function memoryAgentHolds(
  onChange: (agentArn: string, isHeld: boolean) => void = () => {},
): MemoryAgentHolds {
  const held = new Set<string>();
  return {
    isHeld: (agentArn) => held.has(agentArn),
    async hold(agentArn) {
      held.add(agentArn);
      onChange(agentArn, true);
      return 'done';
    },
    async release(agentArn) {
      held.delete(agentArn);
      onChange(agentArn, false);
      return 'done';
    },
  };
}
