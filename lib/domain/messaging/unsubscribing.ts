// How a person stops marketing e-mails of a campaign by one click (RFC 8058): the address that each
// such e-mail carries, and what the page behind it says.
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Language } from '../../language/schema/basics.ts';
import type { MessageId, RecordRef } from '../model/ids.ts';
import type { Message } from '../model/message.ts';

export type MailRef = RecordRef & { readonly id: MessageId };

/** What is signed; the record names no person, and neither does the signature. */
export const unsubscribeText = ({ campaign, record, id }: MailRef): string =>
  `unsubscribe:${campaign}/${record}/${id}`;

export const tokenOf = ({ campaign, record, id }: MailRef, signature: string): string =>
  Buffer.from(JSON.stringify([campaign, record, id, signature])).toString('base64url');

export function readToken(
  token: string,
): { readonly parts: readonly [string, string, string]; readonly signature: string } | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== 4) return undefined;
    const [campaign, record, id, signature]: readonly unknown[] = read;
    const texts = [campaign, record, id, signature];
    if (!texts.every((text) => typeof text === 'string')) return undefined;
    return {
      parts: [String(campaign), String(record), String(id)],
      signature: String(signature),
    };
  } catch {
    return undefined;
  }
}

/** Where marketing e-mails lead; undefined for others, and where the centre names no address. */
export function unsubscribeAt(
  { campaigns, centre }: Definitions,
  { campaign, content }: Pick<Message, 'campaign' | 'content'>,
): string | undefined {
  if (content.kind !== 'email' || content.recording !== undefined) return undefined;
  if (own(campaigns, campaign)?.purpose !== 'marketing') return undefined;
  const { unsubscribeAt: api } = centre.email;
  return api === undefined ? undefined : `${api.replace(/\/+$/, '')}/v1/unsubscribe`;
}

export const UNSUBSCRIBE_WORDS: Readonly<
  Record<Language, { readonly link: string; readonly ask: string; readonly done: string }>
> = {
  en: {
    link: 'Unsubscribe',
    ask: 'Do you want no more advertising e-mails from us?',
    done: 'You will get no more advertising e-mails from us.',
  },
  pl: {
    link: 'Rezygnuję z wiadomości',
    ask: 'Czy chcesz zrezygnować z naszych wiadomości reklamowych?',
    done: 'Nie będziemy już wysyłać wiadomości reklamowych.',
  },
  cs: {
    link: 'Odhlásit se',
    ask: 'Chcete se odhlásit z našich reklamních e-mailů?',
    done: 'Reklamní e-maily od nás už nebudete dostávat.',
  },
};
