// Delivery events of both kinds of messages come through one queue; their source tells which is
// which.

import type { TaskInput } from '../../application/tasks/tasks.ts';
import { own } from '../../language/dictionary.ts';
import { Envelope } from './event-bridge.ts';
import { readSesEvent } from './ses-event.ts';
import { readSmsDelivery } from './sms-delivery-event.ts';

const READERS: Readonly<
  Record<string, (event: Envelope) => TaskInput<'message-events'> | undefined>
> = { 'aws.sms-voice': readSmsDelivery, 'aws.ses': readSesEvent };

export function readMessageEvent(body: unknown): TaskInput<'message-events'> | undefined {
  const event = Envelope.parse(body);
  const read = own(READERS, event.source);
  if (!read) throw new Error(`no delivery events come from '${event.source}'`);
  return read(event);
}
