// Time as an object one advances. Everything that waits in a simulation waits here, so two
// weeks pass as fast as the events in them can be worked off, and the same seed gives the same
// order.

import { Heap } from './memory/heap.ts';

export type Cancel = () => void;

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

export interface Scheduler {
  /** Simulated time, epoch milliseconds. */
  now(): number;
  /**
   * Runs `run` at `at` (epoch ms; the past means "next"). Timers of one instant run in the order
   * they were set.
   */
  at(at: number, run: () => void): Cancel;
}

export class VirtualClock implements Scheduler {
  private readonly timers = new Heap<Timer>(
    (a, b) => a.at < b.at || (a.at === b.at && a.order < b.order),
  );
  private time: number;
  private count = 0;

  /** @param start epoch milliseconds */
  constructor(start: number) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  at(at: number, run: () => void): Cancel {
    const timer: Timer = {
      at: Math.max(at, this.time),
      order: this.count++,
      run,
      cancelled: false,
    };
    this.timers.push(timer);
    return () => {
      timer.cancelled = true;
    };
  }

  /** When the next timer is due (epoch ms); undefined when nothing waits. */
  next(): number | undefined {
    for (let first = this.timers.peek(); first; first = this.timers.peek()) {
      if (!first.cancelled) return first.at;
      this.timers.pop();
    }
    return undefined;
  }

  /**
   * Moves on to the next timer and runs it; false when nothing waits or it lies past `until` (epoch
   * ms).
   */
  step(until = Number.POSITIVE_INFINITY): boolean {
    const next = this.next();
    if (next === undefined || next > until) return false;
    const timer = this.timers.pop();
    this.time = next;
    timer?.run();
    return true;
  }

  /** Moves time forward without running anything; never past the next timer (epoch ms). */
  advanceTo(time: number): void {
    const next = this.next() ?? Number.POSITIVE_INFINITY;
    this.time = Math.max(this.time, Math.min(time, next));
  }
}
