// "Text Message Delivery Status Updated" of End User Messaging → the outcome of a message of ours.
// docs.aws.amazon.com/sms-voice/latest/userguide/monitor-event-bridge.html; SUCCESSFUL is the
// carrier's word, DELIVERED the handset's, and 72 hours without any word end in UNKNOWN, which is
// no failure.

import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { own } from '../../language/dictionary.ts';
import type { Envelope } from './event-bridge.ts';

const Detail = z.object({
  eventType: z.string(),
  messageId: z.string().optional(),
  context: z.record(z.string(), z.string()).nullish(),
});

type Delivery = Extract<TaskInput<'send-sms'>, { readonly outcome: string }>;

const OUTCOMES: Readonly<Record<string, Delivery['outcome']>> = {
  QUEUED: 'accepted',
  PENDING: 'accepted',
  SENT: 'accepted',
  SUCCESSFUL: 'accepted',
  UNKNOWN: 'accepted',
  DELIVERED: 'delivered',
  INVALID: 'failed',
  INVALID_MESSAGE: 'failed',
  UNREACHABLE: 'failed',
  CARRIER_UNREACHABLE: 'failed',
  BLOCKED: 'failed',
  CARRIER_BLOCKED: 'failed',
  SPAM: 'failed',
  TTL_EXPIRED: 'failed',
  PROTECT_BLOCKED: 'failed',
};

/** undefined when the message is none of ours or the event tells no outcome. */
export function readSmsDelivery({ detail }: Envelope): Delivery | undefined {
  const { eventType, messageId, context } = Detail.parse(detail);
  const { campaign, record, message } = context ?? {};
  if (!campaign || !record || !message) return undefined;
  const status = eventType.replace(/^TEXT_/, '');
  const outcome = own(OUTCOMES, status);
  if (!outcome) return undefined;
  return {
    campaign,
    record,
    message,
    outcome,
    providerId: messageId || undefined,
    reason: outcome === 'failed' ? status.toLowerCase().replaceAll('_', ' ') : undefined,
  };
}
