// What comes through the queues of messages in words of others: delivery events of texts beside
// their orders, those of e-mails in a queue of their own.

import type { TaskInput } from '../../application/tasks/tasks.ts';
import { Envelope } from './event-bridge.ts';
import { readSesEvent } from './ses-event.ts';
import { readSmsDelivery } from './sms-delivery-event.ts';

/** An order of ours, or an event of End User Messaging. */
export function readTextWork(body: unknown): TaskInput<'send-sms'> | undefined {
  // what is no event is held against what the task takes, as any input is
  if (typeof body !== 'object' || body === null || !('source' in body))
    return body as TaskInput<'send-sms'>;
  const event = Envelope.parse(body);
  if (event.source !== 'aws.sms-voice')
    throw new Error(`no delivery events of texts come from '${event.source}'`);
  return readSmsDelivery(event);
}

export function readMessageEvent(body: unknown): TaskInput<'message-events'> | undefined {
  const event = Envelope.parse(body);
  if (event.source !== 'aws.ses')
    throw new Error(`no delivery events of e-mails come from '${event.source}'`);
  return readSesEvent(event);
}
