// The kinds of tile by name: one row and one file in tiles/ for each, so a kind without them does
// not compile.
import type { ConditionNeed, RuleAction } from '../../domain/rules/rule-schema.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Tile, TileKind } from '../../language/schema/rule.ts';
import type { ChoiceState } from './asl.ts';
import type { ActionTile, ConditionTile, TileExit } from './tile.ts';
import { addParameterTile } from './tiles/add-parameter.ts';
import { attemptsTile } from './tiles/attempts.ts';
import { availabilityTile } from './tiles/availability.ts';
import { callStatusTile } from './tiles/call-status.ts';
import { callsWithStatusTile } from './tiles/calls-with-status.ts';
import { closeRecordTile } from './tiles/close-record.ts';
import { connectedTile } from './tiles/connected.ts';
import { deleteContactTile } from './tiles/delete-contact.ts';
import { endTile } from './tiles/end.ts';
import { hlrCheckTile } from './tiles/hlr-check.ts';
import { parameterTile } from './tiles/parameter.ts';
import { passesTile } from './tiles/passes.ts';
import { privacyTile } from './tiles/privacy.ts';
import { recontactTile } from './tiles/recontact.ts';
import { resultTile } from './tiles/result.ts';
import { sendEmailTile } from './tiles/send-email.ts';
import { sendSmsTile } from './tiles/send-sms.ts';

type Tiles = { readonly [K in TileKind]: ConditionTile<K> | ActionTile<K> };

const TILES: Tiles = {
  'call-status': callStatusTile,
  passes: passesTile,
  'calls-with-status': callsWithStatusTile,
  attempts: attemptsTile,
  connected: connectedTile,
  result: resultTile,
  parameter: parameterTile,
  availability: availabilityTile,
  privacy: privacyTile,
  'hlr-check': hlrCheckTile,
  recontact: recontactTile,
  'close-record': closeRecordTile,
  'delete-contact': deleteContactTile,
  'add-parameter': addParameterTile,
  'send-sms': sendSmsTile,
  'send-email': sendEmailTile,
  end: endTile,
};

/** The row of a tile's kind accepts that tile; TypeScript cannot see that across the table. */
const rowOf = (tile: Tile) => TILES[tile.kind] as ConditionTile<TileKind> | ActionTile<TileKind>;

export const exitsOf = (tile: Tile): readonly TileExit[] => rowOf(tile).exits(tile);

/** What a condition asks of a record; undefined for an action. */
export function needOf(tile: Tile, definitions: Definitions): ConditionNeed | undefined {
  const row = rowOf(tile);
  return row.role === 'condition' ? row.need(tile, definitions) : undefined;
}

/** Whether a condition is asked only when its tile is reached. */
export function isAskedWhenReached(tile: Tile): boolean {
  const row = rowOf(tile);
  return row.role === 'condition' && row.whenReached === true;
}

/** How a condition chooses among its exits; undefined for an action. */
export function choiceAt(id: string, tile: Tile): ChoiceState | undefined {
  const row = rowOf(tile);
  return row.role === 'condition' ? row.choice(id, tile) : undefined;
}

/** What an action does; undefined for a condition and for the end of a rule. */
export function actionOf(tile: Tile): RuleAction | undefined {
  const row = rowOf(tile);
  return row.role === 'action' ? row.action(tile) : undefined;
}

/** Whether what follows the tile waits for the next call. */
export function waitsForCall(tile: Tile): boolean {
  const row = rowOf(tile);
  return row.role === 'action' && row.waitsForCall === true;
}
