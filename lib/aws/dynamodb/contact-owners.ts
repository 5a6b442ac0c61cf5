// Whose call a contact is, remembered by a running function.
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import type { ContactOwner } from './record-items.ts';

/** Calls whose owner a running function knows without asking. */
const MOST_OWNERS = 1000;

/** A call has up to five events, most of which the same few functions handle. */
export function contactOwners(read: (contact: ContactId) => Promise<ContactOwner | undefined>) {
  const known = new Map<ContactId, AttemptRef>();
  return async (contact: ContactId): Promise<AttemptRef | undefined> => {
    const before = known.get(contact);
    if (before !== undefined) return before;
    const found = await read(contact);
    if (found === undefined) return undefined;
    const { isFinal, ...owner } = found;
    if (isFinal) known.set(contact, owner);
    const [oldest] = known.keys();
    if (known.size > MOST_OWNERS && oldest !== undefined) known.delete(oldest);
    return owner;
  };
}
