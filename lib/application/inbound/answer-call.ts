// An inbound call is taken in (INB-1): its record is found by the number or made, and its attempt
// begins.
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { callerIdentity } from './caller-identity.ts';
import { loadOrCreateCall } from './ensure-inbound-call.ts';

export const answerCall: UseCase<'answer-call', PortsOf<'answer-call'>> = async (input, ports) => {
  const call = await loadOrCreateCall(input, ports);
  if (call === undefined) {
    throw new Fault('NotFound', `campaign '${input.campaign}' takes no calls`);
  }
  return callerIdentity(call.record, call.attempt, ports.definitions.definitions(), ports);
};
