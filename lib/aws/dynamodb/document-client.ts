// The DynamoDB client for items of plain values. What a command says and what comes back is JSON
// as JavaScript's own JSON writes and reads it, and the client resolves the steps of a command
// once: the SDK's document client does both anew for each request, with three copies of every item
// on the way (docs/decisions/0042).
import {
  type AttributeValue,
  BatchGetItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type {
  BatchGetCommandInput,
  GetCommandInput,
  PutCommandInput,
  QueryCommandInput,
  ScanCommandInput,
  TransactWriteCommandInput,
  UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { itemOf, type TypedItem, typedItem } from './attribute-values.ts';
import type { Item } from './items.ts';

export interface Page {
  readonly items: readonly Item[];
  readonly next: QueryCommandInput['ExclusiveStartKey'];
}

type Keys = NonNullable<BatchGetCommandInput['RequestItems']>;
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export interface DocumentClient {
  get(input: GetCommandInput): Promise<Item | undefined>;
  /** By table; what is left is to be asked for again. */
  getMany(keys: Keys): Promise<{
    readonly found: Readonly<Record<string, readonly Item[]>>;
    readonly left: Keys;
  }>;
  query(input: QueryCommandInput): Promise<Page>;
  scan(input: ScanCommandInput): Promise<Page>;
  put(input: PutCommandInput): Promise<void>;
  /** The item as ReturnValues says. */
  update(input: UpdateCommandInput): Promise<Item | undefined>;
  /** @param token a repetition with the same is no second transaction */
  transact(writes: readonly Write[], token: string): Promise<void>;
  /** For what is no matter of items. */
  readonly sdk: DynamoDBClient;
}

export function documentClient(config: DynamoDBClientConfig): DocumentClient {
  const sdk = new DynamoDBClient({ ...config, cacheMiddleware: true, protocolSettings: PROTOCOL });
  return {
    sdk,
    async get(input) {
      const { Item } = await sdk.send(new GetItemCommand(stored(input)));
      return Item && storedItem(Item);
    },
    async getMany(keys) {
      const RequestItems = mapped(keys, ({ Keys, ...rest }) => ({
        ...rest,
        Keys: Keys?.map((key) => typed(key)),
      }));
      const answer = await sdk.send(new BatchGetItemCommand({ RequestItems }));
      return {
        found: mapped(answer.Responses ?? {}, (items) => items.map(storedItem)),
        left: mapped(answer.UnprocessedKeys ?? {}, ({ Keys, ...rest }) => ({
          ...rest,
          Keys: Keys?.map(storedItem),
        })),
      };
    },
    query: async (input) => pageOf(await sdk.send(new QueryCommand(stored(input)))),
    scan: async (input) => pageOf(await sdk.send(new ScanCommand(stored(input)))),
    async put(input) {
      await sdk.send(new PutItemCommand(stored(input)));
    },
    async update(input) {
      const { Attributes } = await sdk.send(new UpdateItemCommand(stored(input)));
      return Attributes && storedItem(Attributes);
    },
    async transact(writes, ClientRequestToken) {
      const TransactItems = writes.map((write) => mapped(write, stored));
      await sdk.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
    },
  };
}

type Typed = Record<string, AttributeValue>;

/** Bytes are texts already: the JSON is written as it stands. */
const typed = (item: object): Typed => typedItem(item) as unknown as Typed;
export const storedItem = (attributes: Typed): Item => itemOf(attributes as unknown as TypedItem);

/** Fields of requests that hold an item, or values for an expression. */
const ITEMS = ['Item', 'Key', 'ExclusiveStartKey', 'ExpressionAttributeValues'] as const;

type Stored<T> = {
  [K in keyof T]: K extends (typeof ITEMS)[number]
    ? Exclude<T[K], object> | (T[K] extends undefined ? undefined : Typed)
    : T[K];
};

function stored<T extends object>(input: T): Stored<T> {
  const all = { ...input } as Record<string, unknown>;
  for (const field of ITEMS) if (all[field] !== undefined) all[field] = typed(all[field] as object);
  return all as Stored<T>;
}

function pageOf({
  Items = [],
  LastEvaluatedKey,
}: {
  readonly Items?: Typed[] | undefined;
  readonly LastEvaluatedKey?: Typed | undefined;
}): Page {
  return {
    items: Items.map(storedItem),
    next: LastEvaluatedKey && { ...storedItem(LastEvaluatedKey) },
  };
}

function mapped<A, B>(all: Readonly<Record<string, A>>, make: (one: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, make(one)]));
}

/**
 * Commands and answers of DynamoDB are JSON as they stand, but for bytes, which
 * attribute-values.ts writes, and for a token, which the caller gives.
 */
const PLAIN_JSON = {
  createSerializer: () => {
    let text = '{}';
    return {
      setSerdeContext: () => {},
      write: (_schema: unknown, input: unknown) => {
        text = JSON.stringify(input);
      },
      flush: () => text,
    };
  },
  createDeserializer: () => ({
    setSerdeContext: () => {},
    read: async (_schema: unknown, body: Uint8Array | string): Promise<unknown> =>
      JSON.parse(
        typeof body === 'string'
          ? body
          : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString(),
      ),
    readObject: (_schema: unknown, value: unknown) => value,
  }),
  setSerdeContext: () => {},
};

/** As the client would set it, with another way to write JSON. */
const PROTOCOL = {
  defaultNamespace: 'com.amazonaws.dynamodb',
  serviceTarget: 'DynamoDB_20120810',
  jsonCodec: PLAIN_JSON,
};
