import { listed } from '../../../language/nearest.ts';
import type { TileOf } from '../../../language/schema/rule.ts';
import { type RuleNode, ruleGraph } from '../../rule-graph.ts';
import { ANY_STATUS, type RuleStatuses, ruleStatuses } from '../../rule-statuses.ts';
import type { TileExit } from '../../states/tile.ts';
import {
  type Check,
  type CheckFacts,
  type Finding,
  tilePath,
  tilesOfKind,
} from '../check-facts.ts';

/** Every path can be taken: conditions find different things at different times (CBR-14). */
export const deadPath: Check = function* (facts) {
  yield* comparisons(facts, 'passes', 1);
  yield* comparisons(facts, 'attempts', 1);
  yield* comparisons(facts, 'calls-with-status', 0);
  yield* statusPaths(facts);
};

/** A status that an earlier condition of the same run has ruled out. */
const statusPaths: Check = function* ({ definitions, gaps, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    if (!gaps.isWhole(['rules', rule])) continue;
    const graph = ruleGraph(definition);
    const statuses = ruleStatuses(graph, ANY_STATUS);
    for (const node of graph.nodes.values()) {
      for (const exit of node.exits) {
        if (statuses.at(node.id).size === 0 || statuses.by(node, exit).size > 0) continue;
        const at = places.keyAt([...tilePath(rule, node.id), ...exit.path]);
        const message = `'${exit.on}' of tile '${node.id}' can never be taken: ${reason(node, exit, statuses)}`;
        yield { at, message, remedy: `Delete '${exit.on}'.` };
      }
    }
  }
};

function reason({ id }: RuleNode, { on }: TileExit, statuses: RuleStatuses): string {
  const here = statuses.at(id);
  const isAny = here.size === ANY_STATUS.size;
  if (on === 'otherwise' && isAny) return 'every status has its own path';
  return `a call that gets here was ${listed([...here])}`;
}

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
    const remedy = 'Compare with a number for which both outcomes are possible.';
    yield { at, message, remedy };
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
