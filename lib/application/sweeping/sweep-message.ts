// A message that hangs. One that was surely not sent is ordered again, and given up after days; of
// one that may have been sent that is not known, so it is not sent again, and the timeline says so.

import { remedyOf } from '../../domain/messaging/hanging.ts';
import { type MessageMove, moveMessage } from '../../domain/messaging/message-changes.ts';
import type { Message } from '../../domain/model/message.ts';
import { moveOf } from '../messaging/sending.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { untilCommitted } from '../until-committed.ts';

const TOO_LATE = 'it could not be sent for days';

/**
 * Whether something was done about it; a message that somebody else moves meanwhile is left to the
 * next run.
 */
export async function sweepMessage(listed: Message, ports: PortsOf<'sweeper'>): Promise<boolean> {
  const { records, clock } = ports;
  const [record, message] = await Promise.all([
    records.load(listed),
    records.loadMessage(listed, listed.id),
  ]);
  if (record === undefined || message === undefined) return false;
  const now = clock.now();
  const move = moveFor(message, remedyOf(message, now));
  if (move === undefined) return false;
  const committed = await records.commit(await moveOf({ record, message }, move, ports));
  if (committed !== 'committed') return false;
  if (move.to === 'ordered') await orderAgain(message, ports);
  return true;
}

/**
 * Messages that an earlier version ordered without listing them: from now on they hang like any
 * other, so that one whose order got lost is found a while later.
 */
export async function listOlderOrders(ports: PortsOf<'sweeper'>): Promise<void> {
  const { olderOrders, records, clock } = ports;
  const part = await olderOrders.part();
  if (part === undefined) return;
  for (const listed of part.messages) {
    await untilCommitted(`message ${listed.id}`, async () => {
      const [record, message] = await Promise.all([
        records.load(listed),
        records.loadMessage(listed, listed.id),
      ]);
      if (record === undefined || message?.state !== 'ordered') return 'moved meanwhile';
      const move = { to: 'ordered', from: 'ordered', turn: message.turn } as const;
      return records.commit(moveMessage(record, message, move, clock.now()));
    });
  }
  await olderOrders.pass(part);
}

function moveFor(message: Message, remedy: ReturnType<typeof remedyOf>): MessageMove | undefined {
  switch (remedy) {
    case 'leave':
      return undefined;
    case 'unknown':
      return { to: 'unknown' };
    case 'give-up':
      return { to: 'failed', reason: TOO_LATE };
    case 'order-again':
      // the next look at it is as far away as if it had just been ordered; its turn stays, it has
      // waited for it
      return { to: 'ordered', from: 'ordered', turn: message.turn };
  }
}

function orderAgain(message: Message, { smsQueue, emailQueue }: PortsOf<'sweeper'>): Promise<void> {
  const queue = message.content.kind === 'sms' ? smsQueue : emailQueue;
  const { campaign, record, id } = message;
  return queue.send({ ref: { campaign, record }, message: id }, 0);
}
