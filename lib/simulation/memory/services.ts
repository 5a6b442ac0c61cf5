// Services outside, as a test or a person plays them: what each address answers is told beforehand.
import type { ServiceAnswer, Services } from '../../application/ports/services.ts';
import type { ServiceRequest } from '../../domain/inbound/service-request.ts';

export type AnswerService = (request: ServiceRequest) => ServiceAnswer | undefined;

export interface MemoryServices extends Services {
  /** Every request, in order. */
  readonly asked: readonly ServiceRequest[];
  /** What is asked from now on is answered so; undefined: nobody is there. */
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
