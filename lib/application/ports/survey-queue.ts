import type { AttemptRef } from '../../domain/model/attempt-ref.ts';

/** Surveys to be asked some time after a call (INB-9). */
export interface SurveyQueue {
  /** @param delay seconds, 0 to 900 */
  send(order: AttemptRef, delay: number): Promise<void>;
}
