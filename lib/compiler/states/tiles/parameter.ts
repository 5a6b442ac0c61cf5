// A parameter that a rule added (CBR-15): an exit for each value named.
import type { ConditionTile } from '../tile.ts';
import { valueChoice } from '../tile-choices.ts';
import { valueExits } from '../tile-exits.ts';

export const parameterTile: ConditionTile<'parameter'> = {
  role: 'condition',
  exits: valueExits,
  need: ({ of, name }) => ({ kind: 'parameter', of, name }),
  choice: valueChoice,
};
