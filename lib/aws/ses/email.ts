// E-mails over SES v2. Errors of SendEmail:
// docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
import { type Attachment, type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { DefinitionsSource } from '../../application/ports/definitions-source.ts';
import type { EmailSender } from '../../application/ports/message-sender.ts';
import type { Recordings } from '../../application/ports/recordings.ts';
import { Fault } from '../../application/tasks/faults.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { EmailContent, EventMail, Message, Notice } from '../../domain/model/message.ts';
import { sentOnce } from '../message-outcome.ts';
import { messageTags } from './email-tags.ts';

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
    async send(message) {
      const { content } = message;
      invariant(content.kind === 'email', 'a text message is no e-mail');
      const mailbox = definitions.definitions().centre.mailboxes[content.mailbox];
      if (!mailbox) return { kind: 'rejected', reason: `no mailbox '${content.mailbox}'` };
      const attachments = await attached(content, definitions, recording);
      const command = commandFor(message, content, mailbox, configurationSet, attachments);
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

interface Mailbox {
  readonly address: string;
  readonly name?: string | undefined;
}

function commandFor(
  message: Message | Notice | EventMail,
  content: EmailContent,
  mailbox: Mailbox,
  ConfigurationSetName: string,
  attachments: Attachment[],
): SendEmailCommand {
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
        Body: { Text: utf8(content.text) },
        Attachments: attachments.length > 0 ? attachments : undefined,
      },
    },
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
