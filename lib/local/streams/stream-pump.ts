// What event source mappings and pipes do with a stream: batches in order, one at a time per shard,
// retried with growing pauses, split in half when asked for, and handed to a dead-letter queue in
// the end. Source: Lambda Developer Guide, "Process Amazon DynamoDB records with Lambda", error
// handling.
import { type EventPattern, matches } from '../events/event-pattern.ts';
import type { SimulatedTime, Sleep } from '../time.ts';
import type { StreamRecord, StreamSource } from './stream-source.ts';

export interface PumpSettings {
  readonly batchSize: number;
  /** Seconds to wait for a full batch. */
  readonly batchingWindow: number;
  readonly bisects: boolean;
  /** -1: until the record is a day old, which is how long streams keep it. */
  readonly maximumRetryAttempts: number;
  readonly filters: readonly EventPattern[];
}

export type BatchResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' }
  /** Everything from this sequence number on is to be tried again. */
  | { readonly kind: 'failed-from'; readonly sequenceNumber: string };

export interface PumpParts {
  readonly name: string;
  readonly settings: PumpSettings;
  readonly source: StreamSource;
  readonly time: SimulatedTime;
  readonly process: (records: readonly StreamRecord[]) => Promise<BatchResult>;
  /** Records that could not be processed. */
  readonly discard: (records: readonly StreamRecord[], attempts: number) => void;
}

const RETENTION = 24 * 3600_000;
const LONGEST_PAUSE = 60_000;

export class StreamPump {
  private readonly parts: PumpParts;
  private readonly waiting: StreamRecord[] = [];
  private pumping = false;

  constructor(parts: PumpParts) {
    this.parts = parts;
    parts.source.subscribe((records) => this.arrive(records));
  }

  private arrive(records: readonly StreamRecord[]): void {
    const { filters } = this.parts.settings;
    for (const record of records)
      if (filters.length === 0 || filters.some((filter) => matches(filter, record.event)))
        this.waiting.push(record);
    if (this.pumping || this.waiting.length === 0) return;
    this.pumping = true;
    this.parts.time.work(this.parts.name, (sleep) => this.pump(sleep));
  }

  private async pump(sleep: Sleep): Promise<void> {
    const { batchSize, batchingWindow } = this.parts.settings;
    try {
      while (this.waiting.length > 0) {
        if (batchingWindow > 0 && this.waiting.length < batchSize)
          await sleep(batchingWindow * 1000);
        await this.work(this.waiting.splice(0, batchSize), sleep);
      }
    } finally {
      this.pumping = false;
    }
  }

  private async work(batch: readonly StreamRecord[], sleep: Sleep): Promise<void> {
    const { settings, time, process, discard } = this.parts;
    const started = time.now();
    let rest = batch;
    for (let attempt = 1; rest.length > 0; attempt++) {
      const result = await process(rest);
      if (result.kind === 'done') return;
      if (result.kind === 'failed-from') rest = from(rest, result.sequenceNumber);
      if (result.kind === 'failed' && settings.bisects && rest.length > 1) {
        const half = Math.ceil(rest.length / 2);
        await this.work(rest.slice(0, half), sleep);
        await this.work(rest.slice(half), sleep);
        return;
      }
      const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** Math.min(attempt - 1, 10));
      if (isSpent(settings, attempt, time.now() + pause - started)) {
        discard(rest, attempt);
        return;
      }
      await sleep(pause);
    }
  }
}

function isSpent(
  { maximumRetryAttempts }: PumpSettings,
  attempt: number,
  ageAfterPause: number,
): boolean {
  if (maximumRetryAttempts >= 0 && attempt > maximumRetryAttempts) return true;
  return ageAfterPause > RETENTION;
}

/** An unknown sequence number fails the whole batch, as on AWS. */
function from(records: readonly StreamRecord[], sequenceNumber: string): readonly StreamRecord[] {
  const index = records.findIndex((record) => record.sequenceNumber === sequenceNumber);
  return index < 0 ? records : records.slice(index);
}
