// What a message of a rule or a classifier says to one person, and to which address it goes: always
// the default one (REC-5, CBR-11, CBR-12).

import type { EmailContent, TextContent } from '../model/message.ts';
import { type CampaignRecord, defaultOf, parametersOf } from '../model/record.ts';
import { bothForms } from './both-forms.ts';
import { messageFor } from './message-text.ts';
import { transliterated } from './transliterate.ts';

/** Why there is no message. */
interface NoMessage {
  readonly because: string;
}

export interface TextTemplate {
  /** One of the centre's senders, or random for any of its numbers. */
  readonly from: string;
  readonly text: string;
  readonly transliterate?: boolean | undefined;
}

export type EmailOrder = Pick<
  EmailContent,
  'mailbox' | 'cc' | 'bcc' | 'subject' | 'text' | 'attachments'
> & { readonly html?: boolean | undefined };

/** @param seed decides among the numbers, so that the same order has the same sender */
export function composeText(
  record: CampaignRecord,
  { from, text: template, transliterate }: TextTemplate,
  numbers: readonly string[],
  seed: string,
): TextContent | NoMessage {
  const to = defaultOf(record.phones);
  if (to === undefined) return { because: 'it has no telephone number' };
  const made = messageFor(template, scopeOf(record));
  if (made === undefined) return { because: BREAKS };
  const text = transliterate ? transliterated(made) : made;
  if (text === '') return { because: 'the text came out empty' };
  const sender = from === 'random' ? picked(numbers, seed) : from;
  if (sender === undefined) return { because: 'no number to send from' };
  return { kind: 'sms', to, from: sender, text };
}

export function composeEmail(record: CampaignRecord, order: EmailOrder): EmailContent | NoMessage {
  const to = defaultOf(record.emails);
  if (to === undefined) return { because: 'it has no e-mail address' };
  const { mailbox, cc, bcc, attachments } = order;
  const scope = scopeOf(record);
  // what is no text would end the header, or be seen by nobody
  const subject = messageFor(order.subject, scope)
    ?.replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim();
  const text = messageFor(order.text, scope);
  const forms = order.html === true ? bothForms(order.text, scope) : text && { text };
  if (subject === undefined || text === undefined || forms === undefined)
    return { because: BREAKS };
  return { kind: 'email', to, mailbox, cc, bcc, subject, text, ...(forms || {}), attachments };
}

/** What a template reads: the fields of the record, and what rules have added. */
const scopeOf = (record: CampaignRecord) => ({
  ...record.fields,
  parameters: parametersOf(record),
});

const BREAKS = 'the record’s values break its template';

/**
 * One of several by a hash (FNV-1a): spread evenly, and the same again when the commit is repeated.
 */
function picked<T>(choices: readonly T[], seed: string): T | undefined {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193) >>> 0;
  }
  return choices[hash % Math.max(1, choices.length)];
}
