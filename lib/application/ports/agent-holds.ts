/** unknown: Connect has no such user, or the status is not deployed. */
type Held = 'done' | 'unknown';

/** Agents whom Connect gives no calls, whatever queue they wait in (CAM-6). */
export interface AgentHolds {
  /**
   * At once, or after the contact the agent has; doing it again changes nothing.
   * @param agentArn Connect's ARN of the agent
   */
  hold(agentArn: string): Promise<Held>;
  /** They are there for calls again, at once or after the contact they have. */
  release(agentArn: string): Promise<Held>;
}
