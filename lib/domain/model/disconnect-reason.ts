// Why a call was cut off, in words. The codes are those of the Amazon Connect Administrator Guide
// ("contact records" data model: DisconnectReason); the journal keeps them for integrators.
import { own } from '../../language/dictionary.ts';

const WORDS: Readonly<Record<string, string>> = {
  CUSTOMER_DISCONNECT: 'the customer hung up',
  AGENT_DISCONNECT: 'the agent hung up',
  THIRD_PARTY_DISCONNECT: 'the third party hung up',
  CONTACT_FLOW_DISCONNECT: 'the flow hung up',
  API: 'hung up by a program',
  BARGED: 'a supervisor took over',
  TRANSFERRED: 'transferred',
  AGENT_COMPLETED: 'the agent finished it',
  AGENT_NETWORK_DISCONNECT: 'the agent lost the connection',
  CUSTOMER_CONNECTION_NOT_ESTABLISHED: 'the customer could not be connected',
  CUSTOMER_NEVER_ARRIVED: 'the customer never came to the phone',
  IDLE_DISCONNECT: 'silent for too long',
  EXPIRED: 'waited too long',
  TELECOM_BUSY: 'busy',
  TELECOM_UNANSWERED: 'not answered',
  TELECOM_TIMEOUT: 'the network gave up',
  TELECOM_ORIGINATOR_CANCEL: 'rang long enough',
  TELECOM_NUMBER_INVALID: 'no such number',
  TELECOM_POTENTIAL_BLOCKING: 'perhaps blocked by the network',
  TELECOM_PROBLEM: 'a fault in the telephone network',
  OUTBOUND_DESTINATION_ENDPOINT_ERROR: 'the number may not be called from this instance',
  OUTBOUND_RESOURCE_ERROR: 'the instance may not place such calls',
  OUTBOUND_ATTEMPT_FAILED: 'Connect could not place the call',
  OUTBOUND_PREVIEW_DISCARDED: 'the agent skipped it',
  OTHER: 'Connect gives no reason',
};

/** @param reason a code of Connect's, or a sentence of ours, which stays as it is */
export function disconnectWords(reason: string): string {
  const known = own(WORDS, reason);
  if (known !== undefined) return known;
  return /^[A-Z][A-Z0-9_]+$/.test(reason) ? reason.toLowerCase().replaceAll('_', ' ') : reason;
}
