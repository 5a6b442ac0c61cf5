// Sortable ids without randomness, so that a replay names everything alike.
import type { Clock, Ids } from '../../domain/ports.ts';

export function memoryIds(clock: Clock): Ids {
  let count = 0;
  return {
    next: () =>
      `${clock.now().toString(36).padStart(9, '0')}-${(count++).toString(36).padStart(6, '0')}`,
  };
}
