import { arn, type Place } from '../place.ts';
import type { SimulatedTime } from '../time.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import { TableStream } from './table-stream.ts';

export interface TableDefinition {
  readonly TableName: string;
  readonly StreamSpecification?: unknown;
  readonly [setting: string]: unknown;
}

/** The tables of the cloud and their streams. Table names may be given as ARNs, as the SDK allows. */
export class Tables {
  private readonly place: Place;
  private readonly time: SimulatedTime;
  private readonly client: DynamoDbClient;
  private readonly streams = new Map<string, TableStream>();

  constructor(parts: {
    readonly place: Place;
    readonly time: SimulatedTime;
    readonly client: DynamoDbClient;
  }) {
    this.place = parts.place;
    this.time = parts.time;
    this.client = parts.client;
  }

  arnOf(table: string): string {
    return table.startsWith('arn:') ? table : arn(this.place, 'dynamodb', `table/${table}`);
  }

  /** @param definition input of CreateTable */
  async create(definition: TableDefinition): Promise<TableStream | undefined> {
    const table = definition.TableName;
    await this.client.call('DynamoDB_20120810.CreateTable', definition);
    if (!definition.StreamSpecification) return undefined;
    const stream = await TableStream.open({
      table,
      arn: `${this.arnOf(table)}/stream/local`,
      region: this.place.region,
      time: this.time,
      client: this.client,
    });
    this.streams.set(table, stream);
    return stream;
  }

  streamByArn(streamArn: string): TableStream | undefined {
    return [...this.streams.values()].find((stream) => stream.arn === streamArn);
  }

  /** The gateway saw a write: its stream may have records. */
  written(table: string): void {
    this.streams.get(table.slice(table.lastIndexOf('/') + 1))?.poll();
  }
}
