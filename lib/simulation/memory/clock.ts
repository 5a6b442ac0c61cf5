// The clock port over a scheduler's time.

import type { Clock } from '../../application/ports/clock.ts';
import { instant } from '../../domain/model/instant.ts';

export function memoryClock(time: { now(): number }): Clock {
  return { now: () => instant(time.now()) };
}
