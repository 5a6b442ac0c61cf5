// From Connect's words to the six call statuses of callback rules (CBR-2). The tables below are our
// reading of the value descriptions in the Amazon Connect Administrator Guide ("contact events",
// "ContactTraceRecord" data model: DisconnectReason, AnsweringMachineDetectionStatus) and the
// Connect API reference (Contact); AWS publishes no such mapping. What a table does not know is
// judged by how far the call came.

import { z } from 'zod';
import { own } from '../../language/dictionary.ts';
import { CALL_STATUSES, type CallStatus } from '../../language/schema/rule.ts';
import type { ContactTimestamps } from './contact-timestamps.ts';

/**
 * How a contact ended: a call as callback rules have it, or as only a customer's call can, taken at
 * a number outside (IVR-8); a text as one that the provider took, or that the person wrote.
 */
export const ContactEnding = z.enum([...CALL_STATUSES, 'forwarded', 'sent', 'received']);
export type ContactEnding = z.output<typeof ContactEnding>;

/** As callback rules have it; undefined for what only other contacts can end with. */
export function callStatusOf(ending: ContactEnding | undefined): CallStatus | undefined {
  return CALL_STATUSES.find((status) => status === ending);
}

export interface EndedCall {
  readonly timestamps: ContactTimestamps;
  readonly disconnectReason?: string;
  readonly machineDetection?: string;
}

/**
 * Verdicts of answering-machine detection that settle the matter; the others say "perhaps a
 * person".
 */
const BY_MACHINE_DETECTION: Readonly<Record<string, CallStatus>> = {
  VOICEMAIL_BEEP: 'voicemail',
  VOICEMAIL_NO_BEEP: 'voicemail',
  AMD_UNANSWERED: 'not-answered',
  SIT_TONE_BUSY: 'busy',
  SIT_TONE_INVALID_NUMBER: 'error',
  SIT_TONE_DETECTED: 'error',
  // A fax machine picked up: nobody will ever be reached there.
  FAX_MACHINE_DETECTED: 'error',
};

/** Disconnect reasons of calls nobody picked up. */
const BY_REASON: Readonly<Record<string, CallStatus>> = {
  TELECOM_BUSY: 'busy',
  TELECOM_UNANSWERED: 'not-answered',
  TELECOM_TIMEOUT: 'not-answered',
  // The time to ring, set with the call, ran out.
  TELECOM_ORIGINATOR_CANCEL: 'not-answered',
  CUSTOMER_NEVER_ARRIVED: 'not-answered',
  EXPIRED: 'not-answered',
  TELECOM_NUMBER_INVALID: 'error',
  TELECOM_POTENTIAL_BLOCKING: 'error',
  TELECOM_PROBLEM: 'error',
  OUTBOUND_DESTINATION_ENDPOINT_ERROR: 'error',
  OUTBOUND_RESOURCE_ERROR: 'error',
  OUTBOUND_ATTEMPT_FAILED: 'error',
};

/**
 * The status of a call that is over. An agent had it: answered. Somebody picked up and no agent
 * ever came, whoever hung up (the customer, or the flow when the longest wait was over): abandoned.
 */
export function callStatus(call: EndedCall): CallStatus {
  if (call.timestamps.connectedToAgent !== undefined) return 'answered';
  const heard = own(BY_MACHINE_DETECTION, call.machineDetection ?? '');
  if (heard !== undefined) return heard;
  if (call.timestamps.connectedToSystem !== undefined) return 'abandoned';
  return own(BY_REASON, call.disconnectReason ?? '') ?? 'error';
}

/** Whether the callee's telephone was picked up (CBR-15). */
export function connected(status: CallStatus): boolean {
  return status === 'answered' || status === 'abandoned' || status === 'voicemail';
}
