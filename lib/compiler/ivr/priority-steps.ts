// The steps in which the priority of a waiting call rises (PRI-5). A flow of waiting callers cannot
// change it, so a function does (docs/decisions/0013-priority-while-waiting.md). Connect has no
// timer: at each interruption of the prompts a Loop counts the rounds to the next step, which an
// attribute names, while the prompts go on playing.
import { whenEquals } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import { attribute, FLOW_ATTRIBUTES } from './flow-attributes.ts';
import { ask, compare, count, keep } from './ivr-actions.ts';
import type { IvrContext } from './ivr-context.ts';
import type { RoundsToStep } from './rounds.ts';

const { priorityStep } = FLOW_ATTRIBUTES;

/** The attribute with which a call starts to wait. */
export const FIRST_STEP: Readonly<Record<string, string>> = { [priorityStep]: '0' };

/** The same, where there are steps at all. */
export const firstStep = ({ inbound, definitions }: StepSettings): typeof FIRST_STEP =>
  [inbound, ...Object.values(definitions.queues)].some(({ steps }) => steps !== undefined)
    ? FIRST_STEP
    : {};

type StepSettings = Pick<IvrContext, 'inbound' | 'definitions'>;

/**
 * @param goOn the action that follows every interruption · @returns the first action first; empty
 *   without steps
 */
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
