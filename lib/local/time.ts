// Drives a virtual clock. Whatever is in flight takes a hold; simulated time stands while one is
// held and jumps to the next timer when none is left. So no time passes while a function runs, a
// run is quiet exactly when nothing is in flight, and two weeks take as long as the work in them.
import { setTimeout as realDelay, setImmediate as turn } from 'node:timers/promises';
import { type Cancel, VirtualClock } from '../simulation/virtual-clock.ts';

export type Release = () => void;

/** Waits simulated milliseconds, letting go of the work's hold meanwhile. */
export type Sleep = (ms: number) => Promise<void>;

export interface TimerOptions {
  /** Background timers (recurring schedules) do not keep `untilQuiet` waiting. */
  readonly background?: boolean;
}

interface Hold {
  readonly why: string;
  /** Simulated time, epoch ms. */
  readonly since: number;
}

interface Goal {
  readonly reached: () => boolean;
  readonly wish: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Longest real wait between two looks at the clock when time runs at a finite speed, in ms. */
const LOOK_EVERY = 50;

export class SimulatedTime {
  private readonly clock: VirtualClock;
  private readonly holds = new Map<number, Hold>();
  private readonly overlap: number;
  private readonly goals = new Set<Goal>();
  private speed: number;
  /** Of people who are there; undefined while nobody is. */
  private followed: number | undefined;
  private count = 0;
  private foreground = 0;
  private running = false;
  private driving = false;
  private stopped = false;
  private wake: () => void = () => {};
  private released: () => void = () => {};
  private readonly seen: Error[] = [];
  /** A failure not reported yet. */
  private unreported: Error | undefined;

  /**
   * @param start epoch ms @param speed simulated seconds per real second; Infinity = as fast as
   *   possible
   * @param overlap simulated ms that may pass while something is in flight and time passes at a
   *   finite speed, so that a clock people look at does not stop for each function; as fast as
   *   possible it always stands still then, so two runs take the same course
   */
  constructor(start: number, speed = Number.POSITIVE_INFINITY, overlap = 0) {
    this.clock = new VirtualClock(start);
    this.speed = speed;
    this.overlap = overlap;
  }

  /** Simulated time, epoch milliseconds. */
  now(): number {
    return this.clock.now();
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  at(at: number, run: () => void, options: TimerOptions = {}): Cancel {
    const weight = options.background ? 0 : 1;
    let waiting = true;
    this.foreground += weight;
    const done = () => {
      if (!waiting) return;
      waiting = false;
      this.foreground -= weight;
    };
    const cancel = this.clock.at(at, () => {
      done();
      this.guarded(run);
    });
    this.wake();
    if (this.holds.size > 0 && this.mayMove()) this.released();
    return () => {
      done();
      cancel();
    };
  }

  after(ms: number, run: () => void, options: TimerOptions = {}): Cancel {
    return this.at(this.now() + ms, run, options);
  }

  /** Resolves after simulated milliseconds; call it without a hold, or time cannot get there. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Simulated time stands until the returned function has been called. */
  hold(why: string): Release {
    const id = this.count++;
    this.holds.set(id, { why, since: this.now() });
    return () => {
      if (this.holds.delete(id) && this.mayMove()) this.released();
    };
  }

  /** What is in flight, for messages about a run that does not end. */
  inFlight(): readonly string[] {
    return [...this.holds.values()].map(({ why }) => why);
  }

  /** Runs background work under a hold; if it fails, callers that wait for time are rejected. */
  work(why: string, task: (sleep: Sleep) => Promise<unknown>): void {
    let release: Release | undefined = this.hold(why);
    // Branches of one work may sleep at the same time: the first lets go, the first to wake takes
    // hold.
    const sleep: Sleep = async (ms) => {
      release?.();
      release = undefined;
      await this.sleep(ms);
      release ??= this.hold(why);
    };
    task(sleep).then(
      () => release?.(),
      (error: unknown) => {
        this.fail(error);
        release?.();
      },
    );
  }

  /**
   * Background work has failed: a delivery was refused, or the emulation has a bug. Rejects the
   * callers that wait for time, now or next, so that it cannot go unnoticed.
   */
  fail(error: unknown): void {
    const failure = error instanceof Error ? error : new Error(String(error));
    this.seen.push(failure);
    if (this.goals.size === 0) this.unreported = failure;
    for (const goal of this.goals) goal.reject(failure);
    this.goals.clear();
  }

  /** Everything that was passed to `fail`. */
  failures(): readonly Error[] {
    return [...this.seen];
  }

  /**
   * People are there: whatever speed was asked for, time passes at this one; undefined: they have
   * gone.
   */
  follow(speed: number | undefined): void {
    this.followed = speed;
    this.wake();
  }

  /** Simulated seconds per real second as things are. */
  get pace(): number {
    return this.followed ?? this.speed;
  }

  /** Lets time run freely until `pause`. */
  resume(speed = this.speed): void {
    this.speed = speed;
    this.running = true;
    this.wake();
    void this.drive();
  }

  pause(): void {
    this.running = false;
    this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.running = false;
    for (const goal of this.goals) goal.reject(new Error('the local cloud was stopped'));
    this.goals.clear();
    this.wake();
    this.released();
  }

  /** Until an instant (epoch ms, everything due by then done) or until a condition holds. */
  until(goal: number | (() => boolean)): Promise<void> {
    if (typeof goal === 'function') return this.reach('a condition to hold', goal);
    return this.reach(new Date(goal).toISOString(), () => this.hasCome(goal));
  }

  /** Until nothing is in flight and no timer but background ones is left. */
  untilQuiet(): Promise<void> {
    return this.reach('quiet', () => this.foreground === 0);
  }

  /**
   * Nothing is in flight, or the next timer is due while what is in flight may still take its time.
   */
  private mayMove(): boolean {
    const oldest = this.holds.values().next().value;
    if (oldest === undefined) return true;
    if (this.overlap === 0 || this.pace === Number.POSITIVE_INFINITY) return false;
    const next = this.clock.next();
    return next !== undefined && next <= oldest.since + this.overlap;
  }

  private hasCome(instant: number): boolean {
    const next = this.clock.next();
    if (next !== undefined && next <= instant) return false;
    if (this.pace === Number.POSITIVE_INFINITY) this.clock.advanceTo(instant);
    return this.now() >= instant;
  }

  private reach(wish: string, reached: () => boolean): Promise<void> {
    const { unreported } = this;
    this.unreported = undefined;
    if (unreported) return Promise.reject(unreported);
    if (this.stopped) return Promise.reject(new Error('the local cloud was stopped'));
    return new Promise((resolve, reject) => {
      this.goals.add({ wish, reached, resolve, reject });
      this.wake();
      void this.drive();
    });
  }

  private async drive(): Promise<void> {
    if (this.driving) return;
    this.driving = true;
    try {
      while (!this.stopped) {
        await this.settled();
        this.meetGoals();
        if (!this.running && this.goals.size === 0) return;
        await this.goOn();
      }
    } finally {
      this.driving = false;
    }
  }

  private meetGoals(): void {
    for (const goal of this.goals) {
      try {
        if (!goal.reached()) continue;
        goal.resolve();
      } catch (error) {
        goal.reject(error instanceof Error ? error : new Error(String(error)));
      }
      this.goals.delete(goal);
    }
  }

  private async goOn(): Promise<void> {
    if (!this.mayMove()) return;
    const next = this.clock.next();
    if (next !== undefined && (next <= this.now() || this.pace === Number.POSITIVE_INFINITY)) {
      this.clock.step();
    } else if (this.pace !== Number.POSITIVE_INFINITY) {
      await this.paced(next);
    } else if (this.running) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    } else {
      this.standStill();
    }
  }

  private async paced(next: number | undefined): Promise<void> {
    const start = performance.now();
    const { pace } = this;
    const gap = next === undefined ? LOOK_EVERY : (next - this.now()) / pace;
    await realDelay(Math.min(LOOK_EVERY, gap));
    if (!this.mayMove() || this.stopped) return;
    this.clock.advanceTo(this.now() + (performance.now() - start) * pace);
  }

  private standStill(): void {
    for (const goal of this.goals)
      goal.reject(new Error(`nothing is left to happen, still waiting for ${goal.wish}`));
    this.goals.clear();
  }

  private async settled(): Promise<void> {
    do {
      if (!this.mayMove() && !this.stopped)
        await new Promise<void>((resolve) => {
          this.released = resolve;
        });
      await turn();
    } while (!this.mayMove() && !this.stopped);
  }

  private guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.fail(error);
    }
  }
}
