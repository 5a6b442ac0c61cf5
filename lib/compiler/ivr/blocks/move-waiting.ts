// Moves somebody who waits to another queue. While an agent is being rung for them, some 20 s,
// Connect refuses that: they wait on, and at the next interruption it is tried again.
import { action } from '../../flows/compose-flow.ts';
import type { Action, JsonObject } from '../../flows/flow.ts';
import type { BlockAt } from '../call-facts.ts';
import { FLOW_ATTRIBUTES } from '../flow-attributes.ts';
import { count, keep } from '../ivr-actions.ts';
import { partOf } from './asking.ts';

/** After so many tries it is no agent that is in the way. */
const TRIES_MORE = 3;

interface Move {
  readonly to: JsonObject;
  /** What `moveTo` says while it has to be tried again. */
  readonly goal: string;
  /** Tells the moves of one block apart. */
  readonly suffix: string;
  readonly full: string;
  readonly failed: string;
}

export function moveWaiting(at: BlockAt, move: Move): readonly Action[] {
  const own = partOf(at);
  const [go, retry, later] = ['move', 'retry', 'later'].map((name) => own(name + move.suffix)) as [
    string,
    string,
    string,
  ];
  return [
    action(go, 'DequeueContactAndTransferToQueue', move.to, {
      next: retry,
      errors: { QueueAtCapacity: move.full, NoMatchingError: retry },
    }),
    count(retry, TRIES_MORE, { again: later, done: move.failed }),
    keep(later, { [FLOW_ATTRIBUTES.moveTo]: move.goal }, at.waiting?.waitOn ?? '', move.failed),
  ];
}
