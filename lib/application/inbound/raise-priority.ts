// A call has waited so long that a step of its queue is due (PRI-5). Connect gets it first
// and the timeline afterwards: done twice it has the effect of once, and a step on the timeline has
// been taken.

import { isInbound } from '../../domain/calls/call-events.ts';
import { type Raise, raisedPriority } from '../../domain/dialing/queue-priority.ts';
import { callPriority, dialedPriority } from '../../domain/inbound/call-priority.ts';
import type { OnCall } from '../../domain/inbound/call-updates.ts';
import { noteRaise } from '../../domain/inbound/call-updates.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import { contactId } from '../../domain/model/ids.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { loadCall, noteOnCall } from './find-call.ts';

type Needs = PortsOf<'raise-priority'>;
type Input = TaskInput<'raise-priority'>;

export const raisePriority: UseCase<'raise-priority', Needs> = async (input, ports) => {
  const call = await loadCall(input, ports);
  const { verdict, gates } = raiseOf(input, call, ports);
  if (verdict.kind === 'stay') return { outcome: 'stays' };
  const set = await ports.routing.prioritise(contactId(input.contact), verdict.level);
  if (set === 'gone') return { outcome: 'stays' };
  const { queue, waited } = input;
  await noteOnCall(input, ports, (now) =>
    raiseOf(input, now, ports).verdict.kind === 'stay'
      ? undefined
      : noteRaise(now, { queue, waited, level: verdict.level, gates }),
  );
  return { outcome: 'raised' };
};

/** A caller without a record rises too. */
function raiseOf(input: Input, call: OnCall | undefined, { definitions }: Needs): Raise {
  const all = definitions.definitions();
  const { queue, waited } = input;
  const campaign = all.campaigns[input.campaign];
  const dialed = byDialer(call?.attempt);
  const begun =
    dialed && call !== undefined && campaign !== undefined
      ? dialedPriority(call.record, campaign)
      : callPriority(input, call?.record, all);
  const channel = campaign?.channels[dialed ? 'outbound' : 'inbound'];
  const steps = channel?.steps ?? all.queues[queue]?.steps ?? [];
  const level = call?.attempt.raisedTo ?? begun.level;
  return raisedPriority({ priority: begun.priority, level, waited, steps });
}

const byDialer = (attempt: Attempt | undefined) => attempt !== undefined && !isInbound(attempt);
