// When people call in: a Poisson process whose rate follows the hour of the day, spread over the
// own numbers. Who calls is somebody of the campaign's contacts, a stranger, or somebody who
// withholds the number.
import type { Random } from '../random.ts';
import type { Scheduler } from '../virtual-clock.ts';
import type { CallerBehaviour } from './behaviour.ts';
import { randomCaller, type SimulatedCaller } from './caller.ts';
import { localHours } from './local-hour.ts';

/** A caller known to the campaign. */
export interface KnownCaller {
  readonly phone: string;
  /** Digits they can key in when asked. */
  readonly knows: readonly string[];
}

export interface Arrival {
  /** E.164; undefined: withheld. */
  readonly from: string | undefined;
  /** E.164: the own number dialed. */
  readonly to: string;
  readonly caller: SimulatedCaller;
}

export interface ArrivalsSetup {
  readonly clock: Scheduler;
  readonly random: Random;
  readonly timeZone: string;
  /** Calls in an average hour of the day's best. */
  readonly perHour: number;
  readonly numbers: readonly string[];
  readonly people: () => readonly KnownCaller[];
  readonly behaviour: CallerBehaviour;
  readonly ring: (arrival: Arrival) => void;
}

const HOUR = 3_600_000;
/** Prefix of strangers' numbers: a range of the country that is not assigned. */
const STRANGERS = '+4869';

/** Starts the stream of calls; it never ends by itself. */
export function startArrivals(setup: ArrivalsSetup): () => void {
  const { clock, random, behaviour, perHour } = setup;
  const factors = behaviour.byHour;
  const busiest = Math.max(...factors);
  if (perHour <= 0 || busiest <= 0 || setup.numbers.length === 0) return () => {};
  const localHour = localHours(setup.timeZone);
  let calls = 0;
  let stopped = false;
  // Thinning: candidates come at the busiest hour's rate, and an hour keeps its share of them.
  const next = () => {
    if (stopped) return;
    const gap = (-Math.log(1 - random.next()) * HOUR) / (perHour * busiest);
    clock.at(clock.now() + Math.ceil(gap), () => {
      const kept = random.next() * busiest < (factors[localHour(clock.now())] ?? 0);
      if (kept && !stopped) setup.ring(arrival(setup, calls++));
      next();
    });
  };
  next();
  return () => {
    stopped = true;
  };
}

function arrival({ random, behaviour, numbers, people }: ArrivalsSetup, call: number): Arrival {
  const own = random.fork(`call/${call}`);
  const to = numbers[Math.floor(own.next() * numbers.length)] ?? '';
  const roll = own.next();
  const { withheld, strangers } = behaviour;
  const known = people();
  const person = known[Math.floor(own.next() * known.length)];
  const caller = (knows?: readonly string[]) => randomCaller(behaviour, own.fork('caller'), knows);
  if (roll < withheld) return { from: undefined, to, caller: caller() };
  if (roll < withheld + strangers || person === undefined) {
    const digits = String(Math.floor(own.next() * 10_000_000)).padStart(7, '0');
    return { from: `${STRANGERS}${digits}`, to, caller: caller() };
  }
  return { from: person.phone, to, caller: caller(person.knows) };
}
