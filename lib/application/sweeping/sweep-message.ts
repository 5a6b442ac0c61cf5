// A message that hangs: whether it was sent is not known, so it is not sent again, and the timeline
// says so.

import { moveMessage } from '../../domain/messaging/message-changes.ts';
import type { Message } from '../../domain/model/message.ts';
import type { PortsOf } from '../tasks/task-ports.ts';

export async function sweepMessage(listed: Message, ports: PortsOf<'sweeper'>): Promise<boolean> {
  const [record, message] = await Promise.all([
    ports.records.load(listed),
    ports.records.loadMessage(listed, listed.id),
  ]);
  if (record === undefined || message?.state !== 'sending') return false;
  const change = moveMessage(record, message, { to: 'unknown' }, ports.clock.now());
  return (await ports.records.commit(change)) === 'committed';
}
