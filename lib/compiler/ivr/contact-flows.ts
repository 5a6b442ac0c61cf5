// The flows of the blocks before a queue, type CONTACT_FLOW: one, if everything fits; otherwise the
// entry answers the call and transfers it to the first of several, which transfer it among
// themselves. A flow can only be entered at its start, so an attribute says at which block it
// continues.
import { action, whenEquals } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import { beginning } from './beginning.ts';
import type { CompiledFlow } from './compiled-ivr.ts';
import { SORRY } from './ending.ts';
import { attribute, FLOW_ATTRIBUTES } from './flow-attributes.ts';
import { ENTRY, flowPath } from './flow-keys.ts';
import { compare, keep } from './ivr-actions.ts';
import { type FlowPlace, type IvrContext, part } from './ivr-context.ts';
import type { IvrLayout } from './ivr-layout.ts';
import { fits, packFlows, type Size } from './pack-flows.ts';
import { renderBlock } from './render-block.ts';
import { routeActions } from './route.ts';
import { blockActions, wholeFlow } from './whole-flow.ts';

/** @param others keys of the flows that are not of this kind · @returns the entry last */
export function renderContactFlows(
  context: IvrContext,
  layout: IvrLayout,
  others: readonly string[],
  limits: Size,
): readonly CompiledFlow[] {
  const parts = packFlows(context, layout, limits);
  const [only] = parts;
  if (only === undefined || (parts.length === 1 && fits(only.size, limits))) {
    const place = { to: (target: string) => layout.wayIn(layout.resolve(target)) };
    const actions = [
      ...beginning(context, others, layout.start),
      ...renderBlock(context, layout.start, place),
      ...partActions(context, layout, layout.order, place),
    ];
    return [entryFlow(context, actions)];
  }
  const homes = new Map(parts.flatMap(({ key, blocks }) => blocks.map((block) => [block, key])));
  const placeOf = (key: string): FlowPlace => ({
    to: (target) => {
      const block = layout.resolve(target);
      return homes.get(block) === key ? layout.wayIn(block) : goTo(block);
    },
  });
  const entered = enteredBlocks(layout, homes);
  const flows = parts.map(({ key, blocks }): CompiledFlow => {
    const actions = [
      whereToGoOn(layout, entered.get(key) ?? []),
      ...partActions(context, layout, blocks, placeOf(key)),
      ...transfers(layout, blocks, key, homes),
    ];
    return { key, type: 'CONTACT_FLOW', flow: wholeFlow(`IVR ${key}`, context, actions) };
  });
  const keys = [...others, ...parts.map(({ key }) => key)];
  const actions = [
    ...beginning(context, keys, layout.start),
    ...renderBlock(context, layout.start, placeOf(ENTRY)),
    ...transfers(layout, [layout.start], ENTRY, homes),
  ];
  return [...flows, entryFlow(context, actions)];
}

function entryFlow(context: IvrContext, actions: readonly Action[]): CompiledFlow {
  return { key: ENTRY, type: 'CONTACT_FLOW', flow: wholeFlow('IVR entry', context, actions) };
}

function partActions(
  context: IvrContext,
  layout: IvrLayout,
  blocks: readonly string[],
  place: FlowPlace,
): readonly Action[] {
  const queues = blocks.filter((id) => context.ivr.blocks[id]?.kind === 'queue');
  return [
    ...blocks.flatMap((id) => blockActions(context, layout, id, place)),
    ...(queues.length > 0 ? routeActions(context, queues) : []),
  ];
}

const goTo = (block: string): string => part('Go', block);
const transferTo = (key: string): string => part('To', key);

/** Ways to the blocks in other flows. */
function transfers(
  layout: IvrLayout,
  blocks: readonly string[],
  own: string,
  homes: ReadonlyMap<string, string>,
): readonly Action[] {
  const outside = new Set(blocks.flatMap((id) => layout.targets(id)));
  const leading = [...outside].flatMap((block) => {
    const key = homes.get(block);
    return key === undefined || key === own ? [] : [{ block, key }];
  });
  return [
    ...leading.map(({ block, key }) =>
      keep(goTo(block), { [FLOW_ATTRIBUTES.goOnAt]: block }, transferTo(key), SORRY),
    ),
    ...[...new Set(leading.map(({ key }) => key))].map((key) =>
      action(
        transferTo(key),
        'TransferToFlow',
        { ContactFlowId: flowPath(key) },
        { next: SORRY, errors: { NoMatchingError: SORRY } },
      ),
    ),
  ];
}

/** Which blocks of each flow are entered from another. */
function enteredBlocks(
  layout: IvrLayout,
  homes: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const entered = new Map<string, Set<string>>();
  for (const block of [layout.start, ...layout.order]) {
    for (const target of layout.targets(block)) {
      const key = homes.get(target);
      if (key === undefined || key === homes.get(block)) continue;
      const known = entered.get(key);
      if (known) known.add(target);
      else entered.set(key, new Set([target]));
    }
  }
  return new Map([...entered].map(([key, blocks]) => [key, [...blocks]]));
}

function whereToGoOn(layout: IvrLayout, blocks: readonly string[]): Action {
  return compare(
    part('Begin', 'where'),
    attribute(FLOW_ATTRIBUTES.goOnAt),
    blocks.map((block) => whenEquals(block, layout.wayIn(block))),
    SORRY,
  );
}
