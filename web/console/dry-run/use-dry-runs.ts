// Dry runs under way, each in a thread of its own; they end with the page.
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  CentreFigures,
  DryRunMessage,
  DryRunOrder,
  DryRunProgress,
} from '../../dry-run/messages.ts';

export type Run =
  | { readonly kind: 'running'; readonly progress?: DryRunProgress }
  | { readonly kind: 'ran'; readonly figures: CentreFigures }
  | {
      readonly kind: 'refused';
      readonly because: 'list' | 'switch' | 'settings';
      readonly reasons: readonly string[];
    }
  | { readonly kind: 'failed' };

export interface DryRuns {
  readonly runs: readonly Run[];
  readonly start: (orders: readonly DryRunOrder[]) => void;
  readonly stop: () => void;
}

export function useDryRuns(): DryRuns {
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const workers = useRef<readonly Worker[]>([]);
  const end = useCallback(() => {
    for (const worker of workers.current) worker.terminate();
    workers.current = [];
  }, []);
  useEffect(() => end, [end]);
  const start = (orders: readonly DryRunOrder[]) => {
    end();
    setRuns(orders.map(() => ({ kind: 'running' })));
    workers.current = orders.map((order, n) => {
      const worker = new Worker(DRY_RUN_WORKER, { type: 'module' });
      const now = (run: Run) => {
        setRuns((before) => before.map((one, at) => (at === n ? run : one)));
        if (run.kind !== 'running') worker.terminate();
      };
      worker.onmessage = ({ data }: MessageEvent<DryRunMessage>) => now(runOf(data));
      worker.onerror = () => now({ kind: 'failed' });
      worker.postMessage(order);
      return worker;
    });
  };
  const stop = () => {
    end();
    setRuns([]);
  };
  return { runs, start, stop };
}

function runOf(message: DryRunMessage): Run {
  if (message.kind === 'progress') return { kind: 'running', progress: message.progress };
  if (message.kind === 'impossible')
    return { kind: 'refused', because: 'settings', reasons: [message.because] };
  const { outcome } = message;
  if (outcome.kind === 'ran') return outcome;
  return { kind: 'refused', because: outcome.because, reasons: outcome.reasons };
}
