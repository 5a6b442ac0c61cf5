// E-mails over SES v2. Errors of SendEmail:
// docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
import { type Attachment, type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { DefinitionsSource } from '../../application/ports/definitions-source.ts';
import type { EmailSender } from '../../application/ports/message-sender.ts';
import type { Recordings } from '../../application/ports/recordings.ts';
import { Fault } from '../../application/tasks/faults.ts';
import { MOST_ATTACHED } from '../../domain/messaging/attachments.ts';
import { withLastLine } from '../../domain/messaging/mark-up.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { EmailContent, EventMail, Message, Notice } from '../../domain/model/message.ts';
import { sentOnce } from '../message-outcome.ts';
import { messageTags } from './email-tags.ts';

const TOO_LARGE = 'the attachments have more than 10 MB';

const REJECTIONS = {
  MessageRejected: 'the message was rejected',
  BadRequestException: 'invalid address or content',
  MailFromDomainNotVerifiedException: 'the sender is not verified',
  NotFoundException: 'the configuration set does not exist',
};

/** @param client made with maxAttempts 1: a repeated request may send twice */
export function sesEmail(
  client: Pick<SESv2Client, 'send'>,
  configurationSet: string,
  definitions: DefinitionsSource,
  recording: Recordings['read'],
): EmailSender {
  return {
    async send(message, { unsubscribing, replyTo } = {}) {
      const { content } = message;
      invariant(content.kind === 'email', 'a text message is no e-mail');
      const mailbox = definitions.definitions().centre.mailboxes[content.mailbox];
      if (!mailbox) return { kind: 'rejected', reason: `no mailbox '${content.mailbox}'` };
      const attachments = await attached(content, definitions, recording);
      const bytes = attachments.reduce((sum, file) => sum + (file.RawContent?.length ?? 0), 0);
      if (bytes > MOST_ATTACHED) return { kind: 'rejected', reason: TOO_LARGE };
      const said = unsubscribing
        ? { ...content, ...withLastLine(content, unsubscribing.label, unsubscribing.url) }
        : content;
      const command = commandFor(message, said, mailbox, configurationSet, {
        attachments,
        unsubscribe: unsubscribing?.url,
        replyTo,
      });
      return sentOnce('e-mail', REJECTIONS, async () => {
        return (await client.send(command)).MessageId;
      });
    },
  };
}

/** Nothing has been sent yet: whatever is wrong here, the message may be tried again. */
async function attached(
  content: EmailContent,
  definitions: DefinitionsSource,
  read: Recordings['read'],
): Promise<Attachment[]> {
  const { attachments, recording } = content;
  try {
    const files = attachments.map(async (name): Promise<Attachment> => {
      return { FileName: name, RawContent: await definitions.attachment(name) };
    });
    if (recording === undefined) return await Promise.all(files);
    const RawContent = await read(recording.key);
    const sound = { FileName: recording.name, RawContent, ContentType: 'audio/wav' };
    return [...(await Promise.all(files)), sound];
  } catch (cause) {
    throw new Fault('MessagingUnavailable', 'an attachment could not be read', { cause });
  }
}

interface Extras {
  readonly attachments: Attachment[];
  readonly unsubscribe: string | undefined;
  readonly replyTo: string | undefined;
}

/** RFC 8058: mail programs show a button that posts to the address. */
const oneClick = (url: string) => [
  { Name: 'List-Unsubscribe', Value: `<${url}>` },
  { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
];

/** It answers the last of them (RFC 5322, 3.6.4). */
function inThread(thread: readonly string[] = []) {
  const answered = thread.at(-1);
  if (answered === undefined) return [];
  return [
    { Name: 'In-Reply-To', Value: answered },
    { Name: 'References', Value: thread.join(' ') },
  ];
}

interface Mailbox {
  readonly address: string;
  readonly name?: string | undefined;
}

function commandFor(
  message: Message | Notice | EventMail,
  content: EmailContent,
  mailbox: Mailbox,
  ConfigurationSetName: string,
  { attachments, unsubscribe, replyTo }: Extras,
): SendEmailCommand {
  const headers = [
    ...(unsubscribe === undefined ? [] : oneClick(unsubscribe)),
    ...inThread(content.thread),
  ];
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return new SendEmailCommand({
    FromEmailAddress: sender(mailbox),
    Destination: {
      ToAddresses: [content.to],
      CcAddresses: [...content.cc],
      BccAddresses: [...content.bcc],
    },
    Content: {
      Simple: {
        Subject: utf8(content.subject),
        Body: {
          Text: utf8(content.text),
          Html: content.html === undefined ? undefined : utf8(content.html),
        },
        Headers: headers.length > 0 ? headers : undefined,
        Attachments: attachments.length > 0 ? attachments : undefined,
      },
    },
    ReplyToAddresses: replyTo === undefined ? undefined : [replyTo],
    EmailTags: messageTags(message),
    ConfigurationSetName,
  });
}

/** SES wants 7-bit headers: a name with other letters goes as an encoded word (RFC 2047). */
function sender({ name, address }: Mailbox): string {
  if (!name) return address;
  const plain = /^[\x20-\x7e]*$/.test(name);
  const shown = plain
    ? `"${name.replaceAll(/["\\]/g, '\\$&')}"`
    : `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`;
  return `${shown} <${address}>`;
}
