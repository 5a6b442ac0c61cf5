import { changeWebhook } from '../../lib/application/webhooks/change-webhook.ts';
import { request } from '../edge/request.ts';
import * as ports from './ports.ts';

export const handler = request('change-webhook', changeWebhook, ports);
