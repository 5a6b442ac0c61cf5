// An e-mail that came to the domain of a mailbox (SMS-3 for e-mails). Whose record it belongs to is
// in the address it was sent to. What is taken is kept with the record, as text; the e-mail itself
// is deleted, whatever became of it, and so is what belongs to nobody.

import { createHash } from 'node:crypto';
import {
  isSignedBy,
  type ReadReplyAddress,
  readReplyAddress,
  repliesDomains,
  signedForReplies,
} from '../../domain/messaging/reply-address.ts';
import { campaignId, messageId, recordId } from '../../domain/model/ids.ts';
import type { EmailContent } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { changed } from '../../domain/records/record-changes.ts';
import { incomingId } from '../../domain/texting/conversation-id.ts';
import { threadOf } from '../../domain/texting/email-thread.ts';
import { type NotTaken, whyNotTaken } from '../../domain/texting/not-taken.ts';
import { withoutHistory } from '../../domain/texting/quoted-history.ts';
import { type ReadMail, readMail } from '../../mail/read-mail.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { takeIncoming } from './take-incoming.ts';

type Needs = PortsOf<'receive-email'>;

/** Bytes that are read of an e-mail: what is longer is so because of its files, which come last. */
const MOST_READ = 10_000_000;

export const receiveEmail: UseCase<'receive-email', Needs> = async ({ key }, ports) => {
  const raw = await ports.mails.read(key, MOST_READ);
  if (raw === undefined) return { outcome: 'received before' };
  const mail = await readMail(raw).catch(() => undefined);
  const outcome = mail === undefined ? 'unreadable' : await receive(mail, key, ports);
  await ports.mails.erase(key);
  return { outcome };
};

async function receive(mail: ReadMail, key: string, ports: Needs): Promise<string> {
  const id = idOf(mail, key);
  const address = addressOf(mail, ports);
  if (address === undefined || mail.from === '') return 'nobody is on record';
  return untilCommitted('the record of an e-mail', async () => {
    const record = await recordOf(address, ports);
    if (record === undefined) return 'nobody is on record';
    const because = whyNotTaken(mail.headers);
    if (because !== undefined) return note(record, id, because, ports);
    if (isBeingCalled(record))
      throw new Fault('RecordContended', 'the person is being called: nobody would see the e-mail');
    const mailbox = await mailboxOf(record, address, ports);
    const content = contentOf(mail, mailbox);
    const { from } = mail;
    return takeIncoming(record, { id, from, to: mailbox, content, optOut: false }, ports);
  });
}

/** No agent has the record yet. SQS brings the e-mail again when that is over. */
const isBeingCalled = ({ current }: CampaignRecord): boolean =>
  current !== undefined &&
  current.awaitsAgent !== true &&
  ['ordered', 'started', 'connected'].includes(current.phase);

/** One that is delivered twice has the same. */
const idOf = ({ ids }: ReadMail, key: string): string =>
  createHash('sha256')
    .update(ids.at(-1) ?? key)
    .digest('hex')
    .slice(0, 32);

function addressOf({ to }: ReadMail, { definitions }: Needs): ReadReplyAddress | undefined {
  const domains = repliesDomains(definitions.definitions());
  return to
    .flatMap((address) => readReplyAddress(address) ?? [])
    .find(({ domain }) => domains.includes(domain));
}

/** Of the campaigns whose e-mails are answered here, the record the address was made for. */
async function recordOf(
  address: ReadReplyAddress,
  { definitions, pseudonyms, records }: Needs,
): Promise<CampaignRecord | undefined> {
  const { campaigns } = definitions.definitions();
  const ids = Object.keys(campaigns).filter((id) => campaigns[id]?.channels.email !== undefined);
  const refs = ids.flatMap((id) =>
    address.records.map((record) => ({ campaign: campaignId(id), record: recordId(record) })),
  );
  for (const ref of refs) {
    const signatures = await pseudonyms.of(signedForReplies(ref));
    if (!isSignedBy(address, signatures.slice(0, -1))) continue;
    const record = await records.load(ref);
    return record?.state === 'deleted' ? undefined : record;
  }
  return undefined;
}

/** It came, and nobody is shown it. */
async function note(
  record: CampaignRecord,
  id: string,
  because: NotTaken,
  { records, clock }: Needs,
): Promise<string> {
  const now = clock.now();
  const message = messageId(incomingId('email', id));
  const committed = await records.commit({
    before: record,
    after: changed(record, now),
    entries: [{ type: 'message.not-taken', at: now, message, kind: 'email', because }],
  });
  return committed === 'committed' ? because : 'conflict';
}

/** Several may share a domain: the one that wrote to the person last. */
async function mailboxOf(
  record: CampaignRecord,
  { domain }: ReadReplyAddress,
  { definitions, records }: Needs,
): Promise<string> {
  const { mailboxes } = definitions.definitions().centre;
  const sharing = Object.keys(mailboxes).filter((id) => mailboxes[id]?.replies === domain);
  const [only = ''] = sharing;
  if (sharing.length === 1) return only;
  const { messages } = await records.kept(record);
  const written = messages.toSorted((a, b) => b.orderedAt - a.orderedAt).map((one) => one.content);
  const wrote = written.find((one) => one.kind === 'email' && sharing.includes(one.mailbox));
  return wrote?.kind === 'email' ? wrote.mailbox : only;
}

function contentOf({ from, subject, text, files, ids }: ReadMail, mailbox: string): EmailContent {
  return {
    ...{ kind: 'email', to: from, mailbox, cc: [], bcc: [], subject, attachments: [] },
    ...withoutHistory(text),
    thread: threadOf(ids),
    ...(files.length > 0 && { files }),
  };
}
