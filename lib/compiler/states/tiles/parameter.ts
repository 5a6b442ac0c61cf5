// The value of a parameter that an earlier tile added to the number or the call (CBR-15).
import type { ConditionTile } from '../tile.ts';
import { valueChoice } from '../tile-choices.ts';
import { valueExits } from '../tile-exits.ts';

export const parameterTile: ConditionTile<'parameter'> = {
  role: 'condition',
  exits: valueExits,
  need: ({ of, name }) => ({ kind: 'parameter', of, name }),
  choice: valueChoice,
};
