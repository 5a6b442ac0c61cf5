// Schedules the next call; what follows goes on after that call (CBR-7).
import type { ActionTile } from '../tile.ts';
import { nextExit } from '../tile-exits.ts';

export const recontactTile: ActionTile<'recontact'> = {
  role: 'action',
  exits: nextExit,
  action: ({ after, next }) => ({
    kind: 'recontact',
    after,
    cursor: next,
  }),
  waitsForCall: true,
};
