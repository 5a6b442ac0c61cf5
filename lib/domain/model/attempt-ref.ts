import type { AttemptId, RecordRef } from './ids.ts';

export interface AttemptRef {
  readonly ref: RecordRef;
  readonly attempt: AttemptId;
}
