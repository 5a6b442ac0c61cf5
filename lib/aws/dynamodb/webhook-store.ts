// Deliveries of events to webhooks, in the runtime table. An endpoint is a partition: its state,
// its deliveries by the moment of their event, and beside each that waits or has failed a pointer,
// so that nothing is searched for. What receivers answered lies with the record it is about, where
// an erasure finds it. All of it expires.
import type { DeliveryPage, WebhookStore } from '../../application/ports/webhook-store.ts';
import { campaignId, recordId } from '../../domain/model/ids.ts';
import { campaignOwner, recordOwner } from '../../domain/model/journal-line.ts';
import type { WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import { type EndpointRef, endpointKey, firstDeliveryId } from '../../domain/webhooks/endpoint.ts';
import { type EndpointState, SOUND } from '../../domain/webhooks/endpoint-state.ts';
import type { Dynamo, Write } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { isNew, isStill, put, remove } from './writes.ts';

/** Seconds for which a delivery is kept after its last change, waiting ones included. */
const KEPT = 30 * 86_400;

const partition = (endpoint: EndpointRef): string => `webhook#${endpointKey(endpoint)}`;
const isSameKey = (a: Key, b: Key): boolean => a.pk === b.pk && a.sk === b.sk;

const stateKey = (endpoint: EndpointRef): Key => ({ pk: partition(endpoint), sk: 'state' });
const deliveryKey = (endpoint: EndpointRef, id: string): Key => ({
  pk: partition(endpoint),
  sk: id,
});

const WAITING = 'waiting#';
const FAILED = 'failed#';

export function dynamoWebhookStore(db: Dynamo, table: string): WebhookStore {
  const load = async (endpoint: EndpointRef, id: string) => {
    const item = await db.get(table, deliveryKey(endpoint, id));
    return item && deliveryOf(item);
  };
  const query = (pk: string, prefix: string, more: Query = {}) => {
    const { limit, from, last = `${prefix}\uffff`, backwards = false } = more;
    return db.page({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': pk, ':first': more.first ?? prefix, ':last': last },
      ConsistentRead: true,
      ScanIndexForward: !backwards,
      Limit: limit,
      ExclusiveStartKey: from === undefined ? undefined : { pk, sk: from },
    });
  };
  const pointed = (endpoint: EndpointRef, pointers: readonly Item[]) =>
    Promise.all(pointers.map(({ delivery }) => load(endpoint, String(delivery))));
  const page = async (
    endpoint: EndpointRef,
    prefix: string,
    more: Query,
  ): Promise<DeliveryPage> => {
    const { items, next } = await query(partition(endpoint), prefix, more);
    const found = prefix === DELIVERIES ? items.map(deliveryOf) : await pointed(endpoint, items);
    const deliveries = found.filter((each) => each !== undefined);
    return { deliveries, next: next && String(next.sk) };
  };
  return {
    async state(endpoint) {
      const item = await db.get(table, stateKey(endpoint));
      return item === undefined ? SOUND : bare<EndpointState>(item);
    },
    async changeState(endpoint, before, after) {
      const condition = isStill(before.version === 0 ? undefined : before);
      return written(db, [put(table, { ...stateKey(endpoint), ...after }, condition)]);
    },
    add: (delivery, answer) =>
      written(db, [
        put(table, itemOf(delivery), isNew),
        ...pointersOf(delivery).map((item) => put(table, item)),
        ...answerOf(table, delivery, answer),
      ]),
    change: (before, after, answer) =>
      written(db, [
        put(table, itemOf(after), isStill(before)),
        // one that stays where it is, is put anew: a transaction may not name an item twice
        ...pointersOf(before)
          .filter((old) => !pointersOf(after).some((item) => isSameKey(old, item)))
          .map(({ pk, sk }) => remove(table, { pk, sk })),
        ...pointersOf(after).map((item) => put(table, item)),
        ...answerOf(table, after, answer),
      ]),
    load,
    async waiting(endpoint, limit) {
      return (await page(endpoint, WAITING, { limit })).deliveries;
    },
    list: (endpoint, { limit, from, state }) =>
      page(endpoint, state === undefined ? DELIVERIES : PREFIX[state], {
        ...{ limit, from, backwards: true },
      }),
    since: (endpoint, at, { limit, from }) =>
      page(endpoint, DELIVERIES, { limit, from, first: firstDeliveryId(at) }),
    async answers({ id, ...delivery }) {
      const { items } = await query(answersOf(delivery), `${endpointKey(delivery)}#${id}#`);
      return items.map(({ nth, text }) => ({ nth: Number(nth), text: String(text) }));
    },
    async forgetAnswers(ref) {
      const pk = `answers#${recordOwner(ref)}`;
      const items = await db.all({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
      });
      for (const { sk } of items) await db.transact([remove(table, { pk, sk })]);
    },
  };
}

const DELIVERIES = 'msg_';
const PREFIX = { waiting: WAITING, failed: FAILED } as const;

interface Query {
  readonly limit?: number;
  readonly from?: string | undefined;
  readonly first?: string;
  readonly last?: string;
  readonly backwards?: boolean;
}

const written = async (db: Dynamo, writes: readonly Write[]): Promise<boolean> =>
  (await db.transact(writes)).length === 0;

const expires = ({ tries, happened }: WebhookDelivery): number =>
  Math.ceil((tries.at(-1)?.at ?? happened) / 1000) + KEPT;

const itemOf = (delivery: WebhookDelivery): Item => ({
  ...deliveryKey(delivery, delivery.id),
  ...delivery,
  expires: expires(delivery),
});

const deliveryOf = (item: Item): WebhookDelivery => bare<WebhookDelivery>(item);

function bare<T>({ pk: _pk, sk: _sk, expires: _expires, ...thing }: Item): T {
  return thing as T;
}

/** Sorted by what is asked for: those waiting by when they are due, the others by their event. */
function pointersOf(delivery: WebhookDelivery): readonly Item[] {
  const { id, state, due } = delivery;
  const pk = partition(delivery);
  const item = { pk, delivery: id, expires: expires(delivery) };
  if (state === 'failed') return [{ ...item, sk: `${FAILED}${id}` }];
  if (state !== 'waiting' || due === undefined) return [];
  const at = String(Math.floor(due)).padStart(15, '0');
  return [{ ...item, sk: `${WAITING}${at}#${id}` }];
}

const answersOf = ({ campaign, record }: Pick<WebhookDelivery, 'campaign' | 'record'>): string => {
  const owner = campaignId(campaign);
  if (record === undefined) return `answers#${campaignOwner(owner)}`;
  return `answers#${recordOwner({ campaign: owner, record: recordId(record) })}`;
};

function answerOf(
  table: string,
  delivery: WebhookDelivery,
  text: string | undefined,
): readonly Write[] {
  if (text === undefined || text === '') return [];
  const nth = delivery.tried;
  const place = `${endpointKey(delivery)}#${delivery.id}#${String(nth).padStart(3, '0')}`;
  const item = { pk: answersOf(delivery), sk: place, nth, text, expires: expires(delivery) };
  return [put(table, item)];
}
