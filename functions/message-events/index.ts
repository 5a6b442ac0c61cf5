import { messageEvents } from '../../lib/application/messaging/message-events.ts';
import { readMessageEvent } from '../../lib/aws/events/message-event.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('message-events', messageEvents, ports, () => readMessageEvent);
