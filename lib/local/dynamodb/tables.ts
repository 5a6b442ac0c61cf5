// Creates tables in DynamoDB without their streams: streams are made here, from the writes the
// gateway sees.
import { type AwsLocation, arn } from '../aws-location.ts';
import type { SimulatedTime } from '../time.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';
import { StreamedWrites } from './streamed-writes.ts';
import { TableStream } from './table-stream.ts';

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
  private readonly client: DynamoDbClient;
  readonly writes: StreamedWrites;
  private readonly streams = new Map<string, TableStream>();

  constructor(parts: {
    readonly location: AwsLocation;
    readonly time: SimulatedTime;
    readonly client: DynamoDbClient;
  }) {
    this.location = parts.location;
    this.time = parts.time;
    this.client = parts.client;
    this.writes = new StreamedWrites(parts.client, (table) => this.streams.get(table));
  }

  arnOf(table: string): string {
    return table.startsWith('arn:') ? table : arn(this.location, 'dynamodb', `table/${table}`);
  }

  /** @param definition input of CreateTable */
  async create(definition: TableDefinition): Promise<TableStream | undefined> {
    const { StreamSpecification, ...plain } = definition;
    const table = definition.TableName;
    await this.client.call('DynamoDB_20120810.CreateTable', plain);
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
