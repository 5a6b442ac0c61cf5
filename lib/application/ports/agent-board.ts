import type { AgentActivity, AgentPresence } from '../../domain/model/agent.ts';

export interface PresenceUpdate {
  /** Whether the presence was stored. */
  readonly news: boolean;
  /**
   * What the agent did before; missing when the group did not know the agent, or nothing was
   * stored.
   */
  readonly formerly?: AgentActivity;
}

export interface AgentBoard {
  /** Stores the presence unless a later agent event was stored already. */
  put(presence: AgentPresence): Promise<PresenceUpdate>;
  ofGroups(groups: readonly string[]): Promise<readonly AgentPresence[]>;
  /**
   * The same in one request with other reads, of groups with few agents that this function has seen
   * and nobody has joined since; undefined when they are to be asked for.
   */
  ofGroupsSeen(groups: readonly string[]): Promise<readonly AgentPresence[] | undefined>;
}
