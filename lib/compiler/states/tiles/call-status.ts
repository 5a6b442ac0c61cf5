// How the call ended (CBR-2): an exit for each status named.
import type { ConditionTile } from '../tile.ts';
import { valueChoice } from '../tile-choices.ts';
import { valueExits } from '../tile-exits.ts';

export const callStatusTile: ConditionTile<'call-status'> = {
  role: 'condition',
  exits: valueExits,
  need: () => ({ kind: 'call-status' }),
  choice: valueChoice,
};
