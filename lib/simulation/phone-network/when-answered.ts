// What becomes of an answered call when no flow decides.
import type { DialCommand, QueueWait } from './call.ts';
import type { AnsweredContact, PhoneNetwork } from './phone-network.ts';

/** A person is queued, a detected machine released. */
export function queueOrRelease(
  { contact, command, machineDetection }: AnsweredContact,
  network: PhoneNetwork,
) {
  if (machineDetection?.startsWith('VOICEMAIL')) network.hangUp(contact, 'CONTACT_FLOW_DISCONNECT');
  else network.enqueue(contact, command.queue, waitOf(command));
}

const waitOf = ({ priority }: DialCommand): QueueWait =>
  priority === undefined ? {} : { priority };
