import { describe, expect, it } from 'vitest';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { JobQueue } from '../../../../lib/simulation/centre/job-queue.ts';
import { VirtualClock } from '../../../../lib/simulation/virtual-clock.ts';

async function runFor(seconds: number, clock: VirtualClock, jobs: JobQueue): Promise<void> {
  const until = clock.now() + seconds * 1000;
  await jobs.drain();
  while (clock.step(until)) await jobs.drain();
}

describe('the queue of jobs', () => {
  it('hands a job out after its delay', async () => {
    const clock = new VirtualClock(0);
    const jobs = new JobQueue(clock);
    const ran: number[] = [];

    jobs.post({ name: 'x', delay: 5, receives: 1, run: async () => void ran.push(clock.now()) });
    await runFor(60, clock, jobs);

    expect(ran).toEqual([5000]);
  });

  it('hands a job that met a fault out again, and puts it aside at last', async () => {
    const clock = new VirtualClock(0);
    const jobs = new JobQueue(clock);
    const ran: number[] = [];
    const run = async () => {
      ran.push(clock.now());
      throw new Fault('StoreUnavailable', 'not now');
    };

    jobs.post({ name: 'place-call', receives: 3, run });
    await runFor(600, clock, jobs);

    expect(ran).toEqual([0, 30_000, 60_000]);
    expect(jobs.dead).toEqual([
      { name: 'place-call', at: 60_000, error: 'StoreUnavailable: not now' },
    ]);
  });

  it('lets a bug through at once', async () => {
    const jobs = new JobQueue(new VirtualClock(0));

    jobs.post({ name: 'x', receives: 5, run: () => Promise.reject(new TypeError('bug')) });

    await expect(jobs.drain()).rejects.toThrow(TypeError);
  });

  it('runs jobs of one moment side by side', async () => {
    const jobs = new JobQueue(new VirtualClock(0));
    const steps: string[] = [];
    const job = (name: string) => ({
      name,
      receives: 1,
      run: async () => {
        steps.push(`${name} begins`);
        await Promise.resolve();
        steps.push(`${name} ends`);
      },
    });

    jobs.post(job('a'));
    jobs.post(job('b'));
    await jobs.drain();

    expect(steps).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
  });
});
