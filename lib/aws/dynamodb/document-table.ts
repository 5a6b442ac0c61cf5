// The thin layer over the DynamoDB document client (docs/decisions/0003): keys, conditional writes
// whose refusal is a value, transactions that say which of their parts was refused, queries page by
// page. Nothing here knows our types.

import { randomUUID } from 'node:crypto';
import { setTimeout as realPause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type {
  ConditionalCheckFailedException,
  DynamoDBClientConfig,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type {
  PutCommandInput,
  QueryCommandInput,
  ScanCommandInput,
  UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Fault } from '../../application/tasks/faults.ts';
import { errorName, faultOf, isNamed } from '../service-errors.ts';
import { typedItem } from './attribute-values.ts';
import {
  type DocumentClient,
  documentClient,
  type Page,
  storedItem,
  type Write,
} from './document-client.ts';
import { gatheredReads } from './gathered-reads.ts';
import type { Item, Key, RetryPause } from './items.ts';

export type { Page, Write } from './document-client.ts';

/** When a write may happen; without one it always may. */
export interface Condition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

type Written =
  | { readonly done: true; readonly item: Item | undefined }
  | { readonly done: false; readonly item: Item | undefined };

type Update = Omit<UpdateCommandInput, 'ReturnValues'> & { readonly ReturnValues?: 'NONE' };

export interface Dynamo {
  /** Reads what the last write left. */
  get(table: string, key: Key): Promise<Item | undefined>;
  page(query: QueryCommandInput): Promise<Page>;
  all(query: QueryCommandInput): Promise<readonly Item[]>;
  /** One page of a whole table: for what is done once, never for what is done often. */
  scan(input: ScanCommandInput): Promise<Page>;
  /**
   * A refusal carries the item as it is; a success the item as it became, unless nobody asks for
   * it.
   */
  update(input: Update): Promise<Written>;
  /**
   * All or nothing; the positions of the writes whose condition failed, none when it was written.
   */
  transact(writes: readonly Write[]): Promise<readonly number[]>;
}

type Pause = (milliseconds: number) => Promise<unknown>;

const TRIES = 8;
/** Milliseconds; doubled with each try, a random share of it is waited. */
const FIRST_PAUSE = 15;

export const dynamoClient = (config: DynamoDBClientConfig = {}): DocumentClient =>
  documentClient({
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
    ...config,
  });

/** @param pause waits so many milliseconds before a transaction is tried again */
export function dynamo(client: DocumentClient, pause: Pause = realPause): Dynamo {
  const wait: RetryPause = (tries) => pause(Math.random() * FIRST_PAUSE * 2 ** tries);
  const get = gatheredReads(client, wait);
  const page = (query: QueryCommandInput) => faulty('query', () => client.query(query));
  return {
    get: (table, key) => faulty('read', () => get(table, key)),
    page,
    async all(query) {
      const items: Item[] = [];
      let from: Page['next'];
      do {
        const found: Page = await page({ ...query, ...(from && { ExclusiveStartKey: from }) });
        items.push(...found.items);
        from = found.next;
      } while (from);
      return items;
    },
    scan: (input) => faulty('scan', () => client.scan(input)),
    update: (input) => faulty('update', () => update(client, wait, input)),
    transact: (writes) =>
      faulty('transaction', () => {
        const [one, ...others] = writes;
        if (one?.Put && others.length === 0) return putOne(client, wait, one.Put);
        if (one?.Update?.ConditionExpression !== undefined && others.length === 0)
          return setOne(client, wait, one.Update);
        return transact(client, wait, writes);
      }),
  };
}

async function update(client: DocumentClient, wait: RetryPause, input: Update): Promise<Written> {
  for (let tries = 1; ; tries++) {
    try {
      const item = await client.update({ ReturnValues: 'ALL_NEW', ...KEEPING, ...input });
      return { done: true, item };
    } catch (error) {
      // what an error carries is left as it came
      if (isNamed<ConditionalCheckFailedException>(error, 'ConditionalCheckFailedException'))
        return { done: false, item: error.Item && storedItem(error.Item) };
      if (errorName(error) !== 'TransactionConflictException') throw error;
      if (tries === TRIES) throw cancelled(['TransactionConflict'], error);
      await wait(tries);
    }
  }
}

type One = NonNullable<Write['Update']>;

const KEEPING = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

const putOne = (client: DocumentClient, wait: RetryPause, input: PutCommandInput) =>
  one(wait, typedItem(input.Item ?? {}), () => client.put({ ...input, ...KEEPING }));

/** What the update sets has names and values that end alike (writes.ts). */
function setOne(client: DocumentClient, wait: RetryPause, input: One) {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = input;
  const set = Object.entries(names).flatMap(([name, attribute]) =>
    name.startsWith('#set') ? [[attribute, values[`:${name.slice(1)}`]]] : [],
  );
  return one(wait, typedItem(Object.fromEntries(set)), () =>
    client.update({ ...input, ...KEEPING }),
  );
}

/**
 * One write needs no transaction and costs half. A repetition after a lost answer has no token: it
 * is refused by what it wrote itself.
 * @param written attributes the item has afterwards
 */
async function one(
  wait: RetryPause,
  written: Readonly<Record<string, unknown>>,
  write: () => Promise<unknown>,
): Promise<readonly number[]> {
  for (let tries = 1; ; tries++) {
    try {
      await write();
      return [];
    } catch (error) {
      if (isNamed<ConditionalCheckFailedException>(error, 'ConditionalCheckFailedException'))
        return wasOurs(error, written) ? [] : [0];
      if (errorName(error) !== 'TransactionConflictException') throw error;
      if (tries === TRIES) throw cancelled(['TransactionConflict'], error);
      await wait(tries);
    }
  }
}

function wasOurs(
  { Item, $metadata }: ConditionalCheckFailedException,
  written: Readonly<Record<string, unknown>>,
): boolean {
  if (Item === undefined || ($metadata.attempts ?? 1) === 1) return false;
  return Object.entries(written).every(([name, value]) => isDeepStrictEqual(Item[name], value));
}

/** The SDK repeats a request with its token, so after a lost answer it is no second transaction. */
async function transact(
  client: DocumentClient,
  wait: RetryPause,
  writes: readonly Write[],
): Promise<readonly number[]> {
  for (let tries = 1; ; tries++) {
    try {
      await client.transact(writes, randomUUID());
      return [];
    } catch (error) {
      const codes = codesOf(error);
      const refused = codes.flatMap((code, n) => (code === 'ConditionalCheckFailed' ? [n] : []));
      if (refused.length > 0) return refused;
      if (!codes.some((code) => WAITING_HELPS.has(code))) throw error;
      if (tries === TRIES) throw cancelled(codes, error);
      await wait(tries);
    }
  }
}

const WAITING_HELPS: ReadonlySet<string> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/**
 * Why each write was not done. Our own request, repeated by the SDK while it is still being done,
 * is a conflict, too.
 */
function codesOf(error: unknown): readonly string[] {
  if (errorName(error) === 'TransactionInProgressException') return ['TransactionConflict'];
  if (!isNamed<TransactionCanceledException>(error, 'TransactionCanceledException')) return [];
  return (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
}

function cancelled(codes: readonly string[], cause: unknown): Fault {
  return codes.includes('TransactionConflict')
    ? new Fault('RecordContended', `others write the same items, ${TRIES} tries`, { cause })
    : new Fault('StoreUnavailable', 'the table is throttling', { cause });
}

async function faulty<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw faultOf('StoreUnavailable', `DynamoDB ${doing}`, error);
  }
}
