import type { AttemptId, RecordRef } from './ids.ts';

export interface DialOrder {
  readonly ref: RecordRef;
  readonly attempt: AttemptId;
}
