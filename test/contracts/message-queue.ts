// What every queue of messages promises (lib/application/ports/message-queue.ts).
import { describe, expect, it } from 'vitest';
import type { MessageOrder, MessageQueue } from '../../lib/application/ports/message-queue.ts';
import { messageId } from '../../lib/domain/model/ids.ts';
import { ref } from '../support/records.ts';

interface Watched {
  readonly queue: MessageQueue;
  /** What was sent, with the seconds it waits. */
  sent(): readonly { readonly order: MessageOrder; readonly delay: number }[];
}

const order: MessageOrder = { ref: ref('spring', 'ann'), message: messageId('a1.text') };

export function messageQueueContract(name: string, make: () => Promise<Watched>): void {
  describe(`message queue: ${name}`, () => {
    it.each([0, 1, 900])('hands on an order whole, with its delay: %i s', async (delay) => {
      const { queue, sent } = await make();

      await queue.send(order, delay);

      expect(sent()).toEqual([{ order, delay }]);
    });
  });
}
