// An IVR → the flows of a campaign's inbound channel. Same definitions, same bytes. Why they refer
// to each other by attributes only, and why what follows a wait stands in the flow of the wait:
// docs/decisions/0009-ivr-flows.md.

import { flowAttribute } from '../../domain/calls/call-attributes.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Definitions } from '../../language/definitions.ts';
import { type CallFacts, callFacts } from './call-facts.ts';
import type { CompiledFlow, CompiledIvr, CompileIvr, References } from './compiled-ivr.ts';
import { renderContactFlows } from './contact-flows.ts';
import { BOTH_SIDES, ENTRY, HOLD, SURVEY, WHISPERS } from './flow-keys.ts';
import { renderHoldFlow } from './hold-flow.ts';
import { ivrLayout } from './ivr-layout.ts';
import { FLOW_LIMITS, type Size } from './pack-flows.ts';
import { renderSurveyFlow } from './survey-flow.ts';
import { renderWaitingFlow } from './waiting-flow.ts';
import { renderWhisperFlow } from './whisper-flow.ts';

/** A flow takes no more. */
export const MOST_ACTIONS = 250;
/** A contact's attributes take 32 KB; what api-requests save needs some of it. */
const MOST_ATTRIBUTE_BYTES = 24 * 1024;

export const compileIvr: CompileIvr = (definitions, campaign, references) =>
  compileWithin(FLOW_LIMITS, definitions, campaign, references);

/** @param limits at which the blocks before a queue are split into several flows */
export function compileWithin(
  limits: Size,
  ...[definitions, campaign, references]: Parameters<CompileIvr>
): CompiledIvr {
  const call = callFacts(definitions, campaign, references);
  const flows = renderFlows(call, limits);
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
  return { campaign, ivr: call.ivrId, entry: ENTRY, flows, blockOf: blockOf(call) };
}

export interface IvrSize {
  readonly flows: readonly { readonly key: string; readonly actions: number }[];
  /** What the names of the flows take of a call's attributes, and the most they may. */
  readonly attributeBytes: number;
  readonly mostAttributeBytes: number;
}

/**
 * How large the flows of an IVR become, whether Connect takes them or not: for the check.
 * @param definitions in which everything that is named exists
 */
export function ivrSize(definitions: Definitions, campaign: string): IvrSize {
  const flows = renderFlows(callFacts(definitions, campaign, byName(definitions)), FLOW_LIMITS);
  return {
    flows: flows.map(({ key, flow }) => ({ key, actions: flow.Actions.length })),
    attributeBytes: attributeBytes(flows),
    mostAttributeBytes: MOST_ATTRIBUTE_BYTES,
  };
}

/**
 * Things by their names instead of ARNs: for sizes, tests and the interpreter. Numbers not claimed
 * yet get stand-ins.
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

function renderFlows(call: CallFacts, limits: Size): readonly CompiledFlow[] {
  const layout = ivrLayout(call);
  const { survey, holdMusic, whisper = {} } = call.inbound;
  const waits = layout.order.filter((id) => {
    const kind = call.ivr.blocks[id]?.kind;
    return kind === 'queue' || kind === 'extension';
  });
  const others = [
    ...(holdMusic === undefined ? [] : [renderHoldFlow(call, holdMusic)]),
    ...BOTH_SIDES.flatMap((to) => {
      const words = whisper[to];
      return words === undefined ? [] : [renderWhisperFlow(call, to, words)];
    }),
    ...(survey === undefined ? [] : [renderSurveyFlow(call, survey)]),
    ...waits.map((id) => renderWaitingFlow(call, layout, id)),
  ];
  const keys = others.map(({ key }) => key);
  return [...others, ...renderContactFlows(call, layout, keys, limits)];
}

/** An ARN of a flow has no more characters. */
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
 * Ids of actions are those of their blocks, with a dot before what tells them apart; our own begin
 * with a capital.
 */
function blockOf({ ivr }: CallFacts): CompiledIvr['blockOf'] {
  return (flowKey, action) => {
    if (NO_BLOCKS.has(flowKey)) return undefined;
    const [id = ''] = action.split('.', 1);
    return Object.hasOwn(ivr.blocks, id) ? id : undefined;
  };
}
