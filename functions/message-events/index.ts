import { readMessageEvent } from '../../lib/aws/message-event.ts';
import { clock, records } from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import { messageEvents } from './message-events.ts';

export const handler = queue(
  'message-events',
  messageEvents,
  { clock, records },
  () => readMessageEvent,
);
