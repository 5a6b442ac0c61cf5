// How messages reach the environments of a thread: of a worker thread, or of this one.
import { Worker } from 'node:worker_threads';
import { FunctionHost } from './function-host.ts';
import type { FromWorker, ThreadStart, ToWorker } from './worker-messages.ts';

/** MiB for new objects in each worker thread. */
const YOUNG = 24;

export interface Carrier {
  send(messages: readonly ToWorker[]): void;
  /** Real milliseconds the code of its environments has run so far, where that is known. */
  busy(): number;
  /** Seconds of processor time so far, of user and system, beside those of the cloud's thread. */
  cpu(): Promise<number>;
  terminate(): void;
}

/** Who hears what environments say. */
export interface Hearer {
  hear(messages: readonly FromWorker[]): void;
  /** The thread has gone. */
  die(reason: string): void;
}

/** @param code where the thread starts */
export function inWorkerThread(code: URL, start: ThreadStart, hearer: Hearer): Carrier {
  const worker = new Worker(code, {
    env: {},
    workerData: start,
    // what functions use once is gone sooner in a small heap
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    stdout: true,
    stderr: true,
  });
  worker.on('message', (messages: readonly FromWorker[]) => hearer.hear(messages));
  worker.on('error', (error) => hearer.die(`Runtime exited with error: ${String(error)}`));
  worker.on('exit', () => hearer.die('Runtime exited'));
  return {
    send: (messages) => worker.postMessage(messages),
    busy: () => worker.performance.eventLoopUtilization().active,
    cpu: async () => {
      const { user, system } = await worker.cpuUsage();
      return (user + system) / 1e6;
    },
    terminate: () => void worker.terminate(),
  };
}

/**
 * No message is copied and no thread woken, up to a seventh of the processor time of a run. Code
 * that never yields stops the cloud with it, and nobody can end it.
 */
export function inThisThread({ endpoint }: ThreadStart, hearer: Hearer): Carrier {
  const host = new FunctionHost(endpoint, (messages) => hearer.hear(messages));
  return {
    send: (messages) => host.receive(messages),
    busy: () => 0,
    cpu: async () => 0,
    terminate: () => {},
  };
}
