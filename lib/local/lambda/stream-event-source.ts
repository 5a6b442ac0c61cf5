// An event source mapping of a stream: batches, partial failures and the on-failure destination,
// with the function's own role.
import type { Iam } from '../iam/iam.ts';
import type { SqsQueues } from '../sqs/sqs-queues.ts';
import { discardedBatch } from '../streams/dead-letters.ts';
import { type BatchResult, type PumpSettings, StreamPump } from '../streams/stream-pump.ts';
import type { StreamRecord, StreamSource } from '../streams/stream-source.ts';
import type { SimulatedTime } from '../time.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { failedIds } from './sqs-event-source.ts';

export interface StreamEventSourceParts {
  readonly settings: PumpSettings & {
    readonly reportsItemFailures: boolean;
    readonly onFailure: string | undefined;
  };
  readonly source: StreamSource;
  readonly target: LambdaFunction;
  readonly iam: Iam;
  readonly time: SimulatedTime;
  readonly queues: SqsQueues;
}

/** Feeds a stream to a function, with the function's own role. */
export function connectStream(parts: StreamEventSourceParts): void {
  const { settings, source, target, time } = parts;
  new StreamPump({
    name: `stream ${source.arn} for ${target.settings.name}`,
    settings,
    source,
    time,
    process: (records) => deliver(parts, records),
    discard: (records, attempts) => discard(parts, records, attempts),
  });
}

async function deliver(
  { settings, source, target, iam }: StreamEventSourceParts,
  records: readonly StreamRecord[],
): Promise<BatchResult> {
  const service = source.arn.split(':')[2];
  for (const action of ['GetRecords', 'GetShardIterator'])
    iam.authorize(target.settings.role, `${service}:${action}`, source.arn);
  const outcome = await target.invoke(
    JSON.stringify({ Records: records.map((record) => record.event) }),
  );
  if (outcome.functionError) return { kind: 'failed' };
  const failed = settings.reportsItemFailures ? failedIds(outcome.payload) : new Set<string>();
  if (failed === 'all') return { kind: 'failed' };
  // Streams are ordered: everything from the first failure on comes again.
  const first = records.find((record) => failed.has(record.sequenceNumber));
  if (first) return { kind: 'failed-from', sequenceNumber: first.sequenceNumber };
  return failed.size === 0 ? { kind: 'done' } : { kind: 'failed' };
}

function discard(
  { settings, source, target, iam, time, queues }: StreamEventSourceParts,
  records: readonly StreamRecord[],
  attempts: number,
): void {
  if (settings.onFailure === undefined) return;
  const { role, arn } = target.settings;
  iam.authorize(role, 'sqs:SendMessage', settings.onFailure);
  const consumer = { functionArn: arn };
  const report = discardedBatch(
    records,
    { now: time.iso(), streamArn: source.arn, consumer },
    attempts,
  );
  queues.withArn(settings.onFailure).send({ body: JSON.stringify(report), sender: role.arn });
}
