// Runs dry runs in threads, as many at a time as there are processors; all of them stop when told
// to.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type {
  DryRunOutcome,
  DryRunPlan,
  DryRunProgress,
} from '../../simulation/dry-run/dry-run.ts';
import type { WorkerData, WorkerMessage } from './worker.ts';

/**
 * MB of live objects one thread may hold: V8 lets garbage lie up to it. A list takes about 40 times
 * its bytes.
 */
function heapFor({ campaigns }: DryRunPlan): number {
  const bytes = campaigns.reduce((sum, { contacts }) => sum + (contacts?.bytes.length ?? 0), 0);
  return Math.ceil(320 + (40 * bytes) / 2 ** 20);
}

/** MB. Most of what a run makes is gone a moment later; with room for it, little is copied. */
const YOUNG = 192;

export interface Runs {
  readonly outcomes: Promise<readonly DryRunOutcome[]>;
  stop(): void;
}

/** @param onProgress told how far the run with this number has come */
export function runPlans(
  plans: readonly DryRunPlan[],
  onProgress: (run: number, progress: DryRunProgress) => void,
): Runs {
  const stop = new SharedArrayBuffer(4);
  const outcomes: DryRunOutcome[] = [];
  const waiting = plans.map((plan, run) => ({ plan, run }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { plan, run } = next;
      outcomes[run] = await inThread({ plan, stop }, (progress) => onProgress(run, progress));
    }
  };
  const threads = Math.min(plans.length, availableParallelism());
  return {
    outcomes: Promise.all(Array.from({ length: threads }, work)).then(() => outcomes),
    stop: () => void Atomics.store(new Int32Array(stop), 0, 1),
  };
}

function inThread(
  workerData: WorkerData,
  onProgress: (progress: DryRunProgress) => void,
): Promise<DryRunOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: heapFor(workerData.plan),
        maxYoungGenerationSizeMb: YOUNG,
      },
    });
    worker.on('message', (message: WorkerMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else resolve(message.outcome);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a dry run ended without a result (${code})`)));
  });
}
