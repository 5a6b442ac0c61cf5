// What every queue of messages promises (lib/application/ports/message-queue.ts).
import { describe, expect, it } from 'vitest';
import type {
  EmailQueue,
  MessageOrder,
  MessageQueue,
  NoticeOrder,
} from '../../lib/application/ports/message-queue.ts';
import { campaignId, messageId } from '../../lib/domain/model/ids.ts';
import { NOW, ref } from '../support/records.ts';

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

interface WatchedEmails {
  readonly queue: EmailQueue;
  sent(): readonly { readonly order: NoticeOrder; readonly delay: number }[];
}

const notice: NoticeOrder = {
  campaign: campaignId('spring'),
  at: '2026-03-02T09:00:00.000Z',
  left: 3,
  limit: 5,
  supervisor: 'ewa',
  turn: NOW,
};

export function emailQueueContract(name: string, make: () => Promise<WatchedEmails>): void {
  describe(`e-mail queue: ${name}`, () => {
    it.each([0, 1, 900])('hands on an order about an alert whole: %i s', async (delay) => {
      const { queue, sent } = await make();

      await queue.send(notice, delay);

      expect(sent()).toEqual([{ order: notice, delay }]);
    });
  });
}
