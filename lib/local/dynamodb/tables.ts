// Creates tables in DynamoDB without their streams: streams are made here, from the writes the
// gateway sees.
import { type AwsLocation, arn } from '../aws-location.ts';
import type { JsonObject } from '../json.ts';
import type { SimulatedTime } from '../time.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import { DynamoDbEngine } from './engine/engine.ts';
import { StreamedWrites } from './streamed-writes.ts';
import { type ItemChange, TableStream } from './table-stream.ts';

export interface TableDefinition {
  readonly TableName: string;
  readonly KeySchema: readonly { readonly AttributeName: string }[];
  readonly StreamSpecification?: { readonly StreamViewType: string } | undefined;
  readonly [setting: string]: unknown;
}

/**
 * The tables of the cloud and their streams. Table names may be given as ARNs, as the SDK allows.
 */
export class Tables {
  private readonly location: AwsLocation;
  private readonly time: SimulatedTime;
  /** Of another DynamoDB; without one the items are here, in the engine. */
  readonly client: DynamoDbClient | undefined;
  readonly engine: DynamoDbEngine;
  readonly writes: StreamedWrites | undefined;
  private readonly streams = new Map<string, TableStream>();

  constructor(parts: {
    readonly location: AwsLocation;
    readonly time: SimulatedTime;
    readonly client: DynamoDbClient | undefined;
  }) {
    this.location = parts.location;
    this.time = parts.time;
    this.client = parts.client;
    const streamOf = (table: string) => this.streams.get(table);
    this.writes = parts.client && new StreamedWrites(parts.client, streamOf);
    this.engine = new DynamoDbEngine((table, changes) =>
      streamOf(table)?.add(changes as readonly ItemChange[]),
    );
  }

  arnOf(table: string): string {
    return table.startsWith('arn:') ? table : arn(this.location, 'dynamodb', `table/${table}`);
  }

  /** @param definition input of CreateTable */
  async create(definition: TableDefinition): Promise<TableStream | undefined> {
    const { StreamSpecification, ...plain } = definition;
    const table = definition.TableName;
    if (this.client) await this.client.call('DynamoDB_20120810.CreateTable', plain);
    else this.engine.run('CreateTable', JSON.parse(JSON.stringify(plain)) as JsonObject);
    if (!StreamSpecification) return undefined;
    const stream = new TableStream({
      table,
      arn: `${this.arnOf(table)}/stream/local`,
      region: this.location.region,
      time: this.time,
      keys: definition.KeySchema.map(({ AttributeName }) => AttributeName),
      viewType: StreamSpecification.StreamViewType,
    });
    this.streams.set(table, stream);
    return stream;
  }

  streamByArn(streamArn: string): TableStream | undefined {
    return [...this.streams.values()].find((stream) => stream.arn === streamArn);
  }
}
