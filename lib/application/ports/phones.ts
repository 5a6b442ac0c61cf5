import type { PhoneSetting } from '../../domain/campaigns/handling.ts';

/**
 * unchanged: it was right already · no-desk-phone: the user has no number of one, and nothing was
 * changed.
 */
type PhoneSet = 'set' | 'unchanged' | 'no-desk-phone' | 'unknown-agent';

/**
 * How calls reach the agents (CAM-3) and how long their wrap-up may last, as Connect keeps it with
 * its users.
 */
export interface Phones {
  /** @param agentArn Connect's ARN of the agent; doing it again changes nothing */
  set(agentArn: string, setting: PhoneSetting): Promise<PhoneSet>;
}
