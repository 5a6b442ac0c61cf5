// The last look before a message leaves: whether its person may be written to (REC-13, NEW-8) and,
// of the text of a campaign, whether every gate still lets it pass, as before a call is placed.
// What goes to a mailbox of the centre itself, as a caller's voicemail does, is nobody's to forbid.

import { originOf } from '../../domain/contact-hours/numbering.ts';
import { gateFacts } from '../../domain/dialing/gate-facts.ts';
import { asksForContact, mayCall } from '../../domain/dialing/gates.ts';
import type { Standing } from '../../domain/ledger/ledger.ts';
import { ledgerGates } from '../../domain/ledger/ledger-gates.ts';
import type { MessageMove } from '../../domain/messaging/message-changes.ts';
import type { Message } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { giveBack } from '../../domain/records/record-changes.ts';
import { textSetting } from '../../domain/texting/text-setting.ts';
import { beginContact } from '../ledger/contacting.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<
  Ports,
  'clock' | 'definitions' | 'ledger' | 'contactLog' | 'campaigns' | 'records'
>;

export interface LoadedMessage {
  readonly record: CampaignRecord;
  readonly message: Message;
}

/** What becomes of the message instead; undefined when it may leave. */
export async function whyNotSend(
  { record, message }: LoadedMessage,
  ports: Needs,
): Promise<MessageMove | undefined> {
  const { content } = message;
  if (content.kind === 'email' && content.recording !== undefined) return undefined;
  const standing = (await ports.ledger.standings([content.to])).get(content.to);
  if (standing === undefined) return undefined;
  const blocked = blockedBy(message, standing, ports);
  if (blocked !== undefined) {
    return { to: 'failed', reason: `not sent: ${blocked.because}`, blocked: blocked.by };
  }
  const against = message.isContact ? await asContact(message, standing, ports) : undefined;
  return against ?? (await overCap(record, message, ports));
}

/** NEW-7; an answer to the person is part of the contact they are in. */
async function overCap(
  record: CampaignRecord,
  message: Message,
  ports: Needs,
): Promise<MessageMove | undefined> {
  const { content, campaign } = message;
  if (message.isAnswer) return undefined;
  const id = message.isContact && message.attempt !== undefined ? message.attempt : message.id;
  const isWanted = asksForContact(record);
  const contact = { campaign, record, channel: content.kind, address: content.to, id, isWanted };
  const gates = (await beginContact(contact, ports)).map(({ gate }) => gate);
  const [full] = gates;
  if (full === undefined) return undefined;
  if (message.isContact) return { to: 'withdrawn', gates };
  return {
    to: 'failed',
    reason: `not sent: contacted as often as caps allow (${full.saw})`,
    blocked: 'cap',
  };
}

function blockedBy({ campaign: id, content }: Message, standing: Standing, ports: Needs) {
  const { campaigns, centre } = ports.definitions.definitions();
  const campaign = campaigns[id];
  return ledgerGates({
    standing,
    campaign: id,
    channel: content.kind,
    purpose: campaign?.purpose ?? 'service',
    country: originOf(content.to)?.country ?? campaign?.country ?? centre.country,
    isWanted: false,
    now: ports.clock.now(),
  }).blocked[0];
}

/** The gates again, as if the text had not been ordered. */
async function asContact(
  message: Message,
  standing: Standing,
  ports: Needs,
): Promise<MessageMove | undefined> {
  const [record, attempt, state] = await Promise.all([
    ports.records.load(message),
    message.attempt && ports.records.loadAttempt(message, message.attempt),
    ports.campaigns.switchOf(message.campaign),
  ]);
  if (record === undefined || !attempt || record.current?.attempt !== attempt.id) {
    return { to: 'failed', reason: 'not sent: its record is in other hands by now' };
  }
  const setting = textSetting(ports.definitions.definitions(), message.campaign);
  const asBefore = giveBack(record, attempt);
  const { verdict, gates } = mayCall(
    gateFacts(asBefore, setting, state, ports.clock.now(), { standing }),
  );
  return verdict.kind === 'call' ? undefined : { to: 'withdrawn', gates };
}
