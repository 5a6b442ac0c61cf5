// Makes a flow of actions: the blocks' own, the counts of rounds before them, and what all flows
// have at their end. Actions no call comes to are left out, so that every flow holds what its
// blocks need and nothing else.
import { CALL_ATTRIBUTES } from '../../domain/calls/call-attributes.ts';
import { composeFlow } from '../flows/compose-flow.ts';
import type { Action, Flow } from '../flows/flow.ts';
import { reachedFrom } from '../graph.ts';
import { countRounds, endingActions } from './ending.ts';
import { attribute } from './flow-attributes.ts';
import { keep } from './ivr-actions.ts';
import { type FlowPlace, type IvrContext, part } from './ivr-context.ts';
import { type IvrLayout, WAY } from './ivr-layout.ts';
import { renderBlock } from './render-block.ts';

/** @param actions the first of them is the flow's */
export function wholeFlow(name: string, context: IvrContext, actions: readonly Action[]): Flow {
  return composeFlow(name, reachable([...actions, ...endingActions(context)]));
}

/** A block, and before it the count of its rounds and the note that the call has come to it. */
export function blockActions(
  context: IvrContext,
  layout: IvrLayout,
  id: string,
  place: FlowPlace,
): readonly Action[] {
  const first = layout.notes ? part(id, WAY) : id;
  const way = `${attribute(CALL_ATTRIBUTES.way)} ${id}`;
  return [
    ...(layout.heads.has(id) ? [countRounds(layout.wayIn(id), first)] : []),
    ...(layout.notes ? [keep(first, { [CALL_ATTRIBUTES.way]: way }, id)] : []),
    ...renderBlock(context, id, place),
  ];
}

/** What no path leads to is left out. */
function reachable(actions: readonly Action[]): readonly Action[] {
  const byId = new Map(actions.map((action) => [action.Identifier, action]));
  const reached = reachedFrom(
    actions.slice(0, 1).map(({ Identifier }) => Identifier),
    (id) => {
      const { NextAction, Errors = [], Conditions = [] } = byId.get(id)?.Transitions ?? {};
      const branches = [...Errors, ...Conditions].map((branch) => branch.NextAction);
      return NextAction === undefined ? branches : [NextAction, ...branches];
    },
  );
  return actions.filter(({ Identifier }) => reached.has(Identifier));
}
