import type { PhoneSetting } from '../../domain/campaigns/handling.ts';
import type { Instant } from '../../domain/model/instant.ts';

/**
 * unchanged: it was right already · no-desk-phone: the user has no number of one, and nothing was
 * changed.
 */
type PhoneSet = 'set' | 'unchanged' | 'no-desk-phone' | 'unknown-agent';

interface PhoneSeen {
  readonly now: Instant;
  /** Whoever has found the phone right after this moment takes it for right. */
  readonly since: Instant;
}

/**
 * How calls reach the agents (CAM-3) and how long their wrap-up may last, as Connect keeps it with
 * its users.
 */
export interface Phones {
  /**
   * @param agentArn Connect's ARN of the agent; doing it again changes nothing
   * @param seen where Connect need not be asked again
   */
  set(agentArn: string, setting: PhoneSetting, seen?: PhoneSeen): Promise<PhoneSet>;
}
