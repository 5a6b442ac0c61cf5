// What the compiler has to know about one kind of tile. Each kind is a file in tiles/; the table
// over them is tiles.ts.
import type { ConditionNeed, RuleAction } from '../../domain/rules/rule-schema.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { TileKind, TileOf } from '../../language/schema/rule.ts';
import type { ChoiceState } from './asl.ts';

/** A way out of a tile. */
export interface TileExit {
  /** Its name: a call status, "met", "open", "next" … */
  readonly on: string;
  readonly to: string;
  /** Where it is written, within the tile. */
  readonly path: readonly string[];
}

export interface ConditionTile<K extends TileKind> {
  readonly role: 'condition';
  readonly exits: (tile: TileOf<K>) => readonly TileExit[];
  /** What has to be found out about the record. */
  readonly need: (tile: TileOf<K>, definitions: Definitions) => ConditionNeed;
  /** It is asked when the tile is reached, and not when the rule begins. */
  readonly whenReached?: true;
  /** Chooses an exit by what was found, which is stored under the tile's id. */
  readonly choice: (id: string, tile: TileOf<K>) => ChoiceState;
}

export interface ActionTile<K extends TileKind> {
  readonly role: 'action';
  readonly exits: (tile: TileOf<K>) => readonly TileExit[];
  /** What contact-events carries out; nothing where the rule just ends. */
  readonly action: (tile: TileOf<K>) => RuleAction | undefined;
  /** What follows is entered by the next run of the rule, after the next call. */
  readonly waitsForCall?: true;
}
