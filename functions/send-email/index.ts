import { clock, definitions, email, records } from '../../lib/aws/ports.ts';
import { queue } from '../edge/queue.ts';
import { sendEmail } from './send-email.ts';

export const handler = queue('send-email', sendEmail, { clock, definitions, email, records });
