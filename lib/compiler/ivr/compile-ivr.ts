// Compiles an IVR to the flows of a campaign's inbound channel. Same definitions, same bytes. Why
// the flows refer to each other by attributes only, and why the blocks after a wait are part of the
// flow of the wait: docs/decisions/0009-ivr-flows.md.

import { flowAttribute } from '../../domain/calls/call-attributes.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { CompiledFlow, CompiledIvr, CompileIvr, References } from './compiled-ivr.ts';
import { renderContactFlows } from './contact-flows.ts';
import { BOTH_SIDES, ENTRY, HOLD, SURVEY, WHISPERS } from './flow-keys.ts';
import { renderHoldFlow } from './hold-flow.ts';
import { type IvrContext, ivrContext } from './ivr-context.ts';
import { ivrLayout } from './ivr-layout.ts';
import { FLOW_LIMITS, type Size } from './pack-flows.ts';
import { renderSurveyFlow } from './survey-flow.ts';
import { renderWaitingFlow } from './waiting-flow.ts';
import { renderWhisperFlow } from './whisper-flow.ts';

/** Connect's limit for a flow. */
export const MOST_ACTIONS = 250;
/**
 * Connect limits a contact's attributes to 32 KB, and values saved by api-requests need some of it.
 */
const MOST_ATTRIBUTE_BYTES = 24 * 1024;

export const compileIvr: CompileIvr = (definitions, campaign, references) =>
  compileWithin(FLOW_LIMITS, definitions, campaign, references);

/** @param limits at which the blocks before a queue are split into several flows */
export function compileWithin(
  limits: Size,
  ...[definitions, campaign, references]: Parameters<CompileIvr>
): CompiledIvr {
  const context = ivrContext(definitions, campaign, references);
  const flows = renderFlows(context, limits);
  for (const { key, flow } of flows) {
    invariant(
      flow.Actions.length <= MOST_ACTIONS,
      `flow '${key}' of campaign '${campaign}' has ${flow.Actions.length} actions; Connect takes ${MOST_ACTIONS}: let less follow the block it is named for`,
    );
  }
  const bytes = attributeBytes(flows);
  invariant(
    bytes <= MOST_ATTRIBUTE_BYTES,
    `campaign '${campaign}' has ${flows.length} flows, whose names take ${bytes} bytes of a call's attributes; ${MOST_ATTRIBUTE_BYTES} are free: use fewer queue and extension blocks`,
  );
  return { campaign, ivr: context.ivrId, entry: ENTRY, flows, blockOf: blockOf(context) };
}

export interface IvrSize {
  readonly flows: readonly { readonly key: string; readonly actions: number }[];
  /** How much of a call's attributes the ARNs of the flows need, and the limit. */
  readonly attributeBytes: number;
  readonly mostAttributeBytes: number;
}

/**
 * How large the flows of an IVR become, within Connect's limits or not: for the check.
 * @param definitions in which everything that is named exists
 */
export function ivrSize(definitions: Definitions, campaign: string): IvrSize {
  const flows = renderFlows(ivrContext(definitions, campaign, byName(definitions)), FLOW_LIMITS);
  return {
    flows: flows.map(({ key, flow }) => ({ key, actions: flow.Actions.length })),
    attributeBytes: attributeBytes(flows),
    mostAttributeBytes: MOST_ATTRIBUTE_BYTES,
  };
}

/**
 * Names instead of ARNs: for sizes, tests and the interpreter. Numbers not claimed yet get made-up
 * ones.
 */
export function byName({ centre }: Definitions): References {
  const numbers = Object.entries(centre.numbers).map(([id, own], n) => [
    id,
    'number' in own ? own.number : `+1000000${String(n).padStart(4, '0')}`,
  ]);
  const known = new Map(numbers as [string, string][]);
  return {
    lambda: (task) => task,
    queue: (id) => id,
    hours: (id) => id,
    prompt: (file) => file,
    number: (id) => known.get(id) ?? id,
    flow: (key) => key,
  };
}

function renderFlows(context: IvrContext, limits: Size): readonly CompiledFlow[] {
  const layout = ivrLayout(context);
  const { survey, holdMusic, whisper = {} } = context.inbound;
  const waits = layout.order.filter((id) => {
    const kind = context.ivr.blocks[id]?.kind;
    return kind === 'queue' || kind === 'extension';
  });
  const others = [
    ...(holdMusic === undefined ? [] : [renderHoldFlow(context, holdMusic)]),
    ...BOTH_SIDES.flatMap((to) => {
      const words = whisper[to];
      return words === undefined ? [] : [renderWhisperFlow(context, to, words)];
    }),
    ...(survey === undefined ? [] : [renderSurveyFlow(context, survey)]),
    ...waits.map((id) => renderWaitingFlow(context, layout, id)),
  ];
  const keys = others.map(({ key }) => key);
  return [...others, ...renderContactFlows(context, layout, keys, limits)];
}

/** The most characters the ARN of a flow has. */
const LONGEST_ARN = 150;

function attributeBytes(flows: readonly CompiledFlow[]): number {
  return flows.reduce((sum, { key }) => sum + flowAttribute(key).length + LONGEST_ARN, 0);
}

/** Flows that hold no blocks of the IVR. */
const NO_BLOCKS: ReadonlySet<string> = new Set([
  SURVEY,
  HOLD,
  ...BOTH_SIDES.map((to) => WHISPERS[to].key),
]);

/**
 * The id of an action is that of its block, a dot and a suffix; ids of our own begin with a
 * capital.
 */
function blockOf({ ivr }: IvrContext): CompiledIvr['blockOf'] {
  return (flowKey, action) => {
    if (NO_BLOCKS.has(flowKey)) return undefined;
    const [id = ''] = action.split('.', 1);
    return Object.hasOwn(ivr.blocks, id) ? id : undefined;
  };
}
