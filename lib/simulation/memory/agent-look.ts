// In memory agents tell what they do, unless a test has others look at them.
import type { AgentLook } from '../../application/ports/agent-look.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';

type Seen = Omit<AgentPresence, 'eventAt'>;

/** @param seen who is logged in; without, the stream of agent events tells it */
export const memoryAgentLook = (seen?: () => readonly Seen[]): AgentLook => ({
  now: async (groups) => seen?.().filter(({ group }) => groups.includes(group)),
});
