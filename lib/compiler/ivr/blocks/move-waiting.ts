// Moves a waiting caller to another queue. While an agent's phone is ringing for them, about 20 s,
// Connect refuses the move: the caller goes on waiting, and the next interruption tries again.
import { action } from '../../flows/compose-flow.ts';
import type { Action } from '../../flows/flow.ts';
import type { JsonObject } from '../../json.ts';
import { FLOW_ATTRIBUTES } from '../flow-attributes.ts';
import { count, keep } from '../ivr-actions.ts';
import type { BlockAt } from '../ivr-context.ts';
import { partOf } from './asking.ts';

/** After so many tries the reason is not a ringing agent. */
const TRIES_MORE = 3;

interface Move {
  readonly to: JsonObject;
  /** The value of `moveTo` while the move has to be tried again. */
  readonly goal: string;
  /** Distinguishes the moves of one block. */
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
