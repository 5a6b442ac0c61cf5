import { describe, expect, it } from 'vitest';
import { attemptId, campaignId } from '../../../../lib/domain/model/ids.ts';
import { memoryDialQueue, memoryTickQueue } from '../../../../lib/simulation/memory/queues.ts';
import { ref } from '../../../support/records.ts';

const order = (record: string) => ({
  ref: ref('spring', record),
  attempt: attemptId(`a-${record}`),
});

describe('the queue of dial orders in memory', () => {
  it('keeps the orders with their delays', async () => {
    const queue = memoryDialQueue();

    await queue.send([order('ann'), order('ben')], [0, 20]);
    await queue.send([order('cid')]);

    expect(queue.sent).toEqual([
      { body: order('ann'), delay: 0 },
      { body: order('ben'), delay: 20 },
      { body: order('cid'), delay: 0 },
    ]);
  });

  it('hands them on instead when told where to', async () => {
    const delivered: unknown[] = [];
    const queue = memoryDialQueue((message) => void delivered.push(message));

    await queue.send([order('ann')], [3]);

    expect(delivered).toEqual([{ body: order('ann'), delay: 3 }]);
    expect(queue.sent).toEqual([]);
  });

  it.for([-1, 901, 0.5])('refuses a delay of %d seconds, as SQS does', async (delay) => {
    await expect(memoryDialQueue().send([order('ann')], [delay])).rejects.toThrow(RangeError);
  });
});

describe('the queue of ticks in memory', () => {
  it('sends one tick for each delay', async () => {
    const queue = memoryTickQueue();

    await queue.send(campaignId('spring'), [0, 5]);

    expect(queue.sent).toEqual([
      { body: 'spring', delay: 0 },
      { body: 'spring', delay: 5 },
    ]);
  });
});
