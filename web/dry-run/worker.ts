// A dry run in a thread of the browser: the page stays quick, and nothing of people leaves the
// machine. The gates, rules and pacing are those of the product (lib/simulation/dry-run).
import { dryRun } from '../../lib/simulation/dry-run/dry-run.ts';
import type { DryRunMessage, DryRunOrder, DryRunProgress } from './messages.ts';
import { planOf } from './plan.ts';

const tell = (message: DryRunMessage): void => postMessage(message);

/** ms between two tellings of how far it is: more often is more than anybody sees. */
const EVERY = 100;

addEventListener('message', ({ data }: MessageEvent<DryRunOrder>) => {
  const planned = planOf(data);
  if (planned.kind === 'impossible') return tell(planned);
  let told = 0;
  const onProgress = (progress: DryRunProgress) => {
    const now = performance.now();
    if (now - told < EVERY) return;
    told = now;
    tell({ kind: 'progress', progress });
  };
  void dryRun(planned.plan, { onProgress }).then(
    (outcome) => tell({ kind: 'ended', outcome }),
    // an error that nobody catches reaches the page, which says so
    (error: unknown) => setTimeout(() => reportError(error)),
  );
});
