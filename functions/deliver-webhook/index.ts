import { deliverWebhook } from '../../lib/application/webhooks/deliver-webhook.ts';
import { queue } from '../edge/queue.ts';
import * as ports from './ports.ts';

export const handler = queue('deliver-webhook', deliverWebhook, ports);
