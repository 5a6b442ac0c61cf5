// The DynamoDB client for items of plain values. What a command says and what comes back is JSON
// as JavaScript's own JSON writes and reads it: the SDK's document client makes three copies of
// every item on the way (docs/decisions/0042).
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
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
import { requests } from './requests.ts';

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
  const sdk = new DynamoDBClient({ ...config, cacheMiddleware: true });
  const send = requests(sdk);
  const answered = async (action: string, input: object) =>
    (await send(action, JSON.stringify(input))) as Answer;
  return {
    sdk,
    async get(input) {
      const { Item } = await answered('GetItem', stored(input));
      return Item && itemOf(Item);
    },
    async getMany(keys) {
      const RequestItems = mapped(keys, ({ Keys, ...rest }) => ({
        ...rest,
        Keys: Keys?.map((key) => typedItem(key)),
      }));
      const answer = await answered('BatchGetItem', { RequestItems });
      return {
        found: mapped(answer.Responses ?? {}, (items) => items.map(itemOf)),
        left: mapped(answer.UnprocessedKeys ?? {}, ({ Keys, ...rest }) => ({
          ...rest,
          Keys: Keys.map(itemOf),
        })),
      };
    },
    query: async (input) => pageOf(await answered('Query', stored(input))),
    scan: async (input) => pageOf(await answered('Scan', stored(input))),
    async put(input) {
      await send('PutItem', JSON.stringify(stored(input)));
    },
    async update(input) {
      const { Attributes } = await answered('UpdateItem', stored(input));
      return Attributes && itemOf(Attributes);
    },
    async transact(writes, ClientRequestToken) {
      const TransactItems = writes.map((write) => mapped(write, stored));
      await send('TransactWriteItems', JSON.stringify({ TransactItems, ClientRequestToken }));
    },
  };
}

/** What answers may say, as far as we ask for it. */
interface Answer {
  readonly Item?: TypedItem;
  readonly Attributes?: TypedItem;
  readonly Items?: readonly TypedItem[];
  readonly LastEvaluatedKey?: TypedItem;
  readonly Responses?: Readonly<Record<string, readonly TypedItem[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys: readonly TypedItem[] }>>;
}

/** As an error carries it, typed by the SDK. */
export const storedItem = (attributes: object): Item => itemOf(attributes as TypedItem);

/** Fields of requests that hold an item, or values for an expression. */
const ITEMS = ['Item', 'Key', 'ExclusiveStartKey', 'ExpressionAttributeValues'] as const;

function stored(input: object): object {
  const all = { ...input } as Record<string, unknown>;
  for (const field of ITEMS)
    if (all[field] !== undefined) all[field] = typedItem(all[field] as object);
  return all;
}

function pageOf({ Items = [], LastEvaluatedKey }: Answer): Page {
  return { items: Items.map(itemOf), next: LastEvaluatedKey && { ...itemOf(LastEvaluatedKey) } };
}

function mapped<A, B>(all: Readonly<Record<string, A>>, make: (one: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, make(one)]));
}
