// A call on its way to a number outside (IVR-8). Only the flow learns whether it was
// answered there, and only if the other side hangs up first: so its beginning is recorded, and the
// end of the call decides (forwarding.ts).

import { blockOf } from '../../domain/calls/inbound-setting.ts';
import { noteForwarding, noteForwardingOutcome } from '../../domain/inbound/call-updates.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { noteOnAnsweredCall } from './ensure-inbound-call.ts';

export const markForwarding: UseCase<'mark-forwarding', PortsOf<'mark-forwarding'>> = async (
  { phase, block, ...input },
  ports,
) => {
  const dial = blockOf(ports.definitions.definitions(), input.ivr, block, 'dial');
  await noteOnAnsweredCall(input, ports, (call) =>
    phase === 'begin'
      ? noteForwarding(call, block, dial?.ringFor ?? 0)
      : noteForwardingOutcome(call, phase),
  );
  return { outcome: 'marked' };
};
