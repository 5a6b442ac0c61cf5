// One tile, its states: a Pass that carries the tile's name and leaves it on the trail, so that the
// execution's graph in the console is the rule as drawn; behind a condition, the Choice that takes
// the exit.
import { exitsAtOnce, type RuleNode } from '../rule-graph.ts';
import type { PassState, State } from './asl.ts';
import { COMMIT, choiceOf, TRAIL } from './fixed-states.ts';
import { choiceAt } from './tiles.ts';

export function tileStates(node: RuleNode): readonly (readonly [string, State])[] {
  const { id, tile } = node;
  const choice = choiceAt(id, tile);
  if (choice === undefined) {
    const [follows] = exitsAtOnce(node);
    return [[id, passState(node, follows?.to ?? COMMIT)]];
  }
  return [
    [id, passState(node, choiceOf(id))],
    [choiceOf(id), choice],
  ];
}

function passState({ id, tile }: RuleNode, next: string): PassState {
  return {
    Type: 'Pass',
    Comment: tile.note ?? tile.kind,
    Parameters: { 'path.$': `States.Format('{}/${id}', ${TRAIL}.path)` },
    ResultPath: TRAIL,
    Next: next,
  };
}
