// What DynamoDB and Kinesis streams have in common for their consumers.
import type { JsonObject } from '../json.ts';

/** One record of a stream, as an event source mapping or a pipe sees it. */
export interface StreamRecord {
  readonly sequenceNumber: string;
  /** The element of `Records` in the Lambda event. */
  readonly event: JsonObject;
}

/** A DynamoDB or Kinesis stream; records come in order. */
export interface StreamSource {
  readonly arn: string;
  subscribe(consumer: (records: readonly StreamRecord[]) => void): void;
}
