// The result an agent gave (CBR-15): an exit for each classifier named.
import type { ConditionTile } from '../tile.ts';
import { valueChoice } from '../tile-choices.ts';
import { valueExits } from '../tile-exits.ts';

export const resultTile: ConditionTile<'result'> = {
  role: 'condition',
  exits: valueExits,
  need: () => ({ kind: 'result' }),
  choice: valueChoice,
};
