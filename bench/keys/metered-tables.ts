// The tables of a deployment on the DynamoDB of the local cloud, in this process, behind the SDK's
// client; a meter counts what each key takes.
import { Readable } from 'node:stream';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Dynamo, dynamo, dynamoClient } from '../../lib/aws/dynamodb/document-table.ts';
import type { Item } from '../../lib/aws/dynamodb/items.ts';
import { AwsError } from '../../lib/local/errors.ts';
import type { JsonObject } from '../../lib/local/json.ts';
import { type TestTables, tableDefinition } from '../../test/support/dynamo-tables.ts';
import { KeyMeter } from './key-meter.ts';

interface HttpRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface MeteredTables {
  readonly db: Dynamo;
  readonly tables: Omit<TestTables, 'db'>;
  readonly meter: KeyMeter;
}

/** @param journal told of the journal's new items */
export function meteredTables(journal: (items: readonly Item[]) => void): MeteredTables {
  const meter = new KeyMeter((table, changes) => {
    if (table !== 'journal') return;
    journal(changes.flatMap(({ after }) => (after ? [unmarshall(after as never) as Item] : [])));
  });
  for (const [name, index] of [['records', 'due'], ['journal'], ['runtime']] as const)
    meter.create(tableDefinition(name, index) as unknown as JsonObject);
  const client = dynamoClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: {
      handle: async ({ headers, body }: HttpRequest) => ({
        response: answer(meter, headers['x-amz-target'] ?? '', Buffer.from(body).toString()),
      }),
    },
  });
  return {
    db: dynamo(client, async () => undefined),
    tables: {
      ...{ records: 'records', dueIndex: 'due', listIndex: 'list' },
      ...{ journal: 'journal', runtime: 'runtime' },
    },
    meter,
  };
}

function answer(meter: KeyMeter, target: string, body: string) {
  const action = target.slice(target.indexOf('.') + 1);
  try {
    return response(200, meter.run(action, JSON.parse(body) as JsonObject));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { code, message, status, details } = error;
    return response(status, { __type: code, message, ...details });
  }
}

const response = (statusCode: number, body: object) => ({
  statusCode,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Readable.from([Buffer.from(JSON.stringify(body))]),
});
