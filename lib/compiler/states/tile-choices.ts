// The forms of Choice states that several kinds of condition share. The first comparison that is
// true decides; the last exit needs none where the others leave only it.
import type { Comparison as Operator } from '../../language/schema/basics.ts';
import type { ChoiceComparison, ChoiceState } from './asl.ts';
import { seenBy } from './fixed-states.ts';

export function choice(
  exits: readonly (ChoiceComparison & { Next: string })[],
  otherwise?: string,
): ChoiceState {
  return {
    Type: 'Choice',
    Choices: exits,
    Default: otherwise,
  };
}

export const foundText = (id: string, value: string): ChoiceComparison => ({
  Variable: seenBy(id),
  StringEquals: value,
});

const NUMERIC: Readonly<Record<Operator, (Variable: string, value: number) => ChoiceComparison>> = {
  '=': (Variable, value) => ({ Variable, NumericEquals: value }),
  '!=': (Variable, value) => ({ Not: { Variable, NumericEquals: value } }),
  '<': (Variable, value) => ({ Variable, NumericLessThan: value }),
  '<=': (Variable, value) => ({ Variable, NumericLessThanEquals: value }),
  '>': (Variable, value) => ({ Variable, NumericGreaterThan: value }),
  '>=': (Variable, value) => ({ Variable, NumericGreaterThanEquals: value }),
};

/** A number found is compared with that of the tile. */
export function comparedChoice(
  id: string,
  tile: {
    readonly compare: { readonly operator: Operator; readonly value: number };
    readonly met: string;
    readonly unmet: string;
  },
): ChoiceState {
  const { operator, value } = tile.compare;
  return choice([{ ...NUMERIC[operator](seenBy(id), value), Next: tile.met }], tile.unmet);
}

/** One of several values was found. */
export function valueChoice(
  id: string,
  tile: {
    readonly paths: Readonly<Partial<Record<string, string>>>;
    readonly otherwise?: string | undefined;
  },
): ChoiceState {
  const exits = Object.entries(tile.paths).flatMap(([value, to]) =>
    to === undefined ? [] : [{ ...foundText(id, value), Next: to }],
  );
  return choice(exits, tile.otherwise);
}
