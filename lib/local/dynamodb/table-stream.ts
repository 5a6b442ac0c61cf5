import type { StreamRecord, StreamSource } from '../streams/stream-source.ts';
import type { SimulatedTime } from '../time.ts';
import type { DynamoDbClient } from './dynamodb-client.ts';

interface RawRecord {
  readonly eventName: string;
  readonly dynamodb: Readonly<Record<string, unknown>> & {
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
  };
}

const LIMIT = 1000;

interface Parts {
  readonly table: string;
  readonly arn: string;
  readonly region: string;
  readonly time: SimulatedTime;
  readonly client: DynamoDbClient;
}

/**
 * One table's stream. It is read right after each write the gateway sees, never on a timer, so that a run
 * is known to be quiet when it is.
 */
export class TableStream implements StreamSource {
  readonly arn: string;
  private readonly parts: Parts;
  private iterator: string;
  private readonly consumers: ((records: readonly StreamRecord[]) => void)[] = [];
  private dirty = false;
  private polling = false;

  private constructor(parts: Parts, iterator: string) {
    this.parts = parts;
    this.arn = parts.arn;
    this.iterator = iterator;
  }

  static async open(parts: Parts): Promise<TableStream> {
    const { client, table } = parts;
    const ask = (action: string, input: unknown) =>
      client.call(`DynamoDBStreams_20120810.${action}`, input);
    const { Streams } = (await ask('ListStreams', { TableName: table })) as {
      Streams: readonly { StreamArn: string }[];
    };
    const StreamArn = Streams[0]?.StreamArn;
    const { StreamDescription } = (await ask('DescribeStream', { StreamArn })) as {
      StreamDescription: { Shards: readonly { ShardId: string }[] };
    };
    const ShardId = StreamDescription.Shards[0]?.ShardId;
    const { ShardIterator } = (await ask('GetShardIterator', {
      StreamArn,
      ShardId,
      ShardIteratorType: 'TRIM_HORIZON',
    })) as { ShardIterator: string };
    return new TableStream(parts, ShardIterator);
  }

  subscribe(consumer: (records: readonly StreamRecord[]) => void): void {
    this.consumers.push(consumer);
  }

  poll(): void {
    if (this.consumers.length === 0) return;
    this.dirty = true;
    if (this.polling) return;
    this.polling = true;
    this.parts.time.work(`stream of ${this.parts.table}`, () => this.drain());
  }

  private async drain(): Promise<void> {
    try {
      while (this.dirty) {
        this.dirty = false;
        const { Records, NextShardIterator } = (await this.parts.client.call(
          'DynamoDBStreams_20120810.GetRecords',
          { ShardIterator: this.iterator, Limit: LIMIT },
        )) as { Records: readonly RawRecord[]; NextShardIterator: string };
        this.iterator = NextShardIterator;
        if (Records.length === 0) continue;
        if (mayBeCutShort(Records)) this.dirty = true;
        const records = Records.map((record) => this.dressed(record));
        for (const consumer of this.consumers) consumer(records);
      }
    } finally {
      this.polling = false;
    }
  }

  /** The process stamps records with the wall clock and its own region. */
  private dressed({ eventName, dynamodb }: RawRecord): StreamRecord {
    const sequenceNumber = dynamodb.SequenceNumber;
    return {
      sequenceNumber,
      event: {
        eventID: `${this.parts.table}-${sequenceNumber}`,
        eventName,
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: this.parts.region,
        eventSourceARN: this.arn,
        dynamodb: {
          ...(dynamodb as object),
          ApproximateCreationDateTime: Math.floor(this.parts.time.now() / 1000),
        },
      },
    };
  }
}

/** GetRecords stops at its limit or near 1 MB; then there may be more. */
function mayBeCutShort(records: readonly RawRecord[]): boolean {
  const bytes = records.reduce((sum, { dynamodb }) => sum + dynamodb.SizeBytes, 0);
  return records.length >= LIMIT || bytes > 400_000;
}
