import type { AgentPresence } from '../../domain/model/agent.ts';

/** What agents do, asked for instead of told. */
export interface AgentLook {
  /**
   * Those of the groups who are logged in, as Connect has them now; undefined where the stream of
   * agent events tells it (`agentEvents` in centre.yaml).
   */
  now(groups: readonly string[]): Promise<readonly Omit<AgentPresence, 'eventAt'>[] | undefined>;
}
