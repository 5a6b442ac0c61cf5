// What every queue of surveys promises (lib/application/ports/ports.ts, SurveyQueue).
import { describe, expect, it } from 'vitest';
import type { SurveyQueue } from '../../lib/application/ports/survey-queue.ts';
import type { AttemptRef } from '../../lib/domain/model/attempt-ref.ts';
import { attemptId } from '../../lib/domain/model/ids.ts';
import { ref } from '../support/records.ts';

export interface WatchedSurveys {
  readonly queue: SurveyQueue;
  /** What was taken, with the seconds it waits. */
  taken(): readonly { readonly order: AttemptRef; readonly delay: number }[];
}

const order: AttemptRef = { ref: ref('spring', 'ann'), attempt: attemptId('in-c-1') };

export function surveyQueueContract(name: string, make: () => Promise<WatchedSurveys>): void {
  describe(`survey queue: ${name}`, () => {
    it.each([0, 120, 900])('takes an order whole, with its delay: %i s', async (delay) => {
      const { queue, taken } = await make();

      await queue.send(order, delay);

      expect(taken()).toEqual([{ order, delay }]);
    });
  });
}
