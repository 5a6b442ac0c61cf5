import { clock, definitions, records, sms } from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import { sendSms } from './send-sms.ts';

export const handler = queue('send-sms', sendSms, { clock, definitions, records, sms });
