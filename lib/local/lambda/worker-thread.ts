// A worker thread that hosts execution environments of several functions. A thread of its own for
// each would cost 25 MiB and its start; here they share both, and a second processor is busy all
// the same as there are a few threads.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type {
  FromEnvironment,
  FromWorker,
  ThreadStart,
  ToEnvironment,
  ToWorker,
} from './worker-messages.ts';

/** MiB for new objects in each thread. */
const YOUNG = 24;
const MOST_THREADS = 4;
/** Code of environments that have ended stays in memory as long as their thread. */
const MOST_ENDED = 60;
/** Real ms in which an environment has to end; code that never yields takes its thread along. */
const TO_END = 2000;

/** Who hears what an environment says. */
export interface Hosted {
  receive(message: FromEnvironment): void;
  /** Its thread is gone. */
  die(reason: string): void;
}

export class WorkerThread {
  /** Environments that have ended here. */
  ended = 0;
  private readonly worker: Worker;
  private readonly hosted = new Map<number, Hosted>();
  private readonly ending = new Map<number, NodeJS.Timeout>();
  private pending: ToWorker[] = [];
  private last = 0;
  private isGone = false;

  constructor(code: URL, start: ThreadStart, gone: () => void) {
    this.worker = new Worker(code, {
      env: {},
      workerData: start,
      // what functions use once is gone sooner in a small heap
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      stdout: true,
      stderr: true,
    });
    const die = (reason: string) => {
      this.isGone = true;
      gone();
      for (const timer of this.ending.values()) clearTimeout(timer);
      for (const each of this.hosted.values()) each.die(reason);
      this.hosted.clear();
    };
    this.worker.on('message', (messages: readonly FromWorker[]) => {
      for (const [environment, message] of messages) this.receive(environment, message);
    });
    this.worker.on('error', (error) => die(`Runtime exited with error: ${String(error)}`));
    this.worker.on('exit', () => die('Runtime exited'));
  }

  /** Real milliseconds its code has run so far. */
  get busy(): number {
    return this.worker.performance.eventLoopUtilization().active;
  }

  get environments(): number {
    return this.hosted.size;
  }

  /** Environments that were told to end and have not. */
  get hanging(): number {
    return this.ending.size;
  }

  /** @returns the number of the environment */
  host(environment: Hosted): number {
    this.last += 1;
    this.hosted.set(this.last, environment);
    return this.last;
  }

  /** What one turn of the event loop says travels together. */
  post(environment: number, message: ToEnvironment): void {
    if (this.isGone) return;
    if (this.pending.length === 0) setImmediate(() => this.flush());
    this.pending.push([environment, message]);
  }

  end(environment: number): void {
    if (!this.hosted.delete(environment) || this.isGone) return;
    this.ended += 1;
    this.post(environment, { kind: 'end' });
    const timer = setTimeout(() => this.terminate(), TO_END);
    timer.unref();
    this.ending.set(environment, timer);
  }

  /** Seconds of processor time so far, of user and system. */
  async cpu(): Promise<number> {
    if (this.isGone) return 0;
    const { user, system } = await this.worker.cpuUsage();
    return (user + system) / 1e6;
  }

  terminate(): void {
    void this.worker.terminate();
  }

  private receive(environment: number, message: FromEnvironment): void {
    if (message.kind === 'ended') {
      clearTimeout(this.ending.get(environment));
      this.ending.delete(environment);
      if (this.ended > MOST_ENDED && this.hosted.size === 0) this.terminate();
      return;
    }
    this.hosted.get(environment)?.receive(message);
  }

  private flush(): void {
    const messages = this.pending;
    this.pending = [];
    this.worker.postMessage(messages);
  }
}

export class WorkerThreads {
  private readonly start: ThreadStart;
  private readonly threads = new Set<WorkerThread>();

  constructor(start: ThreadStart) {
    this.start = start;
  }

  /**
   * Where a new environment is hosted: in a new thread, as long as there are few, or in the one
   * with the fewest, of several in the one that has been least busy. That alone would leave a
   * thread idle that was busy with something at the start, an import.
   *
   * @param code where a thread starts
   */
  next(code: URL): WorkerThread {
    const fit = [...this.threads].filter(({ ended }) => ended <= MOST_ENDED);
    if (fit.length < Math.min(availableParallelism(), MOST_THREADS)) return this.started(code);
    const order = (a: WorkerThread, b: WorkerThread) =>
      a.hanging - b.hanging || a.environments - b.environments || a.busy - b.busy;
    return fit.reduce((least, each) => (order(each, least) < 0 ? each : least));
  }

  /** Seconds of processor time so far. */
  async cpu(): Promise<number> {
    const all = await Promise.all([...this.threads].map((thread) => thread.cpu()));
    return all.reduce((sum, each) => sum + each, 0);
  }

  stop(): void {
    for (const thread of this.threads) thread.terminate();
  }

  private started(code: URL): WorkerThread {
    const thread: WorkerThread = new WorkerThread(code, this.start, () =>
      this.threads.delete(thread),
    );
    this.threads.add(thread);
    return thread;
  }
}
