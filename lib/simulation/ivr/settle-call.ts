// What follows the end of a call: Connect's events arrive, and the record is settled as after a
// real call.
import type { Ports } from '../../application/ports/ports.ts';
import { USE_CASES } from '../centre/use-cases.ts';
import type { CallOutcome } from './call-progress.ts';

export async function settleCall(
  contact: string,
  { moments, agent, queued }: CallOutcome,
  ports: Ports,
): Promise<void> {
  const { initiated, enqueued, answered, disconnected } = moments;
  if (disconnected === undefined) return;
  await USE_CASES['contact-events'](
    {
      contact,
      initiated,
      connectedToSystem: initiated,
      disconnected,
      enqueued,
      connectedToAgent: answered,
      agent,
      queue: queued.length > 0 ? queued.at(-1)?.target.name : undefined,
    },
    ports,
  );
}
