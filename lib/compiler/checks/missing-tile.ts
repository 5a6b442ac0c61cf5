import { ruleGraph } from '../rule-graph.ts';
import { type Check, tilePath, tilesOf, unlessKnown } from './check-facts.ts';

/** Every path leads to a tile of the rule (CBR-14). */
export const missingTile: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [rule, { start, tiles }] of Object.entries(definitions.rules)) {
    const known = tilesOf(facts, rule);
    const startAt = places.valueAt(['rules', rule, 'start']);
    const startMessage = `the rule starts at '${start}', but there is no such tile`;
    if (gaps.isWhole(['rules', rule, 'start']))
      yield* unlessKnown('missing-tile', start, known, startAt, startMessage);
    for (const node of ruleGraph({ name: rule, start, tiles }).nodes.values()) {
      for (const { on, to, path } of node.exits) {
        const at = places.valueAt([...tilePath(rule, node.id), ...path]);
        const message = `tile '${node.id}' leads to '${to}' (${on}), but there is no such tile`;
        yield* unlessKnown('missing-tile', to, known, at, message);
      }
    }
  }
};
