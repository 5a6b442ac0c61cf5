// Answers by idempotency key in memory.
import type { GivenAnswer, GivenAnswers } from '../../application/ports/given-answers.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';

interface Known {
  readonly request: string;
  readonly lostAt: Instant;
  readonly over: Instant;
  answer?: GivenAnswer;
}

export function memoryGivenAnswers(): GivenAnswers {
  const all = new Map<string, Known>();
  return {
    async begin(key, request, now) {
      const known = all.get(key);
      const isLost = known?.answer === undefined && (known?.lostAt ?? now) <= now;
      if (known === undefined || known.over <= now || isLost) {
        all.set(key, { request, lostAt: plus(now, 60), over: plus(now, 86_400) });
        return { kind: 'none' };
      }
      if (known.request !== request) return { kind: 'other' };
      if (known.answer === undefined) return { kind: 'under-way' };
      return { kind: 'answered', answer: known.answer };
    },
    async answered(key, answer) {
      const known = all.get(key);
      if (known) known.answer = answer;
    },
    async forget(key) {
      all.delete(key);
    },
  };
}
