// A telephone network that only records calls: it accepts or refuses them, idempotent by attempt,
// and reports what a test set. The network with people in it is lib/simulation/phone-network.

import type { ContactReader, CustomerCall } from '../../application/ports/contact-reader.ts';
import type {
  Dialed,
  DialRequest,
  SurveyRequest,
  Telephony,
} from '../../application/ports/telephony.ts';
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { AttemptId, ContactId, RecordRef } from '../../domain/model/ids.ts';
import { contactId } from '../../domain/model/ids.ts';
import type { IvrWay } from '../../domain/model/inbound-call.ts';

/** Calls are placed here, and what became of them is asked here. */
export type TelephoneNetwork = Telephony & ContactReader;

export interface MemoryTelephony extends TelephoneNetwork {
  /** Every request that led to a call of its own. */
  readonly placed: readonly DialRequest[];
  readonly surveys: readonly SurveyRequest[];
  /** Connect refuses this number from now on. */
  refuse(phone: string, reason: string): void;
  /** What `describe` answers for the contact. */
  know(facts: ContactFacts): void;
  /** A customer's call that Connect knows. */
  receive(contact: ContactId, call: CustomerCall, way?: IvrWay): void;
}

export function memoryTelephony(): MemoryTelephony {
  const placed: DialRequest[] = [];
  const surveys: SurveyRequest[] = [];
  const refusals = new Map<string, string>();
  const byAttempt = new Map<AttemptId, Dialed>();
  const facts = new Map<ContactId, ContactFacts>();
  const owners = new Map<ContactId, { ref: RecordRef; attempt: AttemptId }>();
  const received = new Map<ContactId, CustomerCall>();
  const ways = new Map<ContactId, IvrWay>();
  const accept = (request: DialRequest): Dialed => {
    const contact = contactId(`contact-${placed.push(request)}`);
    facts.set(contact, { contact });
    owners.set(contact, { ref: request.ref, attempt: request.attempt });
    return { kind: 'accepted', contact };
  };
  return {
    placed,
    surveys,
    refuse(phone, reason) {
      refusals.set(phone, reason);
    },
    know(known) {
      facts.set(known.contact, known);
    },
    receive(contact, call, way) {
      received.set(contact, call);
      if (way !== undefined) ways.set(contact, way);
      facts.set(contact, { contact });
    },
    async dial(request) {
      const earlier = byAttempt.get(request.attempt);
      if (earlier) return earlier;
      const reason = refusals.get(request.phone);
      if (reason !== undefined) return { kind: 'refused', reason };
      const dialed = accept(request);
      byAttempt.set(request.attempt, dialed);
      return dialed;
    },
    async dialSurvey(request) {
      const earlier = surveys.findIndex(({ attempt }) => attempt === request.attempt);
      if (earlier >= 0) return { kind: 'accepted', contact: surveyContact(earlier) };
      const reason = refusals.get(request.phone);
      if (reason !== undefined) return { kind: 'refused', reason };
      const contact = surveyContact(surveys.push(request) - 1);
      facts.set(contact, { contact });
      owners.set(contact, { ref: request.ref, attempt: request.attempt });
      return { kind: 'accepted', contact };
    },
    describe: async (contact) => facts.get(contact),
    attemptOf: async (contact) => owners.get(contact),
    customerCall: async (contact) => received.get(contact),
    wayOf: async (contact) => ways.get(contact),
  };
}

const surveyContact = (n: number): ContactId => contactId(`survey-${n + 1}`);
