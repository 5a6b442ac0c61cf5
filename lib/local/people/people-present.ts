// People who work with the cloud through a page. While one of them is there, time passes at a speed
// they can follow; when all have gone it goes on as it was (docs/decisions/0025). A connection that
// breaks leaves them a while to come back: a reload is no going away, and several tabs are one
// person.
import type { Cancel } from '../../simulation/virtual-clock.ts';
import type { SimulatedTime } from '../time.ts';

/** Simulated seconds per real second that people may choose. */
export const SPEEDS = [1, 2, 5, 10, 30, 60] as const;
export type Speed = (typeof SPEEDS)[number];

export const isSpeed = (value: unknown): value is Speed => SPEEDS.some((speed) => speed === value);

/** Real milliseconds in which a lost connection may come back. */
const COMES_BACK_WITHIN = 10_000;

interface Person {
  connections: number;
  forgets: Cancel;
  readonly gone: () => void;
}

/** How time passes for who sits down first. */
const REAL_TIME = 1;

type RealLater = (ms: number, run: () => void) => Cancel;

/** Nothing waits for it: a process may end meanwhile. */
const later: RealLater = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

export class PeoplePresent {
  private readonly time: Pick<SimulatedTime, 'follow'>;
  private readonly later: RealLater;
  private readonly people = new Map<string, Person>();
  private chosen: Speed = REAL_TIME;
  private by: string | undefined;

  constructor(time: Pick<SimulatedTime, 'follow'>, realLater: RealLater = later) {
    this.time = time;
    this.later = realLater;
  }

  /**
   * Somebody opens a connection. @param gone called once, when the last of them has been closed for
   * a while @returns call it when the connection is closed
   */
  connect(name: string, gone: () => void = () => {}): () => void {
    const known = this.people.get(name);
    const person = known ?? { connections: 0, forgets: () => {}, gone };
    person.forgets();
    person.connections++;
    this.people.set(name, person);
    this.time.follow(this.chosen);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      person.connections--;
      if (person.connections > 0) return;
      person.forgets = this.later(COMES_BACK_WITHIN, () => {
        // who left and came back is somebody else by now
        if (this.people.get(name) === person) this.leave(name);
      });
    };
  }

  /** They say that they go: nobody waits for them to come back. */
  leave(name: string): void {
    const person = this.people.get(name);
    if (!person) return;
    person.forgets();
    this.people.delete(name);
    if (this.people.size === 0) this.everybodyHasGone();
    person.gone();
  }

  /** The speed at which time passes while somebody is there. @param by who has chosen it */
  choose(speed: Speed, by?: string): void {
    this.chosen = speed;
    this.by = by;
    if (this.people.size > 0) this.time.follow(speed);
  }

  /** What one evening was hurried through at is no speed to be met with the next morning. */
  private everybodyHasGone(): void {
    this.choose(REAL_TIME);
    this.time.follow(undefined);
  }

  get speed(): Speed {
    return this.chosen;
  }

  /** Who has chosen the speed; undefined: nobody has. */
  get chosenBy(): string | undefined {
    return this.by;
  }

  names(): readonly string[] {
    return [...this.people.keys()];
  }
}
