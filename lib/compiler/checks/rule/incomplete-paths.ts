import { listed } from '../../../language/nearest.ts';
import { CALL_STATUSES } from '../../../language/schema/rule.ts';
import { type Check, tilePath, tilesOfKind } from '../check-facts.ts';

/** A condition has a path for everything it may find (CBR-2, CBR-15). */
export const incompletePaths: Check = function* (facts) {
  yield* statusesWithoutPath(facts);
  yield* classifiersWithoutPath(facts);
  yield* withoutPaths(facts);
};

const statusesWithoutPath: Check = function* ({ definitions, gaps, places }) {
  for (const [rule, id, { paths, otherwise }] of tilesOfKind(definitions, 'call-status')) {
    const missing = CALL_STATUSES.filter((status) => paths[status] === undefined);
    if (otherwise !== undefined || missing.length === 0) continue;
    if (!gaps.isWhole(tilePath(rule, id))) continue;
    const at = places.keyAt([...tilePath(rule, id), 'paths']);
    yield { at, message: `tile '${id}' has no path for ${listed(missing)}` };
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
