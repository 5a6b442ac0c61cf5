// Webhooks: how each is doing, the log of its deliveries, sending again, switching on, the secret.
import { z } from 'zod';
import { route } from '../route.ts';
import { IdOfCampaign, Iso, Paging, page } from './shapes.ts';

const IdOfWebhook = z.string().min(1).max(64).describe('id of the webhook in the campaign');
const IdOfDelivery = z.string().min(1).max(64).describe('`webhook-id` of the request');

const Webhook = z.object({
  campaign: IdOfCampaign,
  webhook: IdOfWebhook,
  target: z.enum(['url', 'email']),
  to: z.string(),
  events: z.array(z.string()),
  state: z
    .enum(['sound', 'held', 'off'])
    .describe('held: it fails or is slow, its deliveries wait in line · off: switched off'),
  etag: z.string().describe('as the If-Match of `enableWebhook` takes it'),
  failingSince: Iso.optional(),
  off: z.object({ at: Iso, because: z.enum(['failing', 'gone']) }).optional(),
});

const Delivery = z.object({
  delivery: IdOfDelivery,
  event: z.string().describe('id of the event'),
  type: z.string(),
  record: z.string().optional(),
  happened: Iso,
  state: z.enum(['waiting', 'delivered', 'failed']),
  due: Iso.optional().describe('when it is tried next'),
  tried: z.int().nonnegative(),
});

const Try = z.object({
  at: Iso,
  status: z.int().optional().describe('of the answer; missing when there was none'),
  milliseconds: z.number(),
  because: z.string().optional().describe('why it did not count as delivered'),
});

const manages = { roles: ['administrator', 'supervisor'] } as const;
const IdsOfWebhook = z.object({ campaign: IdOfCampaign, webhook: IdOfWebhook });

export const WEBHOOK_READS = {
  listWebhooks: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/webhooks',
    tag: 'webhooks',
    summary: 'List the webhooks of a campaign and how they are doing',
    who: { ...manages, scope: 'webhooks.read' },
    params: z.object({ campaign: IdOfCampaign }),
    answer: z.object({ items: z.array(Webhook) }),
  }),
  listDeliveries: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/webhooks/{webhook}/deliveries',
    tag: 'webhooks',
    summary: 'List deliveries, the latest event first',
    who: { ...manages, scope: 'webhooks.read' },
    params: IdsOfWebhook,
    query: z.object({ ...Paging, state: z.enum(['waiting', 'failed']).optional() }),
    answer: page(Delivery),
  }),
  readDelivery: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/webhooks/{webhook}/deliveries/{delivery}',
    tag: 'webhooks',
    summary: 'Read a delivery with its tries and what was answered',
    who: { ...manages, scope: 'webhooks.read' },
    params: IdsOfWebhook.extend({ delivery: IdOfDelivery }),
    answer: Delivery.extend({
      tries: z.array(Try).describe('the latest twenty'),
      answers: z.array(z.object({ nth: z.int(), text: z.string() })),
    }),
  }),
};

export const WEBHOOK_WRITES = {
  resendDeliveries: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/webhooks/{webhook}/resend',
    tag: 'webhooks',
    summary: 'Send deliveries again: one, those that failed, or all since a moment',
    details: 'A hundred at once; `next` says that there are more, to be asked for with `from`.',
    who: { ...manages, scope: 'webhooks.write' },
    params: IdsOfWebhook,
    body: z.union([
      z.strictObject({ delivery: IdOfDelivery }),
      z.strictObject({ failed: z.literal(true), from: z.string().max(200).optional() }),
      z.strictObject({ since: Iso, from: z.string().max(200).optional() }),
    ]),
    answer: z.object({ deliveries: z.int(), next: z.string().optional() }),
    problems: ['not-possible'],
  }),
  enableWebhook: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/webhooks/{webhook}/enable',
    tag: 'webhooks',
    summary: 'Switch a webhook on again',
    who: { ...manages, scope: 'webhooks.write' },
    params: IdsOfWebhook,
    answer: z.object({ state: z.enum(['enabled', 'unchanged']) }),
    problems: ['not-possible'],
    etag: 'checks',
  }),
  rotateSecret: route({
    method: 'POST',
    path: '/v1/campaigns/{campaign}/webhooks/{webhook}/secret',
    tag: 'webhooks',
    summary: 'Replace the secret that signs',
    details:
      'The answer has the new one, once, and is kept nowhere: an Idempotency-Key has no effect. The former one signs for another day.',
    who: { roles: ['administrator'], scope: 'webhooks.write' },
    params: IdsOfWebhook,
    answer: z.object({ secret: z.string(), formerUntil: Iso }),
    answersSecret: true,
    problems: ['not-possible'],
  }),
};
