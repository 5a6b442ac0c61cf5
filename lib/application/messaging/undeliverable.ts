// Addresses that the provider reports for good: the mailbox does not exist, or the person has
// complained (REC-13). They are written to no more, in any campaign: who goes on loses the right to
// send. Only the person's own address counts, not a copy's and not one of the centre.
import { messageId, type RecordRef } from '../../domain/model/ids.ts';
import { changeAddress } from '../ledger/change-ledger.ts';
import type { Ports } from '../ports/ports.ts';

export interface Undeliverable {
  readonly because: 'bounced' | 'complained';
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
  await changeAddress(
    to,
    [{ kind: 'blacklist', channel: 'email', reason, by: 'the provider' }],
    ledger,
    clock.now(),
  );
}

const REASONS = {
  bounced: 'an e-mail came back: the mailbox does not exist',
  complained: 'the person reported an e-mail as spam',
} as const;
