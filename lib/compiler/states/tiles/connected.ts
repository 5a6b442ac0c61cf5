// Whether the call connected (CBR-15).
import { seenBy } from '../fixed-states.ts';
import type { ConditionTile } from '../tile.ts';
import { choice } from '../tile-choices.ts';
import { metExits } from '../tile-exits.ts';

export const connectedTile: ConditionTile<'connected'> = {
  role: 'condition',
  exits: metExits,
  need: () => ({ kind: 'connected' }),
  choice: (id, { met, unmet }) =>
    choice([{ Variable: seenBy(id), BooleanEquals: true, Next: met }], unmet),
};
