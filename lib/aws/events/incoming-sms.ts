// What End User Messaging publishes to the topic of a two-way number, delivered raw.
// docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html

import * as z from 'zod';
import type { TaskInput } from '../../application/tasks/tasks.ts';

const Incoming = z.object({
  inboundMessageId: z.string(),
  originationNumber: z.string(),
  destinationNumber: z.string(),
  messageBody: z.string().default(''),
});

export function readIncomingSms(body: unknown): TaskInput<'receive-sms'> {
  const { inboundMessageId, originationNumber, destinationNumber, messageBody } =
    Incoming.parse(body);
  return {
    id: inboundMessageId,
    from: e164(originationNumber),
    to: e164(destinationNumber),
    text: messageBody,
  };
}

/** Carriers may leave the plus out. */
const e164 = (number: string): string => (number.startsWith('+') ? number : `+${number}`);
