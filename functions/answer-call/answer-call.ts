// An inbound call is taken in (INB-1): its record is found by the number or made, and its attempt begins.
import { Fault } from '../../lib/domain/faults.ts';
import { loadOrTakeIn } from '../../lib/domain/inbound/caller-in.ts';
import { tellIdentity } from '../../lib/domain/inbound/telling-identity.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

export const answerCall: UseCase<'answer-call', PortsOf<'answer-call'>> = async (input, ports) => {
  const call = await loadOrTakeIn(input, ports);
  if (call === undefined) {
    throw new Fault('NotFound', `campaign '${input.campaign}' takes no calls`);
  }
  return tellIdentity(call.record, call.attempt, ports.definitions.definitions(), ports);
};
