// The last look before a message leaves: whether its person may be written to (REC-13, NEW-8). What
// goes to a mailbox of the centre itself, as a caller's voicemail does, is nobody's to forbid.

import { originOf } from '../../domain/contact-hours/numbering.ts';
import { type Blocked, ledgerGates } from '../../domain/ledger/ledger-gates.ts';
import type { Message } from '../../domain/model/message.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'clock' | 'definitions' | 'ledger'>;

/** What forbids sending it; undefined when it may leave. */
export async function whyNotSend(message: Message, ports: Needs): Promise<Blocked | undefined> {
  const { content } = message;
  if (content.kind === 'email' && content.recording !== undefined) return undefined;
  const standing = (await ports.ledger.standings([content.to])).get(content.to);
  if (standing === undefined) return undefined;
  const { campaigns, centre } = ports.definitions.definitions();
  const campaign = campaigns[message.campaign];
  const { blocked } = ledgerGates({
    standing,
    campaign: message.campaign,
    channel: content.kind,
    purpose: campaign?.purpose ?? 'service',
    country: originOf(content.to)?.country ?? campaign?.country ?? centre.country,
    isWanted: false,
    now: ports.clock.now(),
  });
  return blocked[0];
}
