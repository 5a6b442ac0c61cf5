// Connect places the call and its answer gets lost on the way: nobody knows whether there is a
// call.
import type { Ports } from '../../application/ports/ports.ts';
import { Fault } from '../../application/tasks/faults.ts';

/** @param isLost asked after each call was placed; true loses the answer */
export function losingAnswers(ports: Ports, isLost: () => boolean): Ports {
  const answered = async <T>(placed: Promise<T>): Promise<T> => {
    const answer = await placed;
    if (isLost()) throw new Fault('CallUnclear', 'placing a call: the answer was lost');
    return answer;
  };
  const { telephony } = ports;
  return {
    ...ports,
    telephony: {
      ...telephony,
      dial: (request) => answered(telephony.dial(request)),
      dialSurvey: (request) => answered(telephony.dialSurvey(request)),
    },
  };
}
