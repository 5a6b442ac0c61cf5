// Addresses that the provider reports for good: the mailbox does not exist, or the person has
// complained (REC-13). They are written to no more, in any campaign: who goes on loses the right to
// send. Only the person's own address counts, not a copy's and not one of the centre.
import { noteObjection } from '../../domain/messaging/message-changes.ts';
import { type MessageId, messageId, type RecordRef } from '../../domain/model/ids.ts';
import type { Objection } from '../../domain/model/message.ts';
import { changeAddress } from '../ledger/change-ledger.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

export interface Undeliverable {
  readonly because: Exclude<Objection, 'opted-out'>;
  readonly addresses: readonly string[];
}

export async function keepUndeliverable(
  ref: RecordRef,
  message: string,
  { because, addresses }: Undeliverable,
  { records, ledger, clock }: Pick<Ports, 'records' | 'ledger' | 'clock'>,
): Promise<void> {
  const sent = await records.loadMessage(ref, messageId(message));
  if (sent?.content.kind !== 'email' || sent.content.recording !== undefined) return;
  const { to } = sent.content;
  const isTheirs = addresses.some((address) => address.toLowerCase() === to.toLowerCase());
  if (to === '' || !isTheirs) return;
  const reason = REASONS[because];
  // before it is told, so that whoever hears of it finds the address there
  await changeAddress(
    to,
    [{ kind: 'blacklist', channel: 'email', reason, by: 'the provider' }],
    ledger,
    clock.now(),
  );
  await tellObjection(ref, sent.id, because, { records, clock });
}

/** On the timeline of the record and as an event, once. */
export async function tellObjection(
  ref: RecordRef,
  message: MessageId,
  objection: Objection,
  { records, clock }: Pick<Ports, 'records' | 'clock'>,
): Promise<void> {
  await untilCommitted(`message ${message}`, async () => {
    const [record, found] = await Promise.all([
      records.load(ref),
      records.loadMessage(ref, message),
    ]);
    if (record === undefined || found === undefined) return 'gone';
    const change = noteObjection(record, found, objection, clock.now());
    return change === undefined ? 'told' : records.commit(change);
  });
}

const REASONS = {
  bounced: 'an e-mail came back: the mailbox does not exist',
  complained: 'the person reported an e-mail as spam',
} as const;
