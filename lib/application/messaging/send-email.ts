// One e-mail, of a record (CBR-11) or to a supervisor (MON-6); how, and why never twice, is
// explained in lib/application/messaging/sending.ts.

import { UNSUBSCRIBE_WORDS } from '../../domain/messaging/unsubscribing.ts';
import type { EmailSender, Unsubscribing } from '../ports/message-sender.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { sendNotice } from './send-notice.ts';
import { sendMessage } from './sending.ts';
import { unsubscribeUrl } from './unsubscribe.ts';

type Needs = PortsOf<'send-email'>;

export const sendEmail: UseCase<'send-email', Needs> = (input, ports) =>
  'record' in input
    ? sendMessage(input, { sender: unsubscribable(ports), queue: ports.emailQueue }, ports)
    : sendNotice(input, ports);

/** Marketing e-mails say how to get no more of them (RFC 8058). */
const unsubscribable = (ports: Needs): EmailSender => ({
  async send(message) {
    if (!('record' in message)) return ports.email.send(message);
    const url = await unsubscribeUrl(message, ports);
    if (url === undefined) return ports.email.send(message);
    return ports.email.send(message, unsubscribing(url, ports));
  },
});

function unsubscribing(url: string, { definitions }: Needs): Unsubscribing {
  const [language = 'en'] = definitions.definitions().centre.languages;
  return { url, label: UNSUBSCRIBE_WORDS[language].link };
}
