// One block of an IVR, rendered: where each of its actions leads, and what it is given.
import type { Action } from '../../../../../lib/compiler/flows/flow.ts';
import { byName } from '../../../../../lib/compiler/ivr/compile-ivr.ts';
import { type FlowPlace, ivrContext } from '../../../../../lib/compiler/ivr/ivr-context.ts';
import { renderBlock } from '../../../../../lib/compiler/ivr/render-block.ts';
import { type BlocksInput, inboundDefinitions, LINE } from '../../../../support/an-ivr.ts';

type Surroundings = Omit<Parameters<typeof inboundDefinitions>[0], 'blocks'> & {
  /** The block that callers wait at, for blocks in the flow of who waits. */
  readonly waitingAt?: string;
};

export interface Rendered {
  readonly actions: readonly Action[];
  /** By action: its next action, and the target of each error and condition. */
  readonly ways: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly types: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<string, Action['Parameters']>>;
}

/** The block has the id `it`; every other id it names is an end of its own. */
export function rendered(block: BlocksInput[string], around: Surroundings = {}): Rendered {
  const { waitingAt, ...input } = around;
  const definitions = inboundDefinitions({
    ...input,
    blocks: { start: { kind: 'answer', next: 'it' }, it: block },
  });
  const waiting = waitingAt && { block: waitingAt, waitOn: `${waitingAt}.on` };
  const place: FlowPlace = { to: (target) => target, waiting: waiting || undefined };
  const actions = renderBlock(ivrContext(definitions, LINE, byName(definitions)), 'it', place);
  const by = <T>(of: (action: Action) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(actions.map((action) => [action.Identifier, of(action)]));
  return {
    actions,
    ways: by(waysOf),
    types: by(({ Type }) => Type),
    given: by(({ Parameters }) => Parameters),
  };
}

function waysOf({ Transitions }: Action): Readonly<Record<string, string>> {
  const { NextAction, Errors = [], Conditions = [] } = Transitions ?? {};
  return {
    ...(NextAction === undefined ? {} : { next: NextAction }),
    ...Object.fromEntries(Errors.map((error) => [error.ErrorType, error.NextAction])),
    ...Object.fromEntries(
      Conditions.map(({ Condition, NextAction: to }) => [
        `${Condition.Operator} ${Condition.Operands.join()}`,
        to,
      ]),
    ),
  };
}

/** A function that is asked: the answer leads on, and so does that it does not come. */
export const asked = (next: string, failed: string) => ({ next, NoMatchingError: failed });
/** A comparison, with where each value leads. */
export const compared = (otherwise: string, values: Readonly<Record<string, string>>) => ({
  next: otherwise,
  NoMatchingCondition: otherwise,
  ...values,
});
/** So many rounds, then on. */
export const rounds = (again: string, done: string) => ({
  next: done,
  NoMatchingError: done,
  'Equals ContinueLooping': again,
  'Equals DoneLooping': done,
});
