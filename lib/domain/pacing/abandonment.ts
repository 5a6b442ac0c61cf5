// When a person who picked up counts as abandoned (NEW-6, DIA-2). The rules count everybody who was
// not connected to an agent within two seconds of the end of their greeting (16 CFR
// 310.4(b)(1)(iv)). Somebody who hangs up before that was not abandoned, whatever status the
// callback rule sees (CBR-2).
import type { ContactTimestamps } from '../model/contact-timestamps.ts';
import { DEFAULT_PACING } from './settings.ts';

/** unanswered: no agent came at all · late: one came, but later than the rules allow. */
export type Abandonment = 'unanswered' | 'late';

export interface AnsweredCall {
  readonly timestamps: ContactTimestamps;
  readonly machineDetection?: string;
  readonly disconnectReason?: string;
}

/**
 * For a call that a person answered and that has ended or found its agent; undefined: not
 * abandoned.
 */
export function abandonmentOf(call: AnsweredCall): Abandonment | undefined {
  const { connectedToAgent, disconnected } = call.timestamps;
  const greeted = greetedAt(call);
  if (greeted === undefined) return undefined;
  const waited = (until: number) => until - greeted > DEFAULT_PACING.connectThresholdMs;
  if (connectedToAgent !== undefined) return waited(connectedToAgent) ? 'late' : undefined;
  const leftByThemselves = call.disconnectReason === 'CUSTOMER_DISCONNECT';
  return leftByThemselves && disconnected !== undefined && !waited(disconnected)
    ? undefined
    : 'unanswered';
}

/**
 * When the person's greeting was over. With answering-machine detection Connect routes the call
 * once it has heard the greeting; without it the greeting is unknown and the wait begins with the
 * answer.
 */
function greetedAt({ timestamps, machineDetection }: AnsweredCall): number | undefined {
  if (machineDetection === undefined) return timestamps.connectedToSystem;
  return timestamps.enqueued ?? timestamps.connectedToSystem;
}
