// Connect's queue priorities: 1 is served first, 10 last, 5 is what a call has without one. Ours go
// from 0 to 100, 100 served first and 50 in the middle (CAM-12); inbound/priority.ts says what a
// customer's call brings with it on that scale.
//
// PRI-5: a call that waits rises in steps. Each multiplies the priority the call began to wait
// with, not what an earlier step made of it: so a step taken twice is a step taken once. 100 is the
// most; a priority of 0 counts as 1, or it would never rise.
import type { PriorityStep } from '../../language/schema/centre.ts';
import type { Gate } from '../model/gate.ts';

const PRIORITIES = { best: 1, worst: 10 } as const;
const HIGHEST = 100;

/** @param priority 0 to 100 */
export function queuePriority(priority: number): number {
  const { best, worst } = PRIORITIES;
  return worst - Math.round((priority / HIGHEST) * (worst - best));
}

export interface WaitingFacts {
  /** The priority it began to wait with, 0 to 100. */
  readonly priority: number;
  /** Connect's, as it is now. */
  readonly level: number;
  /** Seconds in this queue. */
  readonly waited: number;
  /** Of the queue, in order. */
  readonly steps: readonly PriorityStep[];
}

export interface Raise {
  readonly verdict:
    | { readonly kind: 'raise'; readonly level: number; readonly coefficient: number }
    | { readonly kind: 'stay' };
  readonly gates: readonly Gate[];
}

/** What the last step that is due makes of the call's priority; never less than it is. */
export function raisedPriority({ priority, level, waited, steps }: WaitingFacts): Raise {
  const due = steps.findLast(({ after }) => after <= waited);
  const stepDue: Gate = { gate: 'step-due', passed: due !== undefined, saw: waited };
  if (due === undefined) return { verdict: { kind: 'stay' }, gates: [stepDue] };
  const raised = Math.min(HIGHEST, Math.max(1, priority) * due.coefficient);
  const to = queuePriority(raised);
  const gates: readonly Gate[] = [
    { ...stepDue, wanted: due.after },
    { gate: 'priority', passed: true, saw: priority },
    { gate: 'coefficient', passed: true, saw: due.coefficient },
    { gate: 'better-than-now', passed: to < level, saw: to, wanted: level },
  ];
  if (to >= level) return { verdict: { kind: 'stay' }, gates };
  return { verdict: { kind: 'raise', level: to, coefficient: due.coefficient }, gates };
}
