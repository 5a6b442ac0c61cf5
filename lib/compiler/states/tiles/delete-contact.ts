// Deletes what is stored about the person (CBR-15). Nothing can follow: there is no record any
// more.
import type { ActionTile } from '../tile.ts';
import { noExits } from '../tile-exits.ts';

export const deleteContactTile: ActionTile<'delete-contact'> = {
  role: 'action',
  exits: noExits,
  action: () => ({ kind: 'delete-contact' }),
};
