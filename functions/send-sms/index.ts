import { sendSms } from '../../lib/application/messaging/send-sms.ts';
import { readTextWork } from '../../lib/aws/events/message-event.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('send-sms', sendSms, ports, () => readTextWork);
