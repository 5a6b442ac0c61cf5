// Time as an object one advances. Everything that waits in a simulated world waits here, so two weeks
// pass as fast as the events in them can be worked off, and the same seed gives the same order.

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
  /** Runs `run` at `at` (epoch ms; the past means "next"). Timers of one instant run in the order they were set. */
  at(at: number, run: () => void): Cancel;
}

export class VirtualClock implements Scheduler {
  private readonly timers = new TimerHeap();
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

  /** Moves on to the next timer and runs it; false when nothing waits or it lies past `until` (epoch ms). */
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

class TimerHeap {
  private readonly heap: Timer[] = [];

  peek(): Timer | undefined {
    return this.heap[0];
  }

  push(timer: Timer): void {
    this.heap.push(timer);
    let i = this.heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.before(i, parent)) break;
      this.swap(i, parent);
      i = parent;
    }
  }

  pop(): Timer | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (this.heap.length > 0 && last) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private sink(from: number): void {
    let i = from;
    for (;;) {
      let least = i;
      if (this.before(2 * i + 1, least)) least = 2 * i + 1;
      if (this.before(2 * i + 2, least)) least = 2 * i + 2;
      if (least === i) return;
      this.swap(i, least);
      i = least;
    }
  }

  private before(i: number, j: number): boolean {
    const a = this.heap[i];
    const b = this.heap[j];
    if (!a || !b) return false;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  private swap(i: number, j: number): void {
    const a = this.heap[i];
    const b = this.heap[j];
    if (a && b) {
      this.heap[i] = b;
      this.heap[j] = a;
    }
  }
}
