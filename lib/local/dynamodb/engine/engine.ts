// DynamoDB in memory, in this process: the actions the local cloud offers, as AWS documents them,
// over items that are gone when the run ends.
import { NotEmulated } from '../../../simulation/connect/not-emulated.ts';
import type { JsonObject } from '../../json.ts';
import { own } from '../../json.ts';
import { batchGetItem, getItem, query, scan, transactGetItems } from './reads.ts';
import { type Done, EngineTables, onlyKnown, type StoredChange } from './request.ts';
import { batchWriteItem, Transactions, writeItem } from './writes.ts';

/** @param text the input as it came, if it came as text */
type Action = (input: JsonObject, text: string | undefined) => Done;

export interface EngineAnswer {
  readonly output: JsonObject;
  readonly units: number;
}

const TABLE_SETTINGS = [
  ...['TableName', 'AttributeDefinitions', 'KeySchema', 'BillingMode'],
  ...['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'],
];

export class DynamoDbEngine {
  private readonly actions: Readonly<Record<string, Action>>;

  /** @param changed told of what every write has changed */
  constructor(changed: (table: string, changes: readonly StoredChange[]) => void) {
    const tables = new EngineTables(changed);
    const transactions = new Transactions(tables);
    this.actions = {
      CreateTable: (input) => {
        onlyKnown(input, TABLE_SETTINGS);
        return plain({ TableDescription: tables.create(input).definition });
      },
      DescribeTable: ({ TableName }) => {
        const { definition, name } = tables.named(TableName);
        return plain({ Table: { ...definition, TableName: name, TableStatus: 'ACTIVE' } });
      },
      DescribeTimeToLive: ({ TableName }) => {
        tables.named(TableName);
        return plain({ TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } });
      },
      GetItem: (input) => getItem(tables, input),
      BatchGetItem: (input) => batchGetItem(tables, input),
      TransactGetItems: (input) => transactGetItems(tables, input),
      Query: (input) => query(tables, input),
      Scan: (input) => scan(tables, input),
      PutItem: (input) => writeItem('Put', tables, input),
      UpdateItem: (input) => writeItem('Update', tables, input),
      DeleteItem: (input) => writeItem('Delete', tables, input),
      BatchWriteItem: (input) => batchWriteItem(tables, input),
      TransactWriteItems: (input, text) => transactions.write(input, text),
    };
  }

  /** Throws an AwsError as DynamoDB would answer it. */
  run(name: string, input: JsonObject, text?: string): EngineAnswer {
    const action = own(this.actions, name);
    if (!action) throw new NotEmulated(`dynamodb:${name}`);
    const { output, units } = action(input, text);
    const sum = units.reduce((all, [, one]) => all + one, 0);
    const wanted = input.ReturnConsumedCapacity;
    if (wanted === undefined || wanted === 'NONE') return { output, units: sum };
    const list = units.map(([TableName, CapacityUnits]) => ({ TableName, CapacityUnits }));
    const isList = /^(Batch|Transact)/.test(name);
    return { output: { ...output, ConsumedCapacity: isList ? list : list[0] }, units: sum };
  }
}

const plain = (output: JsonObject): Done => ({ output, units: [] });
