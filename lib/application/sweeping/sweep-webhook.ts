// An endpoint whose deliveries wait and nobody comes: the message that should have brought somebody
// was lost, or its webhook is back in the definitions. Or it was switched off and nobody was told.
import type { EndpointRef } from '../../domain/webhooks/endpoint.ts';
import { type EndpointState, isStuck } from '../../domain/webhooks/endpoint-state.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { awaken, tellDisabled } from '../webhooks/endpoint-line.ts';
import { looksAtSoundWebhooks } from './looks.ts';

/**
 * Nothing waits for an endpoint that is sound, unless a function died after it had stored the
 * delivery and before it could ask for the line to be worked.
 */
const isSound = ({ held, wakeAt }: EndpointState): boolean => !held && wakeAt === undefined;

/** Whether there was anything to do. */
export async function sweepWebhook(
  endpoint: EndpointRef,
  state: EndpointState,
  ports: PortsOf<'sweeper'>,
): Promise<boolean> {
  const now = ports.clock.now();
  if (state.disabled !== undefined) {
    if (state.disabled.told) return false;
    await tellDisabled(endpoint, state, ports);
    return true;
  }
  if (isSound(state) && !looksAtSoundWebhooks(now)) return false;
  const [longest] = await ports.webhooks.waiting(endpoint, 1);
  if (!isStuck(state, longest?.due, now)) return false;
  await awaken(endpoint, now, ports);
  return true;
}
