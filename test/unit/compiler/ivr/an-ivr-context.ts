// What renderers of flows are given, over an IVR of a test.

import type { Action } from '../../../../lib/compiler/flows/flow.ts';
import { byName } from '../../../../lib/compiler/ivr/compile-ivr.ts';
import { type IvrContext, ivrContext } from '../../../../lib/compiler/ivr/ivr-context.ts';
import { inboundDefinitions, LINE } from '../../../support/an-ivr.ts';

export function contextOf(input: Parameters<typeof inboundDefinitions>[0]): IvrContext {
  const definitions = inboundDefinitions(input);
  return ivrContext(definitions, LINE, byName(definitions));
}

export const idsOf = (actions: readonly Action[]): readonly string[] =>
  actions.map(({ Identifier }) => Identifier);

/** Every action that one of them leads to. */
export const targetsOf = (actions: readonly Action[]): ReadonlySet<string> =>
  new Set(
    actions.flatMap(({ Transitions }) => {
      const { NextAction, Errors = [], Conditions = [] } = Transitions ?? {};
      const branches = [...Errors, ...Conditions].map((branch) => branch.NextAction);
      return NextAction === undefined ? branches : [NextAction, ...branches];
    }),
  );
