// A callback rule as a Step Functions state machine (Express): contact-events tells what the
// conditions need, the tiles are states under their own names, and it carries out the actions of
// the tiles that were passed. The machine holds the whole decision, so one execution reads as
// "this happened and therefore that".
import { createHash } from 'node:crypto';
import type { ConditionNeed, RuleAction } from '../domain/rules/rule-schema.ts';
import type { Definitions } from '../language/definitions.ts';
import type { Rule, Tile } from '../language/schema/rule.ts';
import type { JsonObject } from './json.ts';
import { type RuleGraph, ruleGraph } from './rule-graph.ts';
import type { ChoiceState, State, StateMachine } from './states/asl.ts';
import {
  APPLIED_BEFORE,
  BEGIN,
  COMMIT,
  DONE,
  ENTER,
  FACTS,
  OPEN_TRAIL,
  RECORD_GONE,
  TRAIL,
} from './states/fixed-states.ts';
import { taskState } from './states/task-state.ts';
import { tileStates } from './states/tile-states.ts';
import { actionOf, isAskedWhenReached, needOf } from './states/tiles.ts';

export interface CompiledRule {
  readonly id: string;
  /** Short hash of the rule and the hours it names: the same content, the same version (NEW-11). */
  readonly version: string;
  /** Amazon States Language; functions are placeholders such as ${begin_rule}. */
  readonly definition: StateMachine;
}

/** Rules of definitions that passed the checks. */
export function compileRules(definitions: Definitions): readonly CompiledRule[] {
  return Object.entries(definitions.rules).map(([id, rule]) => compileRule(id, rule, definitions));
}

export function compileRule(id: string, rule: Rule, definitions: Definitions): CompiledRule {
  const graph = ruleGraph(rule);
  const tiles = conditionNeeds(rule, definitions);
  const version = versionOf(rule, tiles);
  const run = {
    'campaign.$': '$.campaign',
    'record.$': '$.record',
    'attempt.$': '$.attempt',
    rule: id,
    version,
  };
  return { id, version, definition: machine(rule, graph, run, tiles) };
}

function machine(
  rule: Rule,
  graph: RuleGraph,
  run: JsonObject,
  tiles: Readonly<Record<string, ConditionNeed>>,
): StateMachine {
  const ask = (needs: Readonly<Record<string, ConditionNeed>>): JsonObject => ({
    ...run,
    tiles: asJson(needs),
    entries: [],
  });
  const tileEntries = [...graph.nodes.values()].flatMap((node) =>
    tileStates(node, ask, tiles[node.id]),
  );
  return {
    Comment: `Callback rule: ${rule.name}`,
    StartAt: BEGIN,
    TimeoutSeconds: 240,
    States: {
      [BEGIN]: beginState(graph, run, tiles),
      [OPEN_TRAIL]: openTrail,
      [ENTER]: enterState(graph),
      ...Object.fromEntries<State>(tileEntries),
      [COMMIT]: commitState(rule, run),
      [DONE]: { Type: 'Succeed' },
      [APPLIED_BEFORE]: { Type: 'Succeed', Comment: 'The rule decided on this attempt before.' },
      [RECORD_GONE]: { Type: 'Succeed', Comment: 'The record or attempt does not exist any more.' },
    },
  };
}

function beginState(
  graph: RuleGraph,
  run: JsonObject,
  tiles: Readonly<Record<string, ConditionNeed>>,
): State {
  const atOnce = [...graph.nodes.values()].filter(({ tile }) => !isAskedWhenReached(tile));
  const asked = Object.fromEntries(
    atOnce.flatMap(({ id }) => {
      const need = tiles[id];
      return need === undefined ? [] : [[id, need] as const];
    }),
  );
  const payload = { ...run, tiles: asJson(asked), entries: graph.entries };
  return taskState('contact-events', payload, {
    ResultSelector: {
      'applied.$': '$.Payload.applied',
      'entry.$': '$.Payload.entry',
      'restarted.$': '$.Payload.restarted',
      'result.$': '$.Payload.result',
      'values.$': '$.Payload.values',
    },
    ResultPath: FACTS,
    Next: OPEN_TRAIL,
  });
}

const openTrail: State = {
  Type: 'Pass',
  Result: { path: '' },
  ResultPath: TRAIL,
  Next: ENTER,
};

/**
 * A rule is applied once per attempt; a record that waits at a tile goes on there, others start at
 * the trigger.
 */
function enterState(graph: RuleGraph): ChoiceState {
  const entries = graph.entries.map((tile) => ({
    Variable: `${FACTS}.entry`,
    StringEquals: tile,
    Next: tile,
  }));
  return {
    Type: 'Choice',
    Choices: [
      { Variable: `${FACTS}.applied`, BooleanEquals: true, Next: APPLIED_BEFORE },
      ...entries,
    ],
    Default: graph.start,
  };
}

function commitState(rule: Rule, run: JsonObject): State {
  const payload = {
    ...run,
    'path.$': `${TRAIL}.path`,
    'restarted.$': `${FACTS}.restarted`,
    'result.$': `${FACTS}.result`,
    'values.$': `${FACTS}.values`,
    actions: asJson(actionsOf(rule)),
  };
  return taskState('contact-events', payload, {
    ResultSelector: { 'outcome.$': '$.Payload.outcome' },
    ResultPath: '$.committed',
    Next: DONE,
  });
}

function conditionNeeds(
  rule: Rule,
  definitions: Definitions,
): Readonly<Record<string, ConditionNeed>> {
  return perTile(rule, (tile) => needOf(tile, definitions));
}

function actionsOf(rule: Rule): Readonly<Record<string, RuleAction>> {
  return perTile(rule, actionOf);
}

/** By tile id, of the tiles that have it. */
function perTile<T>(
  { tiles }: Rule,
  of: (tile: Tile) => T | undefined,
): Readonly<Record<string, T>> {
  const found = Object.entries(tiles).flatMap(([id, tile]) => {
    const value = of(tile);
    return value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(found);
}

/** Our own plain data, as the JSON it is. */
const asJson = (data: object): JsonObject => JSON.parse(JSON.stringify(data)) as JsonObject;

function versionOf(rule: Rule, tiles: Readonly<Record<string, ConditionNeed>>): string {
  const content = JSON.stringify({ rule, tiles } satisfies Record<string, unknown>);
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
