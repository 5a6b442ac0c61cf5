// How far the runs have come: a bar on a terminal, a line now and then elsewhere. Always on
// standard error, so that what is printed stays the same from run to run.
import type { DryRunProgress } from '../../simulation/dry-run/dry-run.ts';
import { displayTime } from '../display-time.ts';

const WIDTH = 28;
const USUAL_COLUMNS = 120;
/** Milliseconds of real time. */
const REDRAW = 100;
const LINE_EVERY = 5000;
/** Simulated milliseconds: at most a line for each. */
const HOUR = 3_600_000;
const number = new Intl.NumberFormat('en');

export interface Progress {
  show(run: number, progress: DryRunProgress): void;
  /** Takes the bar away. */
  done(): void;
}

export function progressOn(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> & { readonly columns?: number },
  runs: number,
  timeZone: string,
): Progress {
  const known: DryRunProgress[] = [];
  const pause = stream.isTTY ? REDRAW : LINE_EVERY;
  let drawn = performance.now() - (stream.isTTY ? REDRAW : 0);
  let hour = -1;
  return {
    show(run, progress) {
      known[run] = progress;
      if (performance.now() - drawn < pause) return;
      drawn = performance.now();
      const line = drawProgress(known.filter(Boolean), runs, timeZone, stream.columns);
      if (stream.isTTY) stream.write(`\r\x1b[2K${line}`);
      else if (Math.floor(progress.at / HOUR) !== hour) stream.write(`${line}\n`);
      hour = Math.floor(progress.at / HOUR);
    },
    done() {
      if (stream.isTTY) stream.write('\r\x1b[2K');
    },
  };
}

/**
 * @param runs how many there are, also those that have not begun
 * @param columns of the terminal: the bar is as long as there is room
 */
export function drawProgress(
  known: readonly DryRunProgress[],
  runs: number,
  timeZone: string,
  columns = USUAL_COLUMNS,
): string {
  const share = known.reduce((sum, { share }) => sum + share, 0) / runs;
  const sum = (of: (progress: DryRunProgress) => number) =>
    number.format(known.reduce((total, progress) => total + of(progress), 0));
  const at = Math.max(...known.map((progress) => progress.at));
  const clock = displayTime(at, timeZone).slice(0, -3);
  const said = `${Math.floor(share * 100)}%  ${clock}  ${sum(({ calls }) => calls)} calls  ${sum(({ left }) => left)} left`;
  const width = Math.max(0, Math.min(WIDTH, columns - said.length - 2));
  const full = Math.min(width, Math.floor(share * width));
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${said}`.trimStart();
}
