// How contact events reach the product. Connect sends them as best it can: late, twice and in any
// order.
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { Random } from '../random.ts';
import type { Scheduler } from '../virtual-clock.ts';
import type { ContactEventType } from './call.ts';

/** Chances, 0 to 1, of one event. */
export interface EventFaults {
  /** Arrives late. */
  readonly late: number;
  /** Seconds by which a late event is late at most; 120 when missing. */
  readonly lateBy?: number;
  /** Arrives a second time within half a minute. */
  readonly doubled: number;
  /** Arrives up to five seconds late, behind events of later moments. */
  readonly outOfOrder: number;
  /** Never arrives. */
  readonly lost?: number;
}

type Receive = (facts: ContactFacts, type: ContactEventType) => void;

/** @returns a receiver that passes events on as the faults want it; without faults at once */
export function faultyDelivery(
  receive: Receive,
  faults: EventFaults | undefined,
  clock: Scheduler,
  random: Random,
): Receive {
  if (!faults) return receive;
  const within = (seconds: number) => clock.now() + Math.ceil(random.next() * seconds * 1000);
  return (facts, type) => {
    const hit = (chance: number) => random.next() < chance;
    const [late, shuffled] = [hit(faults.late), hit(faults.outOfOrder)];
    const [doubled, lost] = [hit(faults.doubled), hit(faults.lost ?? 0)];
    const deliver = () => receive(facts, type);
    if (doubled) clock.at(within(30), deliver);
    if (lost) return;
    if (late) clock.at(within(faults.lateBy ?? 120), deliver);
    else if (shuffled) clock.at(within(5), deliver);
    else deliver();
  };
}
