// Places in the paths of overflow blocks, in memory.

import type { CallSlots, SlotPlace } from '../../application/ports/call-slots.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { LONGEST_CALL } from '../../domain/records/deadlines.ts';

/** A call that lasted longer has lost its end. */
const LONGEST_CALL_MS = LONGEST_CALL * 1000;

export function memoryCallSlots(): CallSlots {
  const places = new Map<string, Map<ContactId, Instant>>();
  const callsIn = ({ campaign, ivr, block }: SlotPlace) => {
    const key = `${campaign}/${ivr}/${block}`;
    const calls = places.get(key) ?? new Map<ContactId, Instant>();
    places.set(key, calls);
    return calls;
  };
  return {
    async take(place, contact, most, now) {
      const calls = callsIn(place);
      if (calls.has(contact)) return true;
      for (const [other, since] of calls) if (now - since > LONGEST_CALL_MS) calls.delete(other);
      if (calls.size >= most) return false;
      calls.set(contact, now);
      return true;
    },
    async free(place, contact) {
      callsIn(place).delete(contact);
    },
  };
}
