// A call on its way to a number outside (IVR-8). Connect tells nobody whether it was taken there but the flow, and the flow only
// if the other side hangs up first: so it is noted when it begins, and the end of the call decides (forwarding.ts).
import { noteForwarding, noteForwardingOutcome } from '../../lib/domain/inbound/call-notes.ts';
import { noteOnAnsweredCall } from '../../lib/domain/inbound/caller-in.ts';
import { blockOf } from '../../lib/domain/inbound/inbound-setting.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

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
