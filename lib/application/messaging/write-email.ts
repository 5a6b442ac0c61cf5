// An e-mail that a person at the centre writes to the person of a record (CBR-11). It is ordered
// like any other and sent once; what forbids writing is asked when it leaves.
import { markedUp } from '../../domain/messaging/mark-up.ts';
import { messageId, type RecordRef } from '../../domain/model/ids.ts';
import type { EmailContent, Message } from '../../domain/model/message.ts';
import { type CampaignRecord, defaultOf } from '../../domain/model/record.ts';
import { changed } from '../../domain/records/record-changes.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

export interface WrittenEmail {
  /** Chosen by whoever writes: the same e-mail again is the same one. */
  readonly id: string;
  readonly mailbox: string;
  readonly subject: string;
  readonly text: string;
  readonly html: boolean;
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly attachments: readonly string[];
}

export type EmailWritten =
  | { readonly kind: 'ordered' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

const isInContact = ({ current }: CampaignRecord): boolean =>
  current?.phase === 'with-agent' || current?.phase === 'wrap-up';

const refused = (...reasons: readonly string[]): EmailWritten => ({ kind: 'refused', reasons });

export async function writeEmail(
  ref: RecordRef,
  email: WrittenEmail,
  by: string,
  ports: Pick<Ports, 'records' | 'definitions' | 'clock'>,
): Promise<EmailWritten> {
  const definitions = ports.definitions.definitions();
  const reasons = against(email, definitions);
  if (reasons.length > 0) return refused(...reasons);
  const id = messageId(`written.${email.id}`);
  return untilCommitted(`record ${ref.record}`, async (): Promise<EmailWritten | 'conflict'> => {
    const [record, before] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadMessage(ref, id),
    ]);
    if (record === undefined) return { kind: 'missing' };
    if (before !== undefined) return { kind: 'ordered' };
    const to = defaultOf(record.emails);
    if (to === undefined) return refused('the record has no e-mail address');
    const now = ports.clock.now();
    const message: Message = {
      ...ref,
      id,
      version: 1,
      state: 'ordered',
      content: contentOf(email, to),
      // what is promised in a conversation belongs to it, whatever the caps (NEW-7)
      ...(isInContact(record) && { isAnswer: true }),
      orderedAt: now,
      changedAt: now,
    };
    const committed = await ports.records.commit({
      before: record,
      after: changed(record, now),
      entries: [{ type: 'message.ordered', at: now, message: id, kind: 'email', by }],
      messages: [{ before: undefined, after: message }],
    });
    return committed === 'committed' ? { kind: 'ordered' } : 'conflict';
  });
}

function contentOf(email: WrittenEmail, to: string): EmailContent {
  const { mailbox, cc, bcc, attachments, html } = email;
  const subject = email.subject.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  const body = html ? markedUp(email.text) : { text: email.text };
  return { kind: 'email', to, mailbox, cc, bcc, subject, ...body, attachments };
}

function against({ mailbox, attachments }: WrittenEmail, definitions: Definitions) {
  const known = attachmentsNamed(definitions);
  return [
    ...(own(definitions.centre.mailboxes, mailbox) === undefined
      ? [`there is no mailbox '${mailbox}'`]
      : []),
    ...attachments
      .filter((name) => !known.has(name))
      .map((name) => `no rule and no classifier attaches '${name}'`),
  ];
}

/** Files that the definitions attach to any e-mail: those are known to be there. */
function attachmentsNamed(definitions: Definitions): ReadonlySet<string> {
  const lists = [...JSON.stringify(definitions).matchAll(/"attachments":(\[[^\]]*\])/g)];
  return new Set(lists.flatMap(([, list = '[]']) => JSON.parse(list) as string[]));
}
