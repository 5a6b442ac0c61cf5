// The threads that host execution environments of functions, each those of several: a thread of its
// own for each would cost 25 MiB and its start. Few worker threads make a second processor busy;
// the cloud's own thread does without messages between threads, which take more than that gains.
import { availableParallelism } from 'node:os';
import { type Carrier, inThisThread, inWorkerThread } from './carriers.ts';
import { workerCode } from './worker-code.ts';
import type {
  FromEnvironment,
  FromWorker,
  ThreadStart,
  ToEnvironment,
  ToWorker,
} from './worker-messages.ts';

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

export class FunctionThread {
  /** Environments that have ended here. */
  ended = 0;
  private readonly carrier: Carrier;
  private readonly hosted = new Map<number, Hosted>();
  private readonly ending = new Map<number, NodeJS.Timeout>();
  private pending: ToWorker[] = [];
  private last = 0;
  private isGone = false;

  /** @param code where a worker thread starts; undefined: it is this thread */
  constructor(code: URL | undefined, start: ThreadStart, gone: () => void) {
    const hearer = {
      hear: (messages: readonly FromWorker[]) => {
        for (const [environment, message] of messages) this.receive(environment, message);
      },
      die: (reason: string) => {
        this.isGone = true;
        gone();
        for (const timer of this.ending.values()) clearTimeout(timer);
        for (const each of this.hosted.values()) each.die(reason);
        this.hosted.clear();
      },
    };
    this.carrier = code ? inWorkerThread(code, start, hearer) : inThisThread(start, hearer);
  }

  /** Real milliseconds its code has run so far. */
  get busy(): number {
    return this.carrier.busy();
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

  /** Seconds of processor time so far, of user and system; none of this thread's. */
  async cpu(): Promise<number> {
    return this.isGone ? 0 : this.carrier.cpu();
  }

  terminate(): void {
    this.carrier.terminate();
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
    this.carrier.send(messages);
  }
}

export class FunctionThreads {
  private readonly start: ThreadStart;
  private readonly workers = new Set<FunctionThread>();
  /** This thread, where it hosts environments. */
  private readonly own: FunctionThread | undefined;

  /** @param inThis environments are hosted in this thread, as long as few have ended in it */
  constructor(start: ThreadStart, inThis: boolean) {
    this.start = start;
    this.own = inThis ? new FunctionThread(undefined, start, () => {}) : undefined;
  }

  /** Where a new worker thread would start; undefined: this thread hosts what is new. */
  async code(): Promise<URL | undefined> {
    return this.own && isFit(this.own) ? undefined : workerCode();
  }

  /**
   * Where a new environment is hosted: in a new thread, as long as there are few, or in the one
   * with the fewest, of several in the one that has been least busy. That alone would leave a
   * thread idle that was busy with something at the start, an import.
   *
   * @param code as above
   */
  next(code: URL | undefined): FunctionThread {
    if (this.own && code === undefined) return this.own;
    const fit = [...this.workers].filter(isFit);
    if (fit.length < Math.min(availableParallelism(), MOST_THREADS)) return this.started(code);
    const order = (a: FunctionThread, b: FunctionThread) =>
      a.hanging - b.hanging || a.environments - b.environments || a.busy - b.busy;
    return fit.reduce((least, each) => (order(each, least) < 0 ? each : least));
  }

  /** Seconds of processor time so far. */
  async cpu(): Promise<number> {
    const all = await Promise.all([...this.workers].map((thread) => thread.cpu()));
    return all.reduce((sum, each) => sum + each, 0);
  }

  stop(): void {
    for (const thread of this.workers) thread.terminate();
  }

  private started(code: URL | undefined): FunctionThread {
    const thread: FunctionThread = new FunctionThread(code, this.start, () =>
      this.workers.delete(thread),
    );
    this.workers.add(thread);
    return thread;
  }
}

const isFit = ({ ended }: FunctionThread): boolean => ended <= MOST_ENDED;
