// Single reads asked for in the same turn of the event loop travel as one request: a record, its
// attempt and the campaign's state, or those of all events of a batch. DynamoDB bills the same
// units for them together as one by one, and answers once.
import { Fault } from '../../application/tasks/faults.ts';
import type { DocumentClient } from './document-client.ts';
import type { Item, Key, RetryPause } from './items.ts';

interface Place {
  readonly table: string;
  readonly key: Key;
}

interface Wanted extends Place {
  readonly resolve: (item: Item | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** BatchGetItem takes so many keys. */
const MOST = 100;
/** How often keys that DynamoDB has left out for lack of throughput are asked for. */
const TRIES = 8;

export function gatheredReads(
  client: DocumentClient,
  wait: RetryPause,
): (table: string, key: Key) => Promise<Item | undefined> {
  let wanted: Wanted[] = [];
  const flush = () => {
    const all = wanted;
    wanted = [];
    for (let from = 0; from < all.length; from += MOST)
      void read(client, wait, all.slice(from, from + MOST));
  };
  return (table, key) =>
    new Promise((resolve, reject) => {
      if (wanted.length === 0) setImmediate(flush);
      wanted.push({ table, key, resolve, reject });
    });
}

const nameOf = (table: string, { pk, sk }: Key): string => JSON.stringify([table, pk, sk]);

async function read(
  client: DocumentClient,
  wait: RetryPause,
  wanted: readonly Wanted[],
): Promise<void> {
  try {
    const keys = new Map(wanted.map(({ table, key }) => [nameOf(table, key), { table, key }]));
    const [first] = keys.values();
    const items =
      first && keys.size === 1
        ? new Map([[nameOf(first.table, first.key), await readOne(client, first)]])
        : await readMany(client, wait, [...keys.values()]);
    for (const { table, key, resolve } of wanted) resolve(items.get(nameOf(table, key)));
  } catch (error) {
    for (const { reject } of wanted) reject(error);
  }
}

const readOne = (client: DocumentClient, { table, key }: Place) =>
  client.get({ TableName: table, Key: { ...key }, ConsistentRead: true });

async function readMany(
  client: DocumentClient,
  wait: RetryPause,
  keys: readonly Place[],
): Promise<ReadonlyMap<string, Item>> {
  const found = new Map<string, Item>();
  let left: Parameters<DocumentClient['getMany']>[0] = Object.fromEntries(
    [...Map.groupBy(keys, ({ table }) => table)].map(([table, ofTable]) => [
      table,
      { Keys: ofTable.map(({ key }) => ({ ...key })), ConsistentRead: true },
    ]),
  );
  for (let tries = 1; Object.keys(left).length > 0; tries++) {
    if (tries > TRIES) throw new Fault('StoreUnavailable', 'the table is throttling');
    if (tries > 1) await wait(tries - 1);
    const answer = await client.getMany(left);
    for (const [table, items] of Object.entries(answer.found))
      for (const item of items) found.set(nameOf(table, item), item);
    left = answer.left;
  }
  return found;
}
