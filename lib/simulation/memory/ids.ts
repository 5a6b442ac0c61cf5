// Sortable ids without randomness, so that a replay names everything alike.
import type { Clock } from '../../application/ports/clock.ts';
import type { Ids } from '../../application/ports/ids.ts';

export function memoryIds(clock: Clock): Ids {
  let count = 0;
  return {
    next: () =>
      `${clock.now().toString(36).padStart(9, '0')}-${(count++).toString(36).padStart(6, '0')}`,
  };
}
