// Asks whether the number is in service (CBR-10). Each check costs, so it is asked when the tile is
// reached and not when the rule begins.
import type { ConditionTile } from '../tile.ts';
import { choice, foundText } from '../tile-choices.ts';
import { exit } from '../tile-exits.ts';

export const hlrCheckTile: ConditionTile<'hlr-check'> = {
  role: 'condition',
  exits: (tile) => [
    exit('valid', tile.valid),
    exit('invalid', tile.invalid),
    exit('unknown', tile.unknown),
  ],
  need: () => ({ kind: 'hlr' }),
  whenReached: true,
  choice: (id, tile) =>
    choice(
      [
        { ...foundText(id, 'valid'), Next: tile.valid },
        { ...foundText(id, 'invalid'), Next: tile.invalid },
      ],
      tile.unknown,
    ),
};
