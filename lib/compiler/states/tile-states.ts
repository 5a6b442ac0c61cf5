// One tile, its states: a Pass that carries the tile's name and leaves it on the trail, so that the
// execution's graph in the console is the rule as drawn; behind a condition, the Choice that takes
// the exit.
import type { Tile } from '../../language/schema/rule.ts';
import type { RuleNode } from '../rule-graph.ts';
import { ACTIONS } from './actions.ts';
import type { ChoiceState, PassState, State } from './asl.ts';
import { CONDITIONS } from './conditions.ts';
import { COMMIT, choiceOf, TRAIL } from './fixed-states.ts';

export const isCondition = (tile: Tile): boolean => tile.kind in CONDITIONS;
export const isAction = (tile: Tile): boolean => tile.kind in ACTIONS;

export function tileStates(node: RuleNode): readonly (readonly [string, State])[] {
  const { id, tile } = node;
  if (isCondition(tile)) {
    const render = CONDITIONS[tile.kind as keyof typeof CONDITIONS] as RenderChoice;
    return [
      [id, passState(node, choiceOf(id))],
      [choiceOf(id), render(id, tile)],
    ];
  }
  const follows = 'next' in tile && tile.kind !== 'recontact' ? tile.next : undefined;
  return [[id, passState(node, follows ?? COMMIT)]];
}

type RenderChoice = (id: string, tile: Tile) => ChoiceState;

function passState({ id, tile }: RuleNode, next: string): PassState {
  return {
    Type: 'Pass',
    Comment: tile.note ?? tile.kind,
    Parameters: { 'path.$': `States.Format('{}/${id}', ${TRAIL}.path)` },
    ResultPath: TRAIL,
    Next: next,
  };
}
