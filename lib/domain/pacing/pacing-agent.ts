export interface PacingAgent {
  readonly state: AgentState;
  /** When this state began. */
  readonly since: number;
}

/**
 * `preparing`: a contact has been offered and before-call work runs (DIA-1); `leaving`: logs out or
 * goes on a break when the present contact ends, so nobody may count on this agent.
 */
export type AgentState = 'free' | 'preparing' | 'talking' | 'wrap-up' | 'break' | 'leaving';
