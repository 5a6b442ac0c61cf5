import { ruleGraph } from '../../rule-graph.ts';
import { type Check, tilePath, tilesOf, unlessKnown } from '../check-facts.ts';

/** Every path leads to a tile of the rule (CBR-14). */
export const missingTile: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const known = tilesOf(facts, rule);
    const { start, nodes } = ruleGraph(definition);
    if (gaps.isWhole(['rules', rule, 'start'])) {
      const at = places.valueAt(['rules', rule, 'start']);
      yield* unlessKnown(start, known, at, `the rule starts at '${start}', which is not a tile`);
    }
    for (const node of nodes.values()) {
      for (const { on, to, path } of node.exits) {
        const at = places.valueAt([...tilePath(rule, node.id), ...path]);
        const message = `tile '${node.id}' leads to '${to}' (${on}), which is not a tile`;
        yield* unlessKnown(to, known, at, message);
      }
    }
  }
};
