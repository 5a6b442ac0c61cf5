// The steps in which the priority of a waiting call rises (PRI-5). No flow of waiting callers may
// change it, so a function does (docs/decisions/0013-priority-while-waiting.md). Connect has no
// timer: at each interruption of the prompts a Loop counts the rounds to the next step, which an
// attribute names; the prompts play on meanwhile.
import type { Queue } from '../../language/schema/centre.ts';
import { whenEquals } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import { attribute, FLOW_ATTRIBUTES } from './flow-attributes.ts';
import { ask, compare, count, keep } from './ivr-actions.ts';
import type { RoundsToStep } from './rounds.ts';

const { priorityStep } = FLOW_ATTRIBUTES;

/** What a call begins to wait with. */
export const FIRST_STEP: Readonly<Record<string, string>> = { [priorityStep]: '0' };

/** The same, where there are steps at all. */
export const firstStep = (queues: Readonly<Record<string, Queue>>): typeof FIRST_STEP =>
  Object.values(queues).some(({ steps }) => steps !== undefined) ? FIRST_STEP : {};

/** @param goOn goes on after every interruption · @returns the way in first; none without steps */
export function priorityStepActions(parts: {
  readonly queue: string;
  readonly steps: readonly RoundsToStep[];
  readonly functionArn: string;
  readonly own: (name: string) => string;
  readonly goOn: string;
}): readonly Action[] {
  const { queue, steps, functionArn, own, goOn } = parts;
  if (steps.length === 0) return [];
  return [
    compare(
      own('step'),
      attribute(priorityStep),
      steps.map((_, n) => whenEquals(String(n), own(`rounds${n}`))),
      goOn,
    ),
    ...steps.flatMap(({ waited, rounds }, n) => [
      count(own(`rounds${n}`), rounds - 1, { again: goOn, done: own(`next${n}`) }),
      keep(own(`next${n}`), { [priorityStep]: String(n + 1) }, own(`raise${n}`), goOn),
      ask(
        own(`raise${n}`),
        functionArn,
        { queue, waited: String(waited) },
        { next: goOn, failed: goOn },
      ),
    ]),
  ];
}
