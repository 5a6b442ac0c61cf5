// Closes the record (CBR-8).
import type { ActionTile } from '../tile.ts';
import { nextExit } from '../tile-exits.ts';

export const closeRecordTile: ActionTile<'close-record'> = {
  role: 'action',
  exits: nextExit,
  action: () => ({ kind: 'close-record' }),
};
