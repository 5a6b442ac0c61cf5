import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueSettings } from '../../../../lib/local/sqs/sqs-queue.ts';
import { SqsQueues } from '../../../../lib/local/sqs/sqs-queues.ts';
import { SimulatedTime } from '../../../../lib/local/time.ts';

function world(settings: Partial<QueueSettings> = {}) {
  const time = new SimulatedTime(0);
  const location = { partition: 'aws', account: '0', region: 'r', endpoint: 'http://h' } as const;
  const queues = new SqsQueues({ location, time, faults: {} });
  const defaults = { delay: 0, visibilityTimeout: 30, retention: 345_600, redrive: undefined };
  const dead = queues.create({ ...defaults, name: 'dead' });
  const queue = queues.create({ ...defaults, name: 'work', ...settings });
  const send = (body: string, group?: string) => queue.send({ body, group, sender: 'me' });
  return { time, queue, dead, send };
}

const bodies = (messages: readonly { readonly body: string }[]) => messages.map(({ body }) => body);

describe('a queue', () => {
  it('lets groups take turns, so one busy campaign does not starve another', () => {
    const { queue, send } = world();
    for (const body of ['a1', 'a2', 'a3']) send(body, 'a');
    send('b1', 'b');
    send('c1', 'c');

    expect(bodies(queue.receive(10))).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  });

  it('shows a message again when its visibility timeout has passed', async () => {
    const { time, queue, send } = world({ visibilityTimeout: 30 });
    send('x');

    const first = queue.receive(1);
    const meanwhile = queue.receive(1);
    await time.until(30_000);
    const again = queue.receive(1);

    expect([first, meanwhile, again].map(bodies)).toEqual([['x'], [], ['x']]);
    expect(again[0]?.receiveCount).toBe(2);
  });

  it('hides a message longer, or not at all, when told so', async () => {
    const { time, queue, send } = world();
    send('x');
    const [received] = queue.receive(1);

    queue.changeVisibility(received?.receiptHandle ?? '', 90);
    await time.until(60_000);
    const hidden = queue.counts();
    queue.changeVisibility(received?.receiptHandle ?? '', 0);

    expect([hidden.available, queue.counts().available]).toEqual([0, 1]);
  });

  it('takes no notice of the receiptHandle of an earlier delivery', async () => {
    const { time, queue, send } = world();
    send('x');
    const [first] = queue.receive(1);
    await time.until(30_000);
    queue.receive(1);

    queue.delete(first?.receiptHandle ?? '');

    expect(queue.counts().inFlight).toBe(1);
  });

  it('drops a message that has outlived its retention', async () => {
    const { time, queue, send } = world({ retention: 60 });
    send('old');
    await time.until(45_000);
    send('young');
    await time.until(61_000);

    expect(bodies(queue.receive(10))).toEqual(['young']);
  });

  it('forgets everything when purged', async () => {
    const { time, queue, send } = world();
    send('a');
    queue.receive(1);
    send('b');
    queue.send({ body: 'c', sender: 'me', delay: 60 });

    queue.purge();
    await time.untilQuiet();

    expect(queue.counts()).toEqual({ available: 0, delayed: 0, inFlight: 0 });
  });

  it('hands out every message exactly once when each is deleted, whatever groups and batch sizes', () => {
    const message = fc.record({
      group: fc.option(fc.constantFrom('a', 'b', 'c')),
      body: fc.uuid(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(message, { selector: (m) => m.body }),
        fc.integer({ min: 1, max: 10 }),
        (sent, size) => {
          const { queue, send } = world();
          for (const { body, group } of sent) send(body, group ?? undefined);

          const got: string[] = [];
          while (queue.counts().available > 0)
            for (const { body, receiptHandle } of queue.receive(size)) {
              got.push(body);
              queue.delete(receiptHandle);
            }

          expect(got.toSorted()).toEqual(sent.map(({ body }) => body).toSorted());
          expect(queue.counts()).toEqual({ available: 0, delayed: 0, inFlight: 0 });
        },
      ),
      { seed: 3, numRuns: 50 },
    );
  });
});
