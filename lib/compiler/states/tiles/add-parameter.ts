// Adds a parameter to the number or to the call (CBR-15).
import type { ActionTile } from '../tile.ts';
import { nextExit } from '../tile-exits.ts';

export const addParameterTile: ActionTile<'add-parameter'> = {
  role: 'action',
  exits: nextExit,
  action: ({ to, name, value }) => ({ kind: 'add-parameter', to, name, value }),
};
