// Where a caller's message begins and ends in the recording of the call (IVR-23).
import { noteVoicemail, noteVoicemailEnd } from '../../domain/inbound/call-updates.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { noteOnAnsweredCall } from './ensure-inbound-call.ts';

export const markVoicemail: UseCase<'mark-voicemail', PortsOf<'mark-voicemail'>> = async (
  input,
  ports,
) => {
  await noteOnAnsweredCall(input, ports, (call) =>
    input.phase === 'begin' ? noteVoicemail(call, input.block) : noteVoicemailEnd(call),
  );
  return { outcome: 'marked' };
};
