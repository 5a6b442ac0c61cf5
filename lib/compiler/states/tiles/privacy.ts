// Whether the record is private to an agent (CBR-5).
import type { ConditionTile } from '../tile.ts';
import { choice, foundText } from '../tile-choices.ts';
import { exit } from '../tile-exits.ts';

export const privacyTile: ConditionTile<'privacy'> = {
  role: 'condition',
  exits: (tile) => [exit('private', tile.private), exit('other', tile.other)],
  need: () => ({ kind: 'privacy' }),
  choice: (id, tile) => choice([{ ...foundText(id, 'private'), Next: tile.private }], tile.other),
};
