// Webhooks: how each is doing, the log of its deliveries, sending again, switching on, the secret.

import type { WebhookStore } from '../../application/ports/webhook-store.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { changeWebhook } from '../../application/webhooks/change-webhook.ts';
import {
  type DeliveryView,
  listDeliveries,
  listWebhooks,
  readDelivery,
  type WebhookView,
} from '../../application/webhooks/read-webhooks.ts';
import { instant, parseInstant, toIso } from '../../domain/model/instant.ts';
import { nameOf } from '../caller.ts';
import { mustMatch, type RouteHandlers } from '../handler.ts';
import { cursorOf, positionOf, unknownCursor } from '../paging.ts';
import { problem, refusedFor } from '../problems.ts';
import type { WEBHOOK_READS, WEBHOOK_WRITES } from '../routes/webhooks.ts';

export const webhookReads: RouteHandlers<typeof WEBHOOK_READS, PortsOf<'api-read'>> = {
  async listWebhooks({ params }, ports) {
    return { body: { items: (await listWebhooks(params, ports)).map(webhookView) } };
  },

  async listDeliveries({ params, query }, ports) {
    const { cursor, limit, state } = query;
    const from = cursor === undefined ? undefined : positionOf(cursor);
    if (from !== undefined && typeof from !== 'string') return unknownCursor();
    if (cursor !== undefined && from === undefined) return unknownCursor();
    const log = await listDeliveries({ ...params, limit, from, state }, ports);
    if (log.kind === 'refused') return problem('not-found', log.reasons.join('; '));
    const next = log.next === undefined ? undefined : cursorOf(log.next);
    return { body: { items: log.deliveries.map(deliveryView), next } };
  },

  async readDelivery({ params }, ports) {
    const read = await readDelivery(params, ports);
    if (read.kind === 'refused') return problem('not-found', read.reasons.join('; '));
    const { tries, answers = [] } = read.delivery;
    const told = tries.map(({ at, ...rest }) => ({ at: toIso(at), ...rest }));
    return { body: { ...deliveryView(read.delivery), tries: told, answers: [...answers] } };
  },
};

export const webhookWrites: RouteHandlers<typeof WEBHOOK_WRITES, PortsOf<'api-write'>> = {
  async resendDeliveries({ params, body, caller }, ports) {
    const what = 'since' in body ? { ...body, since: parseInstant(body.since) } : body;
    const change = { kind: 'resend', what } as const;
    const done = await changeWebhook({ ...params, change, by: nameOf(caller) }, ports);
    if (done.kind === 'refused') return refusedFor(done.reasons);
    if (done.kind !== 'resent') throw new Error(`deliveries sent again are not ${done.kind}`);
    const { deliveries, next } = done;
    const changed = { to: { webhook: params.webhook, sentAgain: String(deliveries) } };
    return { body: { deliveries, next }, changed: deliveries > 0 ? changed : undefined };
  },

  async enableWebhook({ params, caller, ifMatch }, ports) {
    const change = { kind: 'enable' } as const;
    const asRead = { ...ports, webhooks: matchingWebhook(ports.webhooks, ifMatch) };
    const done = await changeWebhook({ ...params, change, by: nameOf(caller) }, asRead);
    if (done.kind === 'refused') return refusedFor(done.reasons);
    const etag = stateTag(await ports.webhooks.state(params));
    if (done.kind !== 'enabled') return { body: { state: 'unchanged' }, etag };
    const { webhook } = params;
    const changed = { from: { webhook, state: 'off' }, to: { webhook, state: 'enabled' } };
    return { body: { state: 'enabled' }, etag, changed };
  },

  async rotateSecret({ params, caller }, ports) {
    const change = { kind: 'rotate-secret' } as const;
    const done = await changeWebhook({ ...params, change, by: nameOf(caller) }, ports);
    if (done.kind === 'refused') return refusedFor(done.reasons);
    if (done.kind !== 'rotated') throw new Error(`a rotation is no ${done.kind}`);
    const formerUntil = toIso(instant(done.formerUntil));
    const changed = { to: { webhook: params.webhook, formerSecretUntil: formerUntil } };
    return { body: { secret: done.secret, formerUntil }, changed };
  },
};

const stateTag = ({ version }: { readonly version: number }): string => `v${version}`;

/** The first state that is read is held to what the caller has seen. */
function matchingWebhook(
  store: WebhookStore,
  ifMatch: readonly string[] | undefined,
): WebhookStore {
  let isFirst = true;
  return {
    ...store,
    async state(endpoint) {
      const state = await store.state(endpoint);
      if (isFirst) mustMatch(ifMatch, stateTag(state));
      isFirst = false;
      return state;
    },
  };
}

function webhookView({ failingSince, off, events, version, ...view }: WebhookView) {
  return {
    ...view,
    etag: `"${stateTag({ version })}"`,
    events: [...events],
    failingSince: failingSince === undefined ? undefined : toIso(instant(failingSince)),
    off: off && { at: toIso(instant(off.at)), because: off.because },
  };
}

function deliveryView(delivery: DeliveryView) {
  const { id, event, type, record, happened, state, due, tried } = delivery;
  const when = { happened: toIso(happened), due: due && toIso(due) };
  return { delivery: id, event, type, record, ...when, state, tried };
}
