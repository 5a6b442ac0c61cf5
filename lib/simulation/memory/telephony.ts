// A telephone network that only takes notes: it accepts or refuses calls, idempotent by attempt, and tells
// what a test made it know. The network with people in it is lib/simulation/world.
import { type AttemptId, type ContactId, contactId, type RecordRef } from '../../domain/ids.ts';
import type { ContactFacts, Dialed, DialRequest, Telephony } from '../../domain/ports.ts';

export interface MemoryTelephony extends Telephony {
  /** Every request that led to a call of its own. */
  readonly placed: readonly DialRequest[];
  /** Connect refuses this number from now on. */
  refuse(phone: string, reason: string): void;
  /** What `describe` answers for the contact. */
  know(facts: ContactFacts): void;
}

export function memoryTelephony(): MemoryTelephony {
  const placed: DialRequest[] = [];
  const refusals = new Map<string, string>();
  const byAttempt = new Map<AttemptId, Dialed>();
  const facts = new Map<ContactId, ContactFacts>();
  const owners = new Map<ContactId, { ref: RecordRef; attempt: AttemptId }>();
  const accept = (request: DialRequest): Dialed => {
    const contact = contactId(`contact-${placed.push(request)}`);
    facts.set(contact, { contact });
    owners.set(contact, { ref: request.ref, attempt: request.attempt });
    return { kind: 'accepted', contact };
  };
  return {
    placed,
    refuse(phone, reason) {
      refusals.set(phone, reason);
    },
    know(known) {
      facts.set(known.contact, known);
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
    describe: async (contact) => facts.get(contact),
    attemptOf: async (contact) => owners.get(contact),
  };
}
