// One tile, its states: a Pass that carries the tile's name and leaves it on the trail, so that the
// execution's graph in the console is the rule as drawn; behind a condition, the Choice that takes
// the exit. A condition that is asked when it is reached has begin-rule answer that one question in
// between, and its answer becomes one of the values.
import type { ConditionNeed } from '../../domain/rules/rule-schema.ts';
import type { JsonObject } from '../json.ts';
import { exitsAtOnce, type RuleNode } from '../rule-graph.ts';
import type { PassState, State } from './asl.ts';
import { answerTo, askOf, COMMIT, choiceOf, noteOf, seenBy, TRAIL } from './fixed-states.ts';
import { taskState } from './task-state.ts';
import { choiceAt, isAskedWhenReached } from './tiles.ts';

/** @param ask of a condition that is asked when it is reached */
export function tileStates(
  node: RuleNode,
  ask: (need: Readonly<Record<string, ConditionNeed>>) => JsonObject,
  need: ConditionNeed | undefined,
): readonly (readonly [string, State])[] {
  const { id, tile } = node;
  const choice = choiceAt(id, tile);
  if (choice === undefined) {
    const [follows] = exitsAtOnce(node);
    return [[id, passState(node, follows?.to ?? COMMIT)]];
  }
  if (need === undefined || !isAskedWhenReached(tile))
    return [
      [id, passState(node, choiceOf(id))],
      [choiceOf(id), choice],
    ];
  return [
    [id, passState(node, askOf(id))],
    [
      askOf(id),
      taskState('begin-rule', ask({ [id]: need }), {
        ResultSelector: { 'answer.$': `$.Payload.values['${id}']` },
        ResultPath: answerTo(id),
        Next: noteOf(id),
      }),
    ],
    [
      noteOf(id),
      {
        Type: 'Pass',
        InputPath: `${answerTo(id)}.answer`,
        ResultPath: seenBy(id),
        Next: choiceOf(id),
      },
    ],
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
