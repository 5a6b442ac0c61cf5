// PutItem, UpdateItem, DeleteItem, BatchWriteItem and TransactWriteItems.
import { hash } from 'node:crypto';
import { NotEmulated } from '../../../simulation/connect/not-emulated.ts';
import { AwsError } from '../../errors.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { holdsFor } from './conditions.ts';
import { condition, update } from './expressions.ts';
import { Filled } from './filled.ts';
import { type Done, type EngineTables, keyIn, onlyKnown, type StoredChange } from './request.ts';
import { type EngineTable, objects, picked } from './table.ts';
import { changedPaths, updated } from './updates.ts';
import { checkedItem, invalid, itemSize, type StoredItem } from './values.ts';

type Kind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';

/** A write that is to be done. */
interface Write {
  readonly table: EngineTable;
  readonly key: StoredItem;
  readonly before: StoredItem | undefined;
  /** Throws when the item cannot become that. */
  readonly after: () => StoredItem | undefined;
  readonly isAllowed: boolean;
  /** Names of top-level attributes an update changes. */
  readonly names: readonly string[];
  /** The item is told with a refusal. */
  readonly tells: boolean;
}

const EXPRESSIONS = [
  ...['TableName', 'ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'],
  'ReturnValuesOnConditionCheckFailure',
];
const FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  Put: [...EXPRESSIONS, 'Item'],
  Update: [...EXPRESSIONS, 'Key', 'UpdateExpression'],
  Delete: [...EXPRESSIONS, 'Key'],
  ConditionCheck: [...EXPRESSIONS, 'Key'],
};
const SINGLE = ['ReturnValues', 'ReturnConsumedCapacity'];
const REFUSED = 'The conditional request failed';
const MOST_IN_BATCH = 25;
const MOST_IN_TRANSACTION = 100;
const MOST_BYTES = 4 * 1024 * 1024;

export function writeItem(kind: Kind, tables: EngineTables, input: JsonObject): Done {
  onlyKnown(input, [...FIELDS[kind], ...SINGLE]);
  const write = prepared(kind, tables, input);
  const { table, before } = write;
  if (!write.isAllowed)
    throw new AwsError('ConditionalCheckFailedException', REFUSED, 400, told(write));
  const after = write.after();
  const units = table.write(before, after);
  tables.changed(table.name, [{ key: write.key, before, after }]);
  const Attributes = returned(String(input.ReturnValues ?? 'NONE'), write, after);
  return { output: (Attributes ? { Attributes } : {}) as JsonObject, units: [[table.name, units]] };
}

const told = ({ tells, before }: Write): Readonly<Record<string, unknown>> =>
  tells && before ? { Item: before } : {};

function returned(wanted: string, { before, names }: Write, after: StoredItem | undefined) {
  switch (wanted) {
    case 'NONE':
      return undefined;
    case 'ALL_OLD':
      return before;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return before && picked(before, names);
    case 'UPDATED_NEW':
      return after && picked(after, names);
    default:
      throw invalid(`Return values set to invalid value: ${wanted}`);
  }
}

function prepared(kind: Kind, tables: EngineTables, input: JsonObject): Write {
  const table = tables.named(input.TableName);
  const { ConditionExpression: text, UpdateExpression } = input;
  const only = text === undefined ? undefined : condition(String(text));
  const change = UpdateExpression === undefined ? undefined : update(String(UpdateExpression));
  const filled = new Filled(input, [only, change]);
  const item = kind === 'Put' ? checkedItem(input.Item) : undefined;
  if (item) table.checkItem(item);
  const key = item ? table.keyOf(item) : keyIn(table, input.Key);
  const before = table.get(key);
  const names = change ? topLevel(changedPaths(change.expression, filled)) : [];
  for (const name of names)
    if (key[name] !== undefined)
      throw invalid(
        `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
      );
  return {
    ...{ table, key, before, names },
    isAllowed: only === undefined || holdsFor(before, only.expression, filled),
    tells: input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
    after: () => {
      if (kind === 'ConditionCheck') return before;
      if (kind !== 'Update') return item;
      const made = change ? updated(before ?? key, change.expression, filled) : (before ?? key);
      table.checkItem(made);
      return made;
    },
  };
}

const topLevel = (paths: readonly (readonly (string | number)[])[]): readonly string[] => [
  ...new Set(paths.map(([first]) => String(first))),
];

export function batchWriteItem(tables: EngineTables, input: JsonObject): Done {
  onlyKnown(input, ['RequestItems', 'ReturnConsumedCapacity']);
  const asked = Object.entries(isObject(input.RequestItems) ? input.RequestItems : {});
  const writes = asked.flatMap(([TableName, requests]) =>
    objects(requests).map(({ PutRequest, DeleteRequest }) =>
      isObject(PutRequest)
        ? prepared('Put', tables, { TableName, ...PutRequest })
        : prepared('Delete', tables, {
            TableName,
            ...(isObject(DeleteRequest) ? DeleteRequest : {}),
          }),
    ),
  );
  if (writes.length === 0 || writes.length > MOST_IN_BATCH)
    throw invalid(`Too many items requested for the BatchWriteItem call: ${writes.length}`);
  if (hasRepeated(writes)) throw invalid('Provided list of item keys contains duplicates');
  const units = done(tables, writes.map(withResult), 1);
  return { output: { UnprocessedItems: {} }, units };
}

/** Requests of which an answer is remembered, by their token. */
const MOST_TOKENS = 10_000;

export class Transactions {
  private readonly tables: EngineTables;
  /** By token, the sum of what was asked. */
  private readonly known = new Map<string, string>();

  constructor(tables: EngineTables) {
    this.tables = tables;
  }

  /** @param text of the input: who repeats a request repeats its text */
  write(input: JsonObject, text = JSON.stringify(input)): Done {
    const { ClientRequestToken: token, ...request } = input;
    onlyKnown(request, ['TransactItems', 'ReturnConsumedCapacity']);
    if (token === undefined) return transactWriteItems(this.tables, request);
    // thousands of whole requests would be a good part of a run's memory
    const sum = hash('sha256', text, 'base64');
    const before = this.known.get(String(token));
    if (before === sum) return { output: {}, units: [] };
    if (before !== undefined)
      throw new AwsError(
        'IdempotentParameterMismatchException',
        'the token was used for another request',
      );
    const answer = transactWriteItems(this.tables, request);
    this.known.set(String(token), sum);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_TOKENS && oldest !== undefined) this.known.delete(oldest);
    return answer;
  }
}

function transactWriteItems(tables: EngineTables, input: JsonObject): Done {
  const writes = objects(input.TransactItems).map((item) => {
    const [[kind, part] = []] = Object.entries(item);
    if (kind === undefined || !Object.hasOwn(FIELDS, kind) || !isObject(part))
      throw new NotEmulated(`dynamodb transaction part '${kind}'`);
    onlyKnown(part, FIELDS[kind as Kind]);
    return prepared(kind as Kind, tables, part);
  });
  if (writes.length === 0 || writes.length > MOST_IN_TRANSACTION)
    throw invalid(`a transaction has 1 to ${MOST_IN_TRANSACTION} parts, not ${writes.length}`);
  if (hasRepeated(writes))
    throw invalid('Transaction request cannot include multiple operations on one item');
  const tried = writes.map(attempted);
  if (tried.some(({ reason }) => reason.Code !== 'None')) throw cancelled(tried);
  const size = tried.reduce((all, { after }) => all + (after ? itemSize(after) : 0), 0);
  if (size > MOST_BYTES) throw invalid('the items of a transaction have more than 4 MB');
  return { output: {}, units: done(tables, tried, 2) };
}

interface Tried {
  readonly write: Write;
  readonly after: StoredItem | undefined;
  readonly reason: { readonly Code: string; readonly Message?: string };
}

const withResult = (write: Write): Tried => ({
  write,
  after: write.after(),
  reason: { Code: 'None' },
});

function attempted(write: Write): Tried {
  const refused = { write, after: undefined };
  if (!write.isAllowed)
    return {
      ...refused,
      reason: { Code: 'ConditionalCheckFailed', ...told(write), Message: REFUSED },
    };
  try {
    return withResult(write);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { ...refused, reason: { Code: 'ValidationError', Message: error.message } };
  }
}

function cancelled(tried: readonly Tried[]): AwsError {
  const reasons = tried.map(({ reason }) => reason);
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    400,
    { CancellationReasons: reasons },
  );
}

/** @param times what a unit counts: in a transaction twice */
function done(tables: EngineTables, tried: readonly Tried[], times: number): Done['units'] {
  const changes = new Map<string, StoredChange[]>();
  const units = new Map<string, number>();
  for (const { write, after } of tried) {
    const { table, key, before } = write;
    const isChecked = after === before && before !== undefined;
    const used = isChecked
      ? table.unitsOf(before, after) * times
      : table.write(before, after, times);
    units.set(table.name, (units.get(table.name) ?? 0) + used);
    const ofTable = changes.get(table.name) ?? [];
    changes.set(table.name, ofTable);
    ofTable.push({ key, before, after });
  }
  for (const [table, all] of changes) tables.changed(table, all);
  return [...units];
}

/** By the key attributes: two writes of one item. */
function hasRepeated(writes: readonly Write[]): boolean {
  const seen = new Set(writes.map(({ table, key }) => `${table.name} ${nameOf(table, key)}`));
  return seen.size < writes.length;
}

const nameOf = (table: EngineTable, key: StoredItem): string => JSON.stringify(table.keyOf(key));
