// How far the runs have come: a bar on a terminal, a line now and then elsewhere. Always on
// standard error, so that what is printed stays the same from run to run.
import type { DryRunProgress } from '../../simulation/dry-run/dry-run.ts';
import { displayTime } from '../display-time.ts';

const WIDTH = 28;
/** Milliseconds of real time. */
const REDRAW = 100;
const LINE_EVERY = 5000;
const number = new Intl.NumberFormat('en');

export interface Progress {
  show(run: number, progress: DryRunProgress): void;
  /** Takes the bar away. */
  done(): void;
}

export function progressOn(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  runs: number,
  timeZone: string,
): Progress {
  const known: DryRunProgress[] = [];
  const pause = stream.isTTY ? REDRAW : LINE_EVERY;
  let drawn = performance.now() - (stream.isTTY ? REDRAW : 0);
  return {
    show(run, progress) {
      known[run] = progress;
      if (performance.now() - drawn < pause) return;
      drawn = performance.now();
      const line = drawProgress(known.filter(Boolean), runs, timeZone);
      stream.write(stream.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
    },
    done() {
      if (stream.isTTY) stream.write('\r\x1b[2K');
    },
  };
}

/** @param runs how many there are, also those that have not begun */
export function drawProgress(
  known: readonly DryRunProgress[],
  runs: number,
  timeZone: string,
): string {
  const share = known.reduce((sum, { share }) => sum + share, 0) / runs;
  const full = Math.min(WIDTH, Math.floor(share * WIDTH));
  const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
  const sum = (of: (progress: DryRunProgress) => number) =>
    number.format(known.reduce((total, progress) => total + of(progress), 0));
  const at = Math.max(...known.map((progress) => progress.at));
  const clock = displayTime(at, timeZone).slice(0, -3);
  return `${bar} ${Math.floor(share * 100)}%  ${clock}  ${sum(({ calls }) => calls)} calls  ${sum(({ left }) => left)} left`;
}
