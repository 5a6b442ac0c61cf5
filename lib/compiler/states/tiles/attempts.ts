// How many calls were made to the record (CBR-15).
import type { ConditionTile } from '../tile.ts';
import { comparedChoice } from '../tile-choices.ts';
import { metExits } from '../tile-exits.ts';

export const attemptsTile: ConditionTile<'attempts'> = {
  role: 'condition',
  exits: metExits,
  need: () => ({ kind: 'attempts' }),
  choice: comparedChoice,
};
