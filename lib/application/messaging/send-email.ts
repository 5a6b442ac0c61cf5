// One e-mail, of a record (CBR-11) or to a supervisor (MON-6); how, and why never twice, is
// explained in lib/application/messaging/sending.ts.

import {
  repliesDomain,
  replyAddress,
  signedForReplies,
} from '../../domain/messaging/reply-address.ts';
import { UNSUBSCRIBE_WORDS } from '../../domain/messaging/unsubscribing.ts';
import type { Message } from '../../domain/model/message.ts';
import type { EmailSender, Unsubscribing } from '../ports/message-sender.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { sendNotice } from './send-notice.ts';
import { sendMessage } from './sending.ts';
import { unsubscribeUrl } from './unsubscribe.ts';

type Needs = PortsOf<'send-email'>;

export const sendEmail: UseCase<'send-email', Needs> = (input, ports) =>
  'record' in input
    ? sendMessage(input, { sender: answerable(ports), queue: ports.emailQueue }, ports)
    : sendNotice(input, ports);

/**
 * Marketing e-mails say how to get no more of them (RFC 8058), and answers go to an address of the
 * record where agents read them.
 */
const answerable = (ports: Needs): EmailSender => ({
  async send(message) {
    if (!('record' in message)) return ports.email.send(message);
    const url = await unsubscribeUrl(message, ports);
    const replyTo = await addressForReplies(message, ports);
    const along = { unsubscribing: url === undefined ? undefined : unsubscribing(url, ports) };
    return ports.email.send(message, { ...along, replyTo });
  },
});

async function addressForReplies(
  message: Message,
  { definitions, pseudonyms }: Needs,
): Promise<string | undefined> {
  const domain = repliesDomain(definitions.definitions(), message);
  if (domain === undefined) return undefined;
  const [signature] = await pseudonyms.of(signedForReplies(message));
  return replyAddress(message, signature, domain);
}

function unsubscribing(url: string, { definitions }: Needs): Unsubscribing {
  const [language = 'en'] = definitions.definitions().centre.languages;
  return { url, label: UNSUBSCRIBE_WORDS[language].link };
}
