import { describe, expect, it } from 'vitest';
import { callStatus, connected } from '../../../../lib/domain/model/call-status.ts';
import type { ContactTimestamps } from '../../../../lib/domain/model/contact-timestamps.ts';
import { CALL_STATUSES } from '../../../../lib/language/schema/rule.ts';
import { at } from '../../../support/records.ts';

const rang: ContactTimestamps = { initiated: at(0), disconnected: at(25) };
const pickedUp: ContactTimestamps = { ...rang, connectedToSystem: at(9) };
const queued: ContactTimestamps = { ...pickedUp, enqueued: at(10) };
const withAgent: ContactTimestamps = { ...queued, connectedToAgent: at(11) };

const ended = (marks: ContactTimestamps, disconnectReason?: string, machineDetection?: string) =>
  callStatus({
    timestamps: marks,
    disconnectReason,
    machineDetection,
  });

describe('the status of a call (CBR-2)', () => {
  it.each([
    ['answered', withAgent, 'CUSTOMER_DISCONNECT', undefined],
    ['answered', withAgent, 'AGENT_DISCONNECT', 'HUMAN_ANSWERED'],
    ['answered', withAgent, 'TELECOM_PROBLEM', undefined],
    ['abandoned', pickedUp, 'CUSTOMER_DISCONNECT', undefined],
    ['abandoned', queued, 'CUSTOMER_DISCONNECT', 'HUMAN_ANSWERED'],
    ['abandoned', queued, 'CONTACT_FLOW_DISCONNECT', undefined],
    ['abandoned', queued, 'SOMETHING_NEW', 'AMD_UNRESOLVED'],
    ['voicemail', pickedUp, 'CONTACT_FLOW_DISCONNECT', 'VOICEMAIL_BEEP'],
    ['voicemail', queued, 'CUSTOMER_DISCONNECT', 'VOICEMAIL_NO_BEEP'],
    ['not-answered', rang, 'TELECOM_UNANSWERED', undefined],
    ['not-answered', rang, 'TELECOM_TIMEOUT', undefined],
    ['not-answered', rang, 'TELECOM_ORIGINATOR_CANCEL', undefined],
    ['not-answered', rang, 'OTHER', 'AMD_UNANSWERED'],
    ['busy', rang, 'TELECOM_BUSY', undefined],
    ['busy', rang, 'OTHER', 'SIT_TONE_BUSY'],
    ['error', rang, 'TELECOM_NUMBER_INVALID', undefined],
    ['error', rang, 'OUTBOUND_ATTEMPT_FAILED', 'AMD_NOT_APPLICABLE'],
    ['error', pickedUp, 'OTHER', 'FAX_MACHINE_DETECTED'],
    ['error', rang, 'SOMETHING_NEW', undefined],
    ['error', rang, undefined, undefined],
  ] as const)('is %s', (status, marks, reason, detection) => {
    expect(ended(marks, reason, detection)).toBe(status);
  });

  it('says whether the telephone was picked up (CBR-15)', () => {
    expect(CALL_STATUSES.filter(connected)).toEqual(['answered', 'abandoned', 'voicemail']);
  });
});
