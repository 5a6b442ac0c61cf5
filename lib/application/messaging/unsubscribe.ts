// A person wants no more marketing e-mails of a campaign (RFC 8058, NEW-8). Whoever has the address
// of their e-mail may say so for them; it is signed, so nobody can make one up.

import {
  readToken,
  tokenOf,
  unsubscribeAt,
  unsubscribeText,
} from '../../domain/messaging/unsubscribing.ts';
import { campaignId, messageId, recordId } from '../../domain/model/ids.ts';
import type { Message } from '../../domain/model/message.ts';
import { changeAddress } from '../ledger/change-ledger.ts';
import type { Ports } from '../ports/ports.ts';

/** The address that goes along with a message; undefined for one that is no marketing. */
export async function unsubscribeUrl(
  message: Message,
  { definitions, pseudonyms }: Pick<Ports, 'definitions' | 'pseudonyms'>,
): Promise<string | undefined> {
  const at = unsubscribeAt(definitions.definitions(), message);
  if (at === undefined) return undefined;
  const [signature] = await pseudonyms.of(unsubscribeText(message));
  return `${at}/${tokenOf(message, signature)}`;
}

/** @returns whether the token is one of ours; asked twice, it changes nothing */
export async function unsubscribe(
  token: string,
  ports: Pick<Ports, 'pseudonyms' | 'records' | 'ledger' | 'clock'>,
): Promise<boolean> {
  const read = readToken(token);
  if (read === undefined) return false;
  const [campaign, record, message] = read.parts;
  const ref = {
    campaign: campaignId(campaign),
    record: recordId(record),
    id: messageId(message),
  };
  const signatures = await ports.pseudonyms.of(unsubscribeText(ref));
  // the last is a hash without a key, which anybody could make
  if (!signatures.slice(0, -1).includes(read.signature)) return false;
  const sent = await ports.records.loadMessage(ref, ref.id);
  // of a person who was deleted there is nothing left to write to
  if (sent === undefined || sent.content.to === '') return true;
  const by = 'unsubscribed by e-mail';
  await changeAddress(
    sent.content.to,
    [
      { kind: 'withdraw', purpose: 'marketing', channel: 'email', by },
      { kind: 'blacklist', campaign: ref.campaign, channel: 'email', reason: by, by: 'the person' },
    ],
    ports.ledger,
    ports.clock.now(),
  );
  return true;
}
