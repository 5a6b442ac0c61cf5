// Dead letters of streams say where the records are, not what they contain.
import type { JsonObject } from '../json.ts';
import type { StreamRecord } from './stream-source.ts';

/**
 * The dead-letter message for records that could not be processed: where they are, not the records
 * themselves. Source: Lambda Developer Guide, "Retain discarded batch records".
 */
export function discardedBatch(
  records: readonly StreamRecord[],
  at: { readonly now: string; readonly streamArn: string; readonly consumer: JsonObject },
  attempts: number,
): JsonObject {
  const first = records.at(0)?.sequenceNumber ?? '';
  const last = records.at(-1)?.sequenceNumber ?? '';
  const kind = at.streamArn.startsWith('arn:aws:kinesis:')
    ? 'KinesisBatchInfo'
    : 'DDBStreamBatchInfo';
  return {
    requestContext: {
      ...at.consumer,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: attempts,
    },
    version: '1.0',
    timestamp: at.now,
    [kind]: {
      shardId: 'shardId-00000000000000000000-local',
      startSequenceNumber: first,
      endSequenceNumber: last,
      batchSize: records.length,
      streamArn: at.streamArn,
    },
  };
}
