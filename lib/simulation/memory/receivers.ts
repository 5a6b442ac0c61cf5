// Receivers of webhooks as a test plays them: what each address answers is set beforehand.
import type {
  ReceiverAnswer,
  ReceiverRequest,
  Receivers,
} from '../../application/ports/receivers.ts';

export type AnswerWebhook = (request: ReceiverRequest) => ReceiverAnswer | Promise<ReceiverAnswer>;

export interface MemoryReceivers extends Receivers {
  /** Every request, in order. */
  readonly received: readonly ReceiverRequest[];
  answerWith(answer: AnswerWebhook): void;
}

const ACCEPTED: ReceiverAnswer = { kind: 'answered', status: 204, text: '' };

/** @param kept false: requests are answered and forgotten */
export function memoryReceivers({ kept = true } = {}): MemoryReceivers {
  const received: ReceiverRequest[] = [];
  let answer: AnswerWebhook = () => ACCEPTED;
  return {
    received,
    answerWith(next) {
      answer = next;
    },
    async post(request) {
      if (kept) received.push(request);
      return answer(request);
    },
  };
}
