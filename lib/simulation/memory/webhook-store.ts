// Deliveries of events to webhooks in memory.
import type {
  DeliveryAnswer,
  DeliveryPage,
  WebhookStore,
} from '../../application/ports/webhook-store.ts';
import type { WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import { type EndpointRef, endpointKey, firstDeliveryId } from '../../domain/webhooks/endpoint.ts';
import { type EndpointState, SOUND } from '../../domain/webhooks/endpoint-state.ts';

export interface MemoryWebhookStore extends WebhookStore {
  /** Of all endpoints. */
  all(): readonly WebhookDelivery[];
}

interface KeptAnswer extends DeliveryAnswer {
  readonly about: string;
}

export function memoryWebhookStore(): MemoryWebhookStore {
  const states = new Map<string, EndpointState>();
  const deliveries = new Map<string, Map<string, WebhookDelivery>>();
  const answers = new Map<string, KeptAnswer[]>();
  const ofEndpoint = (endpoint: EndpointRef) => {
    const key = endpointKey(endpoint);
    const known = deliveries.get(key) ?? new Map<string, WebhookDelivery>();
    deliveries.set(key, known);
    return known;
  };
  const sorted = (endpoint: EndpointRef) =>
    [...ofEndpoint(endpoint).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const keep = (delivery: WebhookDelivery, text: string | undefined) => {
    ofEndpoint(delivery).set(delivery.id, delivery);
    if (text === undefined || text === '') return;
    const key = `${endpointKey(delivery)}#${delivery.id}`;
    const about = `${delivery.campaign}/${delivery.record ?? ''}`;
    answers.set(key, [...(answers.get(key) ?? []), { nth: delivery.tried, text, about }]);
  };
  return {
    all: () => [...deliveries.values()].flatMap((known) => [...known.values()]),
    state: async (endpoint) => states.get(endpointKey(endpoint)) ?? SOUND,
    async changeState(endpoint, before, after) {
      const key = endpointKey(endpoint);
      if ((states.get(key) ?? SOUND).version !== before.version) return false;
      states.set(key, after);
      return true;
    },
    async add(delivery, answer) {
      if (ofEndpoint(delivery).has(delivery.id)) return false;
      keep(delivery, answer);
      return true;
    },
    async change(before, after, answer) {
      if (ofEndpoint(before).get(before.id)?.version !== before.version) return false;
      keep(after, answer);
      return true;
    },
    load: async (endpoint, id) => ofEndpoint(endpoint).get(id),
    async waiting(endpoint, limit) {
      const waiting = sorted(endpoint).filter(({ state }) => state === 'waiting');
      return waiting.toSorted((a, b) => (a.due ?? 0) - (b.due ?? 0)).slice(0, limit);
    },
    async list(endpoint, { limit, from, state }) {
      const wanted = sorted(endpoint).filter((each) => state === undefined || each.state === state);
      return pageOf(wanted.reverse(), limit, from);
    },
    async since(endpoint, at, { limit, from }) {
      const first = firstDeliveryId(at);
      return pageOf(
        sorted(endpoint).filter(({ id }) => id >= first),
        limit,
        from,
      );
    },
    async answers(delivery) {
      const kept = answers.get(`${endpointKey(delivery)}#${delivery.id}`) ?? [];
      return kept.map(({ nth, text }) => ({ nth, text }));
    },
    async forgetAnswers({ campaign, record }) {
      for (const [key, kept] of answers) {
        const others = kept.filter(({ about }) => about !== `${campaign}/${record}`);
        answers.set(key, others);
      }
    },
  };
}

/** @param from the delivery the page before ended with */
function pageOf(
  all: readonly WebhookDelivery[],
  limit: number,
  from: string | undefined,
): DeliveryPage {
  const start = from === undefined ? 0 : all.findIndex(({ id }) => id === from) + 1;
  const page = all.slice(start, start + limit);
  return { deliveries: page, next: start + limit < all.length ? page.at(-1)?.id : undefined };
}
