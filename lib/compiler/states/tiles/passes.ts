// How often the record has come through this tile (CBR-3).
import type { ConditionTile } from '../tile.ts';
import { comparedChoice } from '../tile-choices.ts';
import { metExits } from '../tile-exits.ts';

export const passesTile: ConditionTile<'passes'> = {
  role: 'condition',
  exits: metExits,
  need: () => ({ kind: 'passes' }),
  choice: comparedChoice,
};
