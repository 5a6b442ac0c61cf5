import { sendEmail } from '../../lib/application/messaging/send-email.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('send-email', sendEmail, ports);
