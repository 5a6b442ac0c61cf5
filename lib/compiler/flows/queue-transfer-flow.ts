// What runs when an agent hands a caller on to another queue by its quick connect, type
// QUEUE_TRANSFER: the quick connect has named the queue already. A queue that is full or gone ends
// the transfer; the agent still has the caller then.

import { chain, composeFlow, step, terminal } from './compose-flow.ts';
import type { Flow } from './flow.ts';

const HANG_UP = 'hang-up';

export function renderQueueTransferFlow(): Flow {
  const transfer = step(
    'transfer',
    'TransferContactToQueue',
    {},
    { errors: { NoMatchingError: HANG_UP, QueueAtCapacity: HANG_UP }, next: HANG_UP },
  );
  return composeFlow('Queue transfer', [
    ...chain([transfer], HANG_UP),
    terminal(HANG_UP, 'DisconnectParticipant'),
  ]);
}
