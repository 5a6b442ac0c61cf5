// Conditions as Choice states: what begin-rule found for the tile is compared, and the exit taken.
import type { Comparison as Operator } from '../../language/schema/basics.ts';
import type { TileKind, TileOf } from '../../language/schema/rule.ts';
import type { ChoiceState, Comparison } from './asl.ts';
import { seenBy } from './fixed-states.ts';

export type ConditionKind = Extract<
  TileKind,
  | 'call-status'
  | 'passes'
  | 'calls-with-status'
  | 'attempts'
  | 'connected'
  | 'result'
  | 'availability'
  | 'privacy'
>;

type RenderCondition = {
  readonly [K in ConditionKind]: (id: string, tile: TileOf<K>) => ChoiceState;
};

/**
 * The first exit that holds is taken; the last one needs no comparison where the others leave only
 * it.
 */
function choice(
  exits: readonly (Comparison & { Next: string })[],
  otherwise?: string,
): ChoiceState {
  return {
    Type: 'Choice',
    Choices: exits,
    Default: otherwise,
  };
}

const equals = (id: string, value: string): Comparison => ({
  Variable: seenBy(id),
  StringEquals: value,
});

const NUMERIC: Readonly<Record<Operator, (Variable: string, value: number) => Comparison>> = {
  '=': (Variable, value) => ({ Variable, NumericEquals: value }),
  '!=': (Variable, value) => ({ Not: { Variable, NumericEquals: value } }),
  '<': (Variable, value) => ({ Variable, NumericLessThan: value }),
  '<=': (Variable, value) => ({ Variable, NumericLessThanEquals: value }),
  '>': (Variable, value) => ({ Variable, NumericGreaterThan: value }),
  '>=': (Variable, value) => ({ Variable, NumericGreaterThanEquals: value }),
};

function compared(id: string, tile: TileOf<'passes' | 'calls-with-status' | 'attempts'>) {
  const { operator, value } = tile.compare;
  return choice([{ ...NUMERIC[operator](seenBy(id), value), Next: tile.met }], tile.unmet);
}

function byValue(id: string, tile: TileOf<'call-status' | 'result'>): ChoiceState {
  const exits = Object.entries(tile.paths).flatMap(([value, to]) =>
    to === undefined ? [] : [{ ...equals(id, value), Next: to }],
  );
  return choice(exits, tile.otherwise);
}

export const CONDITIONS: RenderCondition = {
  'call-status': byValue,
  passes: compared,
  'calls-with-status': compared,
  attempts: compared,
  connected: (id, tile) =>
    choice([{ Variable: seenBy(id), BooleanEquals: true, Next: tile.met }], tile.unmet),
  result: byValue,
  availability: (id, tile) => choice([{ ...equals(id, 'open'), Next: tile.open }], tile.closed),
  privacy: (id, tile) => choice([{ ...equals(id, 'private'), Next: tile.private }], tile.other),
};
