import { listed } from '../../../language/nearest.ts';
import { CALL_STATUSES } from '../../../language/schema/rule.ts';
import { ruleGraph } from '../../rule-graph.ts';
import { ANY_STATUS, ruleStatuses } from '../../rule-statuses.ts';
import { type Check, tilePath, tilesOfKind } from '../check-facts.ts';

/** A condition has a path for everything it may find (CBR-2, CBR-15). */
export const incompletePaths: Check = function* (facts) {
  yield* statusesWithoutPath(facts);
  yield* classifiersWithoutPath(facts);
  yield* withoutPaths(facts);
};

/** A tile that only some statuses lead to needs paths for those. */
const statusesWithoutPath: Check = function* ({ definitions, gaps, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const graph = ruleGraph(definition);
    const statuses = ruleStatuses(graph, ANY_STATUS);
    for (const { id, tile } of graph.nodes.values()) {
      if (tile.kind !== 'call-status' || tile.otherwise !== undefined) continue;
      const here = gaps.isWhole(['rules', rule]) ? statuses.at(id) : ANY_STATUS;
      const missing = CALL_STATUSES.filter(
        (status) => here.has(status) && tile.paths[status] === undefined,
      );
      if (missing.length === 0 || !gaps.isWhole(tilePath(rule, id))) continue;
      const at = places.keyAt([...tilePath(rule, id), 'paths']);
      yield { at, message: `tile '${id}' has no path for ${listed(missing)}` };
    }
  }
};

const classifiersWithoutPath: Check = function* ({ definitions, gaps, places }) {
  for (const [rule, id, { otherwise }] of tilesOfKind(definitions, 'result')) {
    if (otherwise !== undefined || !gaps.isWhole(tilePath(rule, id))) continue;
    const at = places.keyAt([...tilePath(rule, id), 'paths']);
    const message = `tile '${id}' has no path for other classifiers`;
    yield { at, message, remedy: "Add 'otherwise'." };
  }
};

const withoutPaths: Check = function* ({ definitions, gaps, places }) {
  const tiles = [...tilesOfKind(definitions, 'call-status'), ...tilesOfKind(definitions, 'result')];
  for (const [rule, id, { paths, otherwise }] of tiles) {
    if (Object.keys(paths).length > 0 || otherwise === undefined) continue;
    if (!gaps.isWhole([...tilePath(rule, id), 'paths'])) continue;
    const at = places.keyAt([...tilePath(rule, id), 'paths']);
    const message = `tile '${id}' has no paths, so it always leads to '${otherwise}'`;
    yield { at, message, remedy: `Add a path, or lead to '${otherwise}' directly.` };
  }
};
