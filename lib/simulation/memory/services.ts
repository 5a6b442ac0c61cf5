// Services outside, as a test or a person plays them: what each address answers is set beforehand.
import type { ServiceAnswer, Services } from '../../application/ports/services.ts';
import type { ServiceRequest } from '../../domain/inbound/service-request.ts';

export type AnswerService = (request: ServiceRequest) => ServiceAnswer | undefined;

export interface MemoryServices extends Services {
  /** Every request, in order. */
  readonly asked: readonly ServiceRequest[];
  /** Sets the answer to further requests; undefined: the service is not reached. */
  answerWith(answer: AnswerService): void;
}

export function memoryServices(first: AnswerService = () => undefined): MemoryServices {
  const asked: ServiceRequest[] = [];
  let answer = first;
  return {
    asked,
    answerWith(next) {
      answer = next;
    },
    async ask(request) {
      asked.push(request);
      return (
        answer(request) ?? { kind: 'failed', because: 'the service was not reached: ENOTFOUND' }
      );
    },
  };
}
