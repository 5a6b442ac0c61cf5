// Kinesis streams in memory and their API.
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import { jsonService } from '../gateway/json-service.ts';
import type { Service } from '../gateway/service.ts';
import { isList, isObject, type JsonObject } from '../json.ts';
import type { SimulatedTime } from '../time.ts';
import type { StreamRecord, StreamSource } from './stream-source.ts';

export interface KinesisRecord {
  readonly partitionKey: string;
  readonly data: string | Buffer;
}

/** One stream in memory: one shard, records handed to the consumers at once. */
export class KinesisStream implements StreamSource {
  readonly arn: string;
  readonly name: string;
  private readonly time: SimulatedTime;
  private readonly region: string;
  private readonly consumers: ((records: readonly StreamRecord[]) => void)[] = [];
  private count = 0;

  constructor(name: string, location: AwsLocation, time: SimulatedTime) {
    this.name = name;
    this.arn = arn(location, 'kinesis', `stream/${name}`);
    this.region = location.region;
    this.time = time;
  }

  subscribe(consumer: (records: readonly StreamRecord[]) => void): void {
    this.consumers.push(consumer);
  }

  /** @returns sequence numbers */
  put(records: readonly KinesisRecord[]): readonly string[] {
    const dressed = records.map((record) => this.dressed(record));
    for (const consumer of this.consumers) consumer(dressed);
    return dressed.map((record) => record.sequenceNumber);
  }

  private dressed({ partitionKey, data }: KinesisRecord): StreamRecord {
    const sequenceNumber = String(++this.count).padStart(20, '0');
    return {
      sequenceNumber,
      event: {
        kinesis: {
          kinesisSchemaVersion: '1.0',
          partitionKey,
          sequenceNumber,
          data: Buffer.from(data).toString('base64'),
          approximateArrivalTimestamp: this.time.now() / 1000,
        },
        eventSource: 'aws:kinesis',
        eventVersion: '1.0',
        eventID: `shardId-000000000000:${sequenceNumber}`,
        eventName: 'aws:kinesis:record',
        awsRegion: this.region,
        eventSourceARN: this.arn,
      },
    };
  }
}

export class KinesisStreams {
  private readonly location: AwsLocation;
  private readonly time: SimulatedTime;
  private readonly byArn = new Map<string, KinesisStream>();

  constructor(location: AwsLocation, time: SimulatedTime) {
    this.location = location;
    this.time = time;
  }

  create(name: string): KinesisStream {
    const stream = new KinesisStream(name, this.location, this.time);
    this.byArn.set(stream.arn, stream);
    return stream;
  }

  /** Whether the deployment has any: each costs by the hour. */
  get isUsed(): boolean {
    return this.byArn.size > 0;
  }

  arnOf(input: JsonObject): string {
    if (input.StreamARN !== undefined) return String(input.StreamARN);
    return arn(this.location, 'kinesis', `stream/${String(input.StreamName)}`);
  }

  withArn(streamArn: string): KinesisStream {
    const stream = this.byArn.get(streamArn);
    if (!stream) throw new AwsError('ResourceNotFoundException', `no stream ${streamArn}`);
    return stream;
  }
}

export function kinesisService(streams: KinesisStreams): Service {
  const on = (action: string) => (input: JsonObject) => [
    { action: `kinesis:${action}`, resource: streams.arnOf(input) },
  ];
  const read = (record: JsonObject): KinesisRecord => ({
    partitionKey: String(record.PartitionKey),
    data: Buffer.from(String(record.Data), 'base64'),
  });
  const answer = (SequenceNumber: string) => ({ SequenceNumber, ShardId: 'shardId-000000000000' });
  return jsonService('kinesis', 'json-1.1', {
    PutRecord: {
      access: on('PutRecord'),
      run: (input) => answer(streams.withArn(streams.arnOf(input)).put([read(input)])[0] ?? ''),
    },
    PutRecords: {
      access: on('PutRecords'),
      run: (input) => {
        const records = (isList(input.Records) ? input.Records : []).filter(isObject).map(read);
        const numbers = streams.withArn(streams.arnOf(input)).put(records);
        return { FailedRecordCount: 0, Records: numbers.map(answer) };
      },
    },
  });
}
