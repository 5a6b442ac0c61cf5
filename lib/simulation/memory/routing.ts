// The order of waiting contacts in memory: what each was raised to.

import type { Routing } from '../../application/ports/routing.ts';
import type { ContactId } from '../../domain/model/ids.ts';

export interface MemoryRouting extends Routing {
  levelOf(contact: ContactId): number | undefined;
  /** The contact is over. */
  end(contact: ContactId): void;
}

export function memoryRouting(): MemoryRouting {
  const levels = new Map<ContactId, number>();
  const over = new Set<ContactId>();
  return {
    levelOf: (contact) => levels.get(contact),
    end: (contact) => void over.add(contact),
    async prioritise(contact, level) {
      if (over.has(contact)) return 'gone';
      levels.set(contact, level);
      return 'set';
    },
  };
}
