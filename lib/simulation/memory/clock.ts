// The clock port over a scheduler's time.
import { instant } from '../../domain/instant.ts';
import type { Clock } from '../../domain/ports.ts';

export function memoryClock(time: { now(): number }): Clock {
  return { now: () => instant(time.now()) };
}
