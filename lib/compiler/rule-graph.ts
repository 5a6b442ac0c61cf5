// A callback rule as a graph: frozen plain data, one node per tile, every exit named and with its
// place in the file. Checks and renderers read this and nothing else.
import type { Rule, Tile } from '../language/schema/rule.ts';
import type { TileExit } from './states/tile.ts';
import { exitsOf, waitsForCall } from './states/tiles.ts';

export interface RuleNode {
  readonly id: string;
  readonly tile: Tile;
  readonly exits: readonly TileExit[];
}

export interface RuleGraph {
  readonly start: string;
  readonly nodes: ReadonlyMap<string, RuleNode>;
  /** Tiles at which the rule goes on after a call: what follows a recontact (CBR-7). */
  readonly entries: readonly string[];
}

export function ruleGraph(rule: Rule): RuleGraph {
  const nodes = new Map(
    Object.entries(rule.tiles).map(([id, tile]) => [
      id,
      Object.freeze({ id, tile, exits: exitsOf(tile) }),
    ]),
  );
  const entries = [...nodes.values()].flatMap(({ tile, exits }) =>
    waitsForCall(tile) ? exits.map(({ to }) => to) : [],
  );
  return Object.freeze({ start: rule.start, nodes, entries: [...new Set(entries)].toSorted() });
}

/**
 * The exits of a tile within one run of the rule: what waits for the next call is not reached in
 * it.
 */
export function exitsAtOnce({ tile, exits }: RuleNode): readonly TileExit[] {
  return waitsForCall(tile) ? [] : exits;
}
