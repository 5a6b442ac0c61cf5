// The rule stops and does nothing (CBR-9).
import type { ActionTile } from '../tile.ts';
import { noExits } from '../tile-exits.ts';

export const endTile: ActionTile<'end'> = {
  role: 'action',
  exits: noExits,
  action: () => undefined,
};
