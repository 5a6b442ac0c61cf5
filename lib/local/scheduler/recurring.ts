// Schedules run in the background: a run counts as quiet although they never end.
import type { SimulatedTime } from '../time.ts';
import type { NextOccurrence } from './expression.ts';

/**
 * Runs something at every moment of a schedule. In the background: a schedule never ends and does
 * not keep `untilQuiet` waiting.
 */
export function onSchedule(
  time: SimulatedTime,
  next: NextOccurrence,
  run: (at: number) => void,
): void {
  const arm = () => {
    const at = next(time.now());
    if (at === undefined) return;
    time.at(
      at,
      () => {
        arm();
        run(at);
      },
      { background: true },
    );
  };
  arm();
}
