// The messages an agent may choose from, with the values of one record in them: what is shown is
// what is sent, until the agent changes it.
import type { LetterTemplate } from '../../language/schema/desk.ts';
import { messageFor, PARAMETERS } from '../messaging/message-text.ts';
import { transliterated } from '../messaging/transliterate.ts';
import { type CampaignRecord, parametersOf } from '../model/record.ts';

export type FilledTemplate =
  | {
      readonly kind: 'sms';
      readonly template: string;
      readonly name: string;
      readonly text: string;
      readonly from: string;
    }
  | {
      readonly kind: 'email';
      readonly template: string;
      readonly name: string;
      readonly text: string;
      readonly subject: string;
      readonly mailbox: string;
      readonly html: boolean;
      readonly cc: readonly string[];
      readonly bcc: readonly string[];
      readonly attachments: readonly string[];
    };

/** Without those that the values of the record break. */
export function filledTemplates(
  templates: Readonly<Record<string, LetterTemplate>>,
  record: CampaignRecord,
): readonly FilledTemplate[] {
  const scope = { ...record.fields, [PARAMETERS]: parametersOf(record) };
  return Object.entries(templates).flatMap(([template, one]): readonly FilledTemplate[] => {
    const { name } = one;
    const text = messageFor(one.text, scope);
    if (text === undefined) return [];
    if (one.kind === 'sms') {
      const written = one.transliterate === true ? transliterated(text) : text;
      return [{ kind: 'sms', template, name, text: written, from: one.from }];
    }
    const subject = messageFor(one.subject, scope);
    if (subject === undefined) return [];
    const { mailbox, cc, bcc, attachments, html = false } = one;
    return [{ kind: 'email', template, name, text, subject, mailbox, html, cc, bcc, attachments }];
  });
}
