// How a message is sent, whatever its kind. Providers take no idempotency token, so the intent
// ('sending') is stored before the provider is asked. Whoever finds a message in 'sending' does not
// know whether it was sent, and leaves it to its delivery event or, in the end, to the sweeper.
// Before that it waits in line for its turn, so that a burst is not refused by the provider: the
// turn is kept with the message, and its order goes back into the queue until then.

import { type MessageMove, mayMove, moveMessage } from '../../domain/messaging/message-changes.ts';
import { linesLeft, type Turn } from '../../domain/messaging/sending-pace.ts';
import type { Change } from '../../domain/model/change.ts';
import {
  campaignId,
  type MessageId,
  messageId,
  type RecordRef,
  recordId,
} from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Message } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { settleText } from '../../domain/texting/settle-text.ts';
import { keepOptOut } from '../ledger/opt-outs.ts';
import type { MessageQueue } from '../ports/message-queue.ts';
import type { Sent, SmsSender } from '../ports/message-sender.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import { untilCommitted } from '../until-committed.ts';
import { whyNotSend } from './may-send.ts';
import { tellObjection } from './undeliverable.ts';

interface MessageRef {
  readonly campaign: string;
  readonly record: string;
  readonly message: string;
}

type Stored = Pick<Ports, 'clock' | 'records'>;
type Needs = Stored & Pick<Ports, 'definitions' | 'ledger' | 'contactLog' | 'campaigns' | 'lines'>;

/** The provider of a kind of message, and the queue its orders wait in. */
interface Channel {
  readonly sender: SmsSender;
  readonly queue: MessageQueue;
}

const NOT_TO_BE_SENT = { outcome: 'not to be sent: gone, or asked for before' };
/** The longest delay SQS allows, seconds. */
export const LONGEST_DELAY = 900;

export async function sendMessage(
  input: MessageRef,
  { sender, queue }: Channel,
  ports: Needs,
): Promise<{ outcome: string }> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const id = messageId(input.message);
  const message = await ports.records.loadMessage(ref, id);
  if (message?.state !== 'ordered') return NOT_TO_BE_SENT;
  const now = ports.clock.now();
  const turn = await turnOf(message, now, ports);
  if (turn !== undefined) {
    if (turn !== message.turn) await move(ref, id, { to: 'ordered', from: 'ordered', turn }, ports);
    const delay = Math.min(LONGEST_DELAY, Math.ceil((turn.at - now) / 1000));
    await queue.send({ ref, message: id }, delay);
    return { outcome: 'waits for its turn' };
  }
  const against = await whyNotSend(message, ports);
  if (against === undefined) return send(ref, id, sender, ports);
  await move(ref, id, against, ports);
  return { outcome: against.to === 'failed' ? 'blocked' : 'taken back' };
}

/** The turn that is still to be waited for; undefined when the message may leave. */
async function turnOf(message: Message, now: Instant, ports: Needs): Promise<Turn | undefined> {
  if (message.turn !== undefined && message.turn.at > now) return message.turn;
  for (const { line, units } of linesLeft(message, ports.definitions.definitions().centre)) {
    const at = await ports.lines.turn(line, units, now);
    if (at > now) return { line: line.id, at };
  }
  return undefined;
}

async function send(
  ref: RecordRef,
  id: MessageId,
  sender: SmsSender,
  ports: Needs,
): Promise<{ outcome: string }> {
  const taken = await move(ref, id, { to: 'sending' }, ports);
  if (taken === undefined) return NOT_TO_BE_SENT;
  const sent = await ask(taken, sender, () =>
    move(ref, id, { to: 'ordered', from: 'sending' }, ports),
  );
  const { kind } = sent;
  const result: MessageMove =
    sent.kind === 'accepted'
      ? { to: 'sent', providerId: sent.providerId }
      : { to: 'failed', reason: sent.reason };
  await move(ref, id, result, ports);
  if (sent.kind === 'rejected' && sent.optedOut === true) {
    await keepOptOut(taken.content.to, 'opted out with the carrier', ports);
    await tellObjection(ref, id, 'opted-out', ports);
  }
  return { outcome: kind };
}

/** Only when nothing was sent for certain may the message be sent again; it lines up once more. */
async function ask(
  message: Message,
  sender: SmsSender,
  putBack: () => Promise<unknown>,
): Promise<Sent> {
  try {
    return await sender.send(message);
  } catch (error) {
    if (error instanceof Fault && error.name === 'MessagingUnavailable') await putBack();
    throw error;
  }
}

/** The change of the message and, of the text of a campaign, of its record. */
export async function moveOf(
  { record, message }: { readonly record: CampaignRecord; readonly message: Message },
  wanted: MessageMove,
  { records, clock }: Stored,
): Promise<Change> {
  const now = clock.now();
  const change = moveMessage(record, message, wanted, now);
  const { attempt: id, isContact = false } = message;
  if (!isContact || id === undefined || record.current?.attempt !== id) return change;
  const attempt = await records.loadAttempt(record, id);
  return attempt === undefined ? change : settleText(change, attempt, wanted, now);
}

/** The message after the move; undefined when it is not where the move starts. */
export function move(
  ref: RecordRef,
  id: MessageId,
  wanted: MessageMove,
  ports: Stored,
): Promise<Message | undefined> {
  return untilCommitted(`message ${id}`, async () => {
    const [record, message] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadMessage(ref, id),
    ]);
    if (record === undefined || message === undefined || !mayMove(message, wanted)) {
      return undefined;
    }
    const change = await moveOf({ record, message }, wanted, ports);
    const committed = await ports.records.commit(change);
    return committed === 'committed' ? change.messages?.[0]?.after : 'conflict';
  });
}
