// Sends an e-mail to the default address (CBR-11).
import type { ActionTile } from '../tile.ts';
import { nextExit } from '../tile-exits.ts';

export const sendEmailTile: ActionTile<'send-email'> = {
  role: 'action',
  exits: nextExit,
  action: ({ mailbox, cc, bcc, subject, text, attachments, html }) => ({
    kind: 'send-email',
    mailbox,
    cc,
    bcc,
    subject,
    text,
    attachments,
    ...(html === undefined ? {} : { html }),
  }),
};
