// Sends a text message to the default number (CBR-12).
import type { ActionTile } from '../tile.ts';
import { nextExit } from '../tile-exits.ts';

export const sendSmsTile: ActionTile<'send-sms'> = {
  role: 'action',
  exits: nextExit,
  action: ({ from, text, transliterate }) => ({ kind: 'send-sms', from, text, transliterate }),
};
