// DynamoDB behind the gateway: authorises each table, asks for the consumed capacity, which is what
// AWS bills, and feeds the streams of the tables written to.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { targetAction } from '../gateway/json-service.ts';
import type { Access, Service, ServiceCall, ServiceResponse } from '../gateway/service.ts';
import { isList, isObject, type JsonObject, own } from '../json.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import type { Tables } from './tables.ts';

/** Actions with one TableName, and whether they write. */
const SINGLE: Readonly<Record<string, 'read' | 'write' | 'describe'>> = {
  GetItem: 'read',
  Query: 'read',
  Scan: 'read',
  PutItem: 'write',
  UpdateItem: 'write',
  DeleteItem: 'write',
  DescribeTable: 'describe',
  DescribeTimeToLive: 'describe',
};

/** Transactions ask IAM for the single-item action of each of their parts. */
const TRANSACTION_PARTS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const TRANSACTIONS: Readonly<Record<string, 'read' | 'write'>> = {
  TransactGetItems: 'read',
  TransactWriteItems: 'write',
};
const BATCHES: Readonly<Record<string, 'read' | 'write'>> = {
  BatchGetItem: 'read',
  BatchWriteItem: 'write',
};

const ACTIONS = [SINGLE, TRANSACTIONS, BATCHES].flatMap((table) => Object.keys(table));

export function dynamoDbService(tables: Tables): Service {
  return {
    name: 'dynamodb',
    protocol: 'json-1.0',
    actions: ACTIONS,
    actionOf: ({ headers }) => {
      const target = String(headers['x-amz-target'] ?? '');
      // DynamoDB Streams is signed for the same service; nothing deployed reads a stream by hand.
      return target.startsWith('DynamoDBStreams') ? target : targetAction(target);
    },
    access: (call) => accessOf(call, tables),
    handle: (call) => (tables.client ? forwarded(call, tables.client, tables) : here(call, tables)),
  };
}

const TYPE = { 'Content-Type': 'application/x-amz-json-1.0' };

function here(call: ServiceCall, { engine }: Tables): ServiceResponse {
  const { output, units } = engine.run(call.action, call.json(), call.request.text);
  const described = own(SINGLE, call.action) === 'describe';
  return { status: 200, headers: TYPE, body: JSON.stringify(output), units: described ? 1 : units };
}

/** Another DynamoDB does it. */
async function forwarded(
  call: ServiceCall,
  client: DynamoDbClient,
  tables: Tables,
): Promise<ServiceResponse> {
  const { action } = call;
  const metered = own(SINGLE, action) !== 'describe';
  const body = metered ? askingForCapacity(call) : call.request.body;
  const send = () => client.send(`DynamoDB_20120810.${action}`, body);
  const { status, body: answer } =
    writes(action) && tables.writes
      ? await tables.writes.run(action, call.json(), send)
      : await send();
  return {
    status,
    headers: TYPE,
    body: answer,
    units: metered && status === 200 ? consumed(answer) : 1,
  };
}

const ASK = Buffer.from('{"ReturnConsumedCapacity":"TOTAL",');

/**
 * Inserts the setting into the text of the body: serialising the JSON again would double the work
 * per call.
 */
function askingForCapacity(call: ServiceCall): Buffer {
  const { body } = call.request;
  const start = body.indexOf('{');
  if (call.json().ReturnConsumedCapacity !== undefined || start < 0) return body;
  return Buffer.concat([ASK, body.subarray(start + 1)]);
}

function writes(action: string): boolean {
  return [SINGLE, TRANSACTIONS, BATCHES].some((table) => own(table, action) === 'write');
}

/** Adds up the totals per table; details per index repeat what the totals contain. */
function consumed(answer: Buffer): number {
  const at = answer.indexOf('"ConsumedCapacity":');
  if (at < 0) return 1;
  const text = answer.toString('utf8');
  let sum = 0;
  for (const match of text.matchAll(/"TableName":"[^"]*","CapacityUnits":([\d.]+)/g))
    sum += Number(match[1]);
  return sum;
}

function accessOf(call: ServiceCall, tables: Tables): readonly Access[] {
  const { action } = call;
  const input = call.json();
  if (Object.hasOwn(SINGLE, action))
    return [access(tables, action, input.TableName, input.IndexName)];
  if (Object.hasOwn(BATCHES, action))
    return tablesOf(call).map((table) => access(tables, action, table, undefined));
  if (Object.hasOwn(TRANSACTIONS, action))
    return transactionParts(input).map(([part, table]) => access(tables, part, table, undefined));
  throw new NotEmulated(`dynamodb:${action}`);
}

function access(tables: Tables, action: string, table: unknown, index: unknown): Access {
  const resource = tables.arnOf(String(table));
  return {
    action: `dynamodb:${action}`,
    resource: index === undefined ? resource : `${resource}/index/${String(index)}`,
  };
}

function tablesOf(call: ServiceCall): readonly string[] {
  const input = call.json();
  if (Object.hasOwn(BATCHES, call.action))
    return isObject(input.RequestItems) ? Object.keys(input.RequestItems) : [];
  if (Object.hasOwn(TRANSACTIONS, call.action))
    return [...new Set(transactionParts(input).map(([, table]) => table))];
  return [String(input.TableName)];
}

function transactionParts(
  input: JsonObject,
): readonly (readonly [action: string, table: string])[] {
  return (isList(input.TransactItems) ? input.TransactItems : []).flatMap((item) =>
    Object.entries(isObject(item) ? item : {}).map(([kind, part]) => {
      const action = own(TRANSACTION_PARTS, kind);
      if (!action) throw new NotEmulated(`dynamodb transaction part '${kind}'`);
      return [action, isObject(part) ? String(part.TableName) : ''] as const;
    }),
  );
}
