// A campaign that calls and takes answers to its e-mails, and an agent of its queue.
import { sendEmail } from '../../../../lib/application/messaging/send-email.ts';
import { writeEmail } from '../../../../lib/application/messaging/write-email.ts';
import { answerText } from '../../../../lib/application/texting/answer-text.ts';
import { receiveEmail } from '../../../../lib/application/texting/receive-email.ts';
import { replyAddress, signedForReplies } from '../../../../lib/domain/messaging/reply-address.ts';
import type { EmailContent } from '../../../../lib/domain/model/message.ts';
import { mailText, type WrittenMail } from '../../../../lib/simulation/centre/written-mail.ts';
import { REPLIES } from '../../../support/definitions.ts';
import { at, ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, type Setup } from '../a-floor.ts';

export const ANN = 'ann@example.com';

interface MailSetup extends Setup {
  readonly answers?: Partial<NonNullable<Setup['email']>>;
}

export async function aMailFloor({ answers, ...setup }: MailSetup = {}): Promise<Floor> {
  const floor = await aFloor({
    email: { queue: 'sales', ...answers },
    campaign: { classifiers: { done: { name: 'Done', for: ['email'], closes: true } } },
    ...setup,
  });
  await floor.add('ann', { emails: [{ value: ANN, isDefault: true }], nextContact: at(86_400) });
  return floor;
}

/** An agent's e-mail, sent. @returns where it is answered */
export async function writeMail(floor: Floor): Promise<string | undefined> {
  const mail = { mailbox: 'appointments', subject: 'Prices', text: 'From 100.', html: false };
  const lists = { cc: [], bcc: [], attachments: [] };
  const written = { id: 'w-1', ...mail, ...lists };
  await writeEmail(ref('spring', 'ann'), written, 'eva', floor.ports);
  await send(floor);
  return addressOf(floor);
}

/** Whatever is ordered. */
export async function send(floor: Floor): Promise<void> {
  for (const { id, content } of floor.ports.records.messagesOf(ref('spring', 'ann')))
    if (content.kind === 'email')
      await sendEmail({ campaign: 'spring', record: 'ann', message: id }, floor.ports);
}

/** What answers to Ann's e-mails are sent to. */
export async function addressOf(floor: Floor, record = 'ann'): Promise<string> {
  const named = ref('spring', record);
  const [signature] = await floor.ports.pseudonyms.of(signedForReplies(named));
  return replyAddress(named, signature, REPLIES) ?? 'none';
}

let count = 0;

/** SES stores it, and it is taken. @param headers that SES writes on top */
export async function mailComes(
  floor: Floor,
  given: Partial<WrittenMail> = {},
  headers = '',
): Promise<string> {
  const key = `mail/${++count}`;
  const usual = { from: ANN, subject: 'Re: Prices', text: 'Thank you.', id: `<m${count}@x>` };
  const raw = headers + mailText({ ...usual, to: await addressOf(floor), ...given });
  floor.ports.mails.put(key, new TextEncoder().encode(raw));
  return (await receiveEmail({ key }, floor.ports)).outcome;
}

export const mailsOf = (floor: Floor): readonly EmailContent[] =>
  floor.ports.records
    .messagesOf(ref('spring', 'ann'))
    .flatMap(({ content }) => (content.kind === 'email' ? [content] : []));

export async function answerMail(floor: Floor, more: object = {}) {
  const attempt = (await floor.record('ann')).current?.attempt ?? 'none';
  const usual = { campaign: 'spring', record: 'ann', attempt, agent: EVA, id: 'a-1' };
  return answerText({ ...usual, text: 'On Thursday?', ...more }, floor.ports);
}
