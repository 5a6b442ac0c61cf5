// How many calls of the record ended with one of the statuses (CBR-6).
import type { ConditionTile } from '../tile.ts';
import { comparedChoice } from '../tile-choices.ts';
import { metExits } from '../tile-exits.ts';

export const callsWithStatusTile: ConditionTile<'calls-with-status'> = {
  role: 'condition',
  exits: metExits,
  need: ({ statuses }) => ({ kind: 'calls-with-status', statuses }),
  choice: comparedChoice,
};
