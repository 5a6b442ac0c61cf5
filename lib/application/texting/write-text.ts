// A text message that a person at the centre writes to the person of a record, outside a
// conversation: to the default number, from a sender of the centre. Written in a campaign that
// receives replies and from its sender, an answer comes to its agents.
import type { RecordRef } from '../../domain/model/ids.ts';
import type { MessageContent } from '../../domain/model/message.ts';
import { type CampaignRecord, defaultOf } from '../../domain/model/record.ts';
import { senderFor } from '../../domain/texting/order-text.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import { orderWritten, refusedToWrite, type WrittenMessage } from '../messaging/written-message.ts';
import type { Ports } from '../ports/ports.ts';

export interface WrittenText {
  readonly id: string;
  readonly text: string;
  /** Of the centre, or random; undefined: that of the campaign's own texts, or random. */
  readonly from: string | undefined;
}

export async function writeText(
  ref: RecordRef,
  { id, text, from: wished }: WrittenText,
  by: string,
  ports: Pick<Ports, 'records' | 'definitions' | 'clock'>,
): Promise<WrittenMessage> {
  const definitions = ports.definitions.definitions();
  const { numbers, names } = definitions.centre.sms;
  const from = wished ?? ownSender(ref.campaign, definitions);
  if (from !== 'random' && !numbers.includes(from) && !names.includes(from))
    return refusedToWrite(`'${from}' is no sender of the centre`);
  const compose = (record: CampaignRecord): MessageContent | { because: string } => {
    const to = defaultOf(record.phones);
    if (to === undefined) return { because: 'the record has no telephone number' };
    const sender = senderFor(to, from, numbers);
    if (sender === undefined) return { because: 'the centre has no number to send texts from' };
    return { kind: 'sms', to, from: sender, text };
  };
  return orderWritten(ref, { id, by, compose }, ports);
}

const ownSender = (campaign: string, { campaigns }: Definitions): string =>
  own(campaigns, campaign)?.channels.sms?.from ?? 'random';
