// One dry run in a thread of its own, so that the command can draw its progress, hear Ctrl-C and
// run variants side by side.
import { parentPort, workerData } from 'node:worker_threads';
import {
  type DryRunOutcome,
  type DryRunPlan,
  type DryRunProgress,
  dryRun,
} from '../../simulation/dry-run/dry-run.ts';

export interface WorkerData {
  readonly plan: DryRunPlan;
  /** One 32-bit word, not zero once the run is to stop. */
  readonly stop: SharedArrayBuffer;
}

export type WorkerMessage =
  | { readonly progress: DryRunProgress }
  | { readonly outcome: DryRunOutcome };

const { plan, stop } = workerData as WorkerData;
const stopped = new Int32Array(stop);
const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

tell({
  outcome: await dryRun(plan, {
    onProgress: (progress) => tell({ progress }),
    isStopped: () => Atomics.load(stopped, 0) !== 0,
  }),
});
