// An e-mail that a person at the centre writes to the person of a record (CBR-11).
import { markedUp } from '../../domain/messaging/mark-up.ts';
import type { RecordRef } from '../../domain/model/ids.ts';
import type { EmailContent } from '../../domain/model/message.ts';
import { defaultOf } from '../../domain/model/record.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Ports } from '../ports/ports.ts';
import { orderWritten, refusedToWrite, type WrittenMessage } from './written-message.ts';

export interface WrittenEmail {
  readonly id: string;
  readonly mailbox: string;
  readonly subject: string;
  readonly text: string;
  readonly html: boolean;
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly attachments: readonly string[];
}

export async function writeEmail(
  ref: RecordRef,
  email: WrittenEmail,
  by: string,
  ports: Pick<Ports, 'records' | 'definitions' | 'clock'>,
): Promise<WrittenMessage> {
  const reasons = against(email, ports.definitions.definitions());
  if (reasons.length > 0) return refusedToWrite(...reasons);
  const compose: Parameters<typeof orderWritten>[1]['compose'] = ({ emails }) => {
    const to = defaultOf(emails);
    return to === undefined
      ? { because: 'the record has no e-mail address' }
      : contentOf(email, to);
  };
  return orderWritten(ref, { id: email.id, by, compose }, ports);
}

function contentOf(email: WrittenEmail, to: string): EmailContent {
  const { mailbox, cc, bcc, attachments, html } = email;
  const subject = email.subject.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  const body = html ? markedUp(email.text) : { text: email.text };
  return { kind: 'email', to, mailbox, cc, bcc, subject, ...body, attachments };
}

function against({ mailbox, attachments }: WrittenEmail, definitions: Definitions) {
  return [
    ...(own(definitions.centre.mailboxes, mailbox) === undefined
      ? [`there is no mailbox '${mailbox}'`]
      : []),
    ...notAttached(attachments, definitions),
  ];
}

/** What speaks against these files. */
export function notAttached(attachments: readonly string[], definitions: Definitions) {
  if (attachments.length === 0) return [];
  const known = attachmentsNamed(definitions);
  return attachments
    .filter((name) => !known.has(name))
    .map((name) => `no rule and no classifier attaches '${name}'`);
}

/** Files that the definitions attach to any e-mail: those are known to be there. */
function attachmentsNamed(definitions: Definitions): ReadonlySet<string> {
  const lists = [...JSON.stringify(definitions).matchAll(/"attachments":(\[[^\]]*\])/g)];
  return new Set(lists.flatMap(([, list = '[]']) => JSON.parse(list) as string[]));
}
