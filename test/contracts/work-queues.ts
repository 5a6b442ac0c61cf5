// What every dial queue and every tick queue promises (lib/application/ports/ports.ts, DialQueue
// and TickQueue).
import { describe, expect, it } from 'vitest';
import type { DialQueue } from '../../lib/application/ports/dial-queue.ts';
import type { TickQueue } from '../../lib/application/ports/tick-queue.ts';
import type { AttemptRef } from '../../lib/domain/model/attempt-ref.ts';
import { attemptId, campaignId } from '../../lib/domain/model/ids.ts';
import { at, ref } from '../support/records.ts';

/** A queue, and what it has handed out by so many seconds after the start. */
export interface Watched<Q, T> {
  readonly queue: Q;
  readonly arrivedBy: (seconds: number) => Promise<readonly T[]>;
}

const order = (record: string): AttemptRef => ({
  ref: ref('spring', record),
  attempt: attemptId(`attempt-of-${record}`),
});

export function dialQueueContract(
  name: string,
  make: () => Promise<Watched<DialQueue, AttemptRef>>,
): void {
  const byRecord = (orders: readonly AttemptRef[]) =>
    orders.toSorted((a, b) => (a.ref.record < b.ref.record ? -1 : 1));

  describe(`dial queue: ${name}`, () => {
    it('hands out every order whole', async () => {
      const { queue, arrivedBy } = await make();
      const orders = Array.from({ length: 23 }, (_, n) => order(`r${n + 10}`));

      await queue.send(orders);

      expect(byRecord(await arrivedBy(0))).toEqual(orders);
    });

    it('hands out each order after its own delay', async () => {
      const { queue, arrivedBy } = await make();

      await queue.send([order('ann'), order('ben'), order('cid')], [0, 20, 900]);

      expect(await arrivedBy(0)).toEqual([order('ann')]);
      expect(byRecord(await arrivedBy(19))).toEqual([order('ann')]);
      expect(byRecord(await arrivedBy(20))).toEqual([order('ann'), order('ben')]);
      expect(byRecord(await arrivedBy(900))).toEqual([order('ann'), order('ben'), order('cid')]);
    });

    it('takes no order at all for nothing to do', async () => {
      const { queue, arrivedBy } = await make();

      await queue.send([]);

      expect(await arrivedBy(900)).toEqual([]);
    });
  });
}

export function tickQueueContract(
  name: string,
  make: () => Promise<Watched<TickQueue, string>>,
): void {
  describe(`tick queue: ${name}`, () => {
    it('hands out one tick of the campaign for each delay, when its time has come', async () => {
      const { queue, arrivedBy } = await make();

      await queue.send(campaignId('spring'), [0, 5, 10]);
      await queue.send(campaignId('autumn'), [7]);

      expect(await arrivedBy(0)).toEqual(['spring']);
      expect(await arrivedBy(5)).toEqual(['spring', 'spring']);
      expect((await arrivedBy(10)).toSorted()).toEqual(['autumn', 'spring', 'spring', 'spring']);
    });

    it('takes the twelve beats of a minute at once', async () => {
      const { queue, arrivedBy } = await make();
      const beats = Array.from({ length: 12 }, (_, n) => n * 5);

      await queue.send(campaignId('spring'), beats);

      expect((await arrivedBy(29)).length).toBe(6);
      expect((await arrivedBy(60)).length).toBe(12);
    });

    it('hands out a tick for each of several moments when it has come', async () => {
      const { queue, arrivedBy } = await make();
      const ticks = [15, 30, 90].map((delay) => ({ delay, due: at(delay), until: at(delay + 15) }));

      await queue.sendEach(campaignId('spring'), ticks);

      expect(await arrivedBy(14)).toEqual([]);
      expect(await arrivedBy(30)).toEqual(['spring', 'spring']);
      expect(await arrivedBy(90)).toEqual(['spring', 'spring', 'spring']);
    });
  });
}
