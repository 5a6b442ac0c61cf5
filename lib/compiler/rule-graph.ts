// A callback rule as a graph: frozen plain data, one node per tile, every exit named and with its
// place in the file. Checks and renderers read this and nothing else.
import type { Rule, Tile, TileKind, TileOf } from '../language/schema/rule.ts';

/** A way out of a tile. */
export interface Exit {
  /** What takes it: a call status, "met", "open", "next" … */
  readonly on: string;
  readonly to: string;
  /** Where it is written, within the tile. */
  readonly path: readonly string[];
}

export interface RuleNode {
  readonly id: string;
  readonly tile: Tile;
  readonly exits: readonly Exit[];
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
  const entries = Object.values(rule.tiles).flatMap((tile) =>
    tile.kind === 'recontact' && tile.next !== undefined ? [tile.next] : [],
  );
  return Object.freeze({ start: rule.start, nodes, entries: [...new Set(entries)].toSorted() });
}

/**
 * The exits of a tile within one run of the rule: a recontact waits for the call, so nothing
 * follows it at once.
 */
export function exitsAtOnce(node: RuleNode): readonly Exit[] {
  return node.tile.kind === 'recontact' ? [] : node.exits;
}

type ExitsOf = { readonly [K in TileKind]: (tile: TileOf<K>) => readonly Exit[] };

const exit = (on: string, to: string): Exit => ({ on, to, path: [on] });
const next = (tile: { next?: string | undefined }): readonly Exit[] =>
  tile.next === undefined ? [] : [exit('next', tile.next)];
const yesNo = (tile: { met: string; unmet: string }): readonly Exit[] => [
  exit('met', tile.met),
  exit('unmet', tile.unmet),
];
const byValue = (tile: {
  paths: Readonly<Partial<Record<string, string>>>;
  otherwise?: string | undefined;
}): readonly Exit[] => [
  ...Object.entries(tile.paths).flatMap(([on, to]) =>
    to === undefined ? [] : [{ on, to, path: ['paths', on] }],
  ),
  ...(tile.otherwise === undefined ? [] : [exit('otherwise', tile.otherwise)]),
];
const none = (): readonly Exit[] => [];

const EXITS: ExitsOf = {
  'call-status': byValue,
  passes: yesNo,
  'calls-with-status': yesNo,
  attempts: yesNo,
  connected: yesNo,
  result: byValue,
  availability: (tile) => [exit('open', tile.open), exit('closed', tile.closed)],
  privacy: (tile) => [exit('private', tile.private), exit('other', tile.other)],
  recontact: next,
  'close-record': next,
  'delete-contact': none,
  'add-parameter': next,
  'send-sms': next,
  'send-email': next,
  end: none,
};

function exitsOf(tile: Tile): readonly Exit[] {
  const exits = EXITS[tile.kind] as (tile: Tile) => readonly Exit[];
  return exits(tile);
}
