// Where a caller's message begins and ends in the recording of the call (IVR-23).
import { noteVoicemail, noteVoicemailEnd } from '../../lib/domain/inbound/call-notes.ts';
import { noteOnAnsweredCall } from '../../lib/domain/inbound/caller-in.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

export const markVoicemail: UseCase<'mark-voicemail', PortsOf<'mark-voicemail'>> = async (
  input,
  ports,
) => {
  await noteOnAnsweredCall(input, ports, (call) =>
    input.phase === 'begin' ? noteVoicemail(call, input.block) : noteVoicemailEnd(call),
  );
  return { outcome: 'marked' };
};
