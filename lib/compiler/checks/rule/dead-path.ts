import { CALL_STATUSES, type TileOf } from '../../../language/schema/rule.ts';
import {
  type Check,
  type CheckFacts,
  type Finding,
  tilePath,
  tilesOfKind,
} from '../check-facts.ts';

/** Every path can be taken: a comparison holds for some numbers and not for others (CBR-14). */
export const deadPath: Check = function* (facts) {
  yield* comparisons(facts, 'passes', 1);
  yield* comparisons(facts, 'attempts', 1);
  yield* comparisons(facts, 'calls-with-status', 0);
  for (const [rule, id, { paths, otherwise }] of tilesOfKind(facts.definitions, 'call-status')) {
    if (otherwise === undefined || CALL_STATUSES.some((status) => !paths[status])) continue;
    const at = facts.places.keyAt([...tilePath(rule, id), 'otherwise']);
    const message = `'otherwise' of tile '${id}' can never be taken: every status has its own path`;
    yield { at, message, remedy: "Delete 'otherwise'." };
  }
};

type Counting = 'passes' | 'attempts' | 'calls-with-status';

/** @param least the smallest number the condition can find */
function* comparisons(
  { definitions, places }: CheckFacts,
  kind: Counting,
  least: number,
): Generator<Finding> {
  for (const [rule, id, tile] of tilesOfKind<Counting>(definitions, kind)) {
    const dead = deadBranch(tile.compare, least);
    if (dead === undefined) continue;
    const at = places.valueAt([...tilePath(rule, id), 'compare']);
    const message = `'${dead}' of tile '${id}' can never be taken: the number is always ${least} or more`;
    yield { at, message };
  }
}

function deadBranch(
  { operator, value }: TileOf<Counting>['compare'],
  least: number,
): 'met' | 'unmet' | undefined {
  switch (operator) {
    case '=':
    case '<=':
      return value < least ? 'met' : undefined;
    case '<':
      return value <= least ? 'met' : undefined;
    case '!=':
    case '>':
      return value < least ? 'unmet' : undefined;
    case '>=':
      return value <= least ? 'unmet' : undefined;
  }
}
