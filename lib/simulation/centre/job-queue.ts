// Work in the simulated centre: what queues, streams, schedules and the bus start. Jobs of one
// moment run at the same time, as functions do, so rivals meet; a job that fails is handed out
// again and at last put aside.
import { Fault } from '../../application/tasks/faults.ts';
import type { Scheduler } from '../virtual-clock.ts';
import { Killed } from './crashing-ports.ts';

export interface Job {
  readonly name: string;
  /** Seconds until it is handed out. */
  readonly delay?: number;
  /** How often it is handed out before it is put aside; 1 for what nothing repeats. */
  readonly receives: number;
  run(): Promise<unknown>;
}

/** A job that failed for good: on AWS it is in a dead-letter queue, or its run is marked failed. */
export interface DeadJob {
  readonly name: string;
  readonly at: number;
  readonly error: string;
}

/** Seconds until a job that failed is handed out again: SQS's visibility timeout. */
const VISIBILITY = 30;

export class JobQueue {
  readonly dead: DeadJob[] = [];
  private readonly clock: Scheduler;
  private ready: Job[] = [];

  constructor(clock: Scheduler) {
    this.clock = clock;
  }

  post(job: Job): void {
    const { delay = 0 } = job;
    if (delay === 0) this.ready.push(job);
    else this.clock.at(this.clock.now() + Math.round(delay * 1000), () => this.ready.push(job));
  }

  /** Runs what is ready, and what that makes ready, at this moment. */
  async drain(): Promise<void> {
    while (this.ready.length > 0) {
      const batch = this.ready;
      this.ready = [];
      if (batch.length === 1 && batch[0]) await this.attempt(batch[0]);
      else await Promise.all(batch.map((job) => this.attempt(job)));
    }
  }

  private async attempt(job: Job): Promise<void> {
    try {
      await job.run();
    } catch (error) {
      if (!isOfTheWorld(error)) throw error;
      if (job.receives > 1) this.post({ ...job, receives: job.receives - 1, delay: VISIBILITY });
      else this.dead.push({ name: job.name, at: this.clock.now(), error: String(error) });
    }
  }
}

/** Anything else is a mistake of ours, which no simulation may hide. */
function isOfTheWorld(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isOfTheWorld);
  return error instanceof Fault || error instanceof Killed;
}
