// How a message is sent, whatever its kind. Providers take no idempotency token, so the intent
// ('sending') is stored before the provider is asked. Whoever finds a message in 'sending' does not
// know whether it was sent, and leaves it to its delivery event or, in the end, to the sweeper.
// Before that it waits in line for its turn, so that a burst is not refused by the provider: the
// turn is kept with the message, and its order goes back into the queue until then.

import { type MessageMove, mayMove, moveMessage } from '../../domain/messaging/message-changes.ts';
import { type LinePassing, linesLeft, type Turn } from '../../domain/messaging/sending-pace.ts';
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
import { settleText } from '../../domain/texting/settle-text.ts';
import { keepOptOut } from '../ledger/opt-outs.ts';
import type { MessageQueue } from '../ports/message-queue.ts';
import type { Sent, SmsSender } from '../ports/message-sender.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import { untilCommitted } from '../until-committed.ts';
import { type LoadedMessage, whyNotSend } from './may-send.ts';
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

const NOT_TO_BE_SENT = 'not to be sent: gone, or asked for before';
/** The longest delay SQS allows, seconds. */
export const LONGEST_DELAY = 900;

export async function sendMessage(
  input: MessageRef,
  { sender, queue }: Channel,
  ports: Needs,
): Promise<{ outcome: string }> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const id = messageId(input.message);
  const loaded = await loadOf(ref, id, ports);
  if (loaded?.message.state !== 'ordered') return { outcome: NOT_TO_BE_SENT };
  const { message } = loaded;
  const now = ports.clock.now();
  const left = linesLeft(message, ports.definitions.definitions().centre);
  // lines that seem free it passes when it leaves, in the same write
  const passings = !waits(message, now) && ports.lines.seemFree(left, now) ? left : [];
  const turn = passings.length > 0 ? undefined : await turnOf(message, now, left, ports);
  if (turn !== undefined) return waitFor(turn, message, queue, ports);
  const against = await whyNotSend(loaded, ports);
  if (against !== undefined) {
    await move(ref, id, against, ports);
    return { outcome: against.to === 'failed' ? 'blocked' : 'taken back' };
  }
  const outcome = await send(loaded, sender, passings, ports);
  if (outcome !== 'not-its-turn') return { outcome };
  const later = await turnOf(message, now, left, ports);
  if (later !== undefined) return waitFor(later, message, queue, ports);
  return { outcome: await send(loaded, sender, [], ports) };
}

async function waitFor(
  turn: Turn,
  { campaign, record, id, turn: known }: Message,
  queue: MessageQueue,
  ports: Needs,
): Promise<{ outcome: string }> {
  const ref = { campaign, record };
  if (turn !== known) await move(ref, id, { to: 'ordered', from: 'ordered', turn }, ports);
  const delay = Math.min(LONGEST_DELAY, Math.ceil((turn.at - ports.clock.now()) / 1000));
  await queue.send({ ref, message: id }, Math.max(0, delay));
  return { outcome: 'waits for its turn' };
}

const waits = ({ turn }: Message, now: Instant): boolean => turn !== undefined && turn.at > now;

/** The turn that is still to be waited for; undefined when the message may leave. */
async function turnOf(
  message: Message,
  now: Instant,
  left: readonly LinePassing[],
  ports: Needs,
): Promise<Turn | undefined> {
  if (waits(message, now)) return message.turn;
  for (const { line, units } of left) {
    const at = await ports.lines.turn(line, units, now);
    if (at > now) return { line: line.id, at };
  }
  return undefined;
}

async function send(
  loaded: LoadedMessage,
  sender: SmsSender,
  passings: readonly LinePassing[],
  ports: Needs,
): Promise<string> {
  const { campaign, record, id } = loaded.message;
  const ref = { campaign, record };
  const taken = await take(loaded, passings, ports);
  if (taken === 'not-its-turn') return taken;
  if (taken === undefined) return NOT_TO_BE_SENT;
  const sent = await ask(taken.message, sender, () =>
    move(ref, id, { to: 'ordered', from: 'sending' }, ports),
  );
  const { kind } = sent;
  const result: MessageMove =
    sent.kind === 'accepted'
      ? { to: 'sent', providerId: sent.providerId }
      : { to: 'failed', reason: sent.reason };
  await moveLoaded(ref, id, result, ports, taken);
  if (sent.kind === 'rejected' && sent.optedOut === true) {
    await keepOptOut(taken.message.content.to, 'opted out with the carrier', ports);
    await tellObjection(ref, id, 'opted-out', ports);
  }
  return kind;
}

/** That the provider is about to be asked; undefined when others have, or it is gone. */
function take(
  loaded: LoadedMessage,
  passings: readonly LinePassing[],
  ports: Needs,
): Promise<LoadedMessage | undefined | 'not-its-turn'> {
  const { id } = loaded.message;
  let first: LoadedMessage | undefined = loaded;
  return untilCommitted(`message ${id}`, async () => {
    const found = first ?? (await loadOf(loaded.record, id, ports));
    first = undefined;
    if (found?.message.state !== 'ordered') return undefined;
    const now = ports.clock.now();
    const change = moveMessage(found.record, found.message, { to: 'sending' }, now);
    const committed = await ports.records.ask(change, passings, now);
    if (committed !== 'committed') return committed;
    ports.lines.passed(passings, now);
    const [asked] = change.messages ?? [];
    return asked && { record: found.record, message: asked.after };
  });
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
  { record, message }: LoadedMessage,
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

/**
 * The message after the move; undefined when it is not where the move starts. One that is known to
 * be sent never goes back, so what is known is enough to say that there is nothing new.
 */
export async function move(
  ref: RecordRef,
  id: MessageId,
  wanted: MessageMove,
  ports: Stored,
): Promise<Message | undefined> {
  return (await moveLoaded(ref, id, wanted, ports, ports.records.lastSent(ref, id)))?.message;
}

/** @param known as they were a moment ago: tried first, their versions show whether that holds */
function moveLoaded(
  ref: RecordRef,
  id: MessageId,
  wanted: MessageMove,
  ports: Stored,
  known?: LoadedMessage,
): Promise<LoadedMessage | undefined> {
  let first = known;
  return untilCommitted(`message ${id}`, async () => {
    const loaded = first ?? (await loadOf(ref, id, ports));
    first = undefined;
    if (loaded === undefined || !mayMove(loaded.message, wanted)) return undefined;
    const change = await moveOf(loaded, wanted, ports);
    if ((await ports.records.commit(change)) !== 'committed') return 'conflict';
    const [moved] = change.messages ?? [];
    return moved && { record: change.after, message: moved.after };
  });
}

async function loadOf(
  ref: RecordRef,
  id: MessageId,
  { records }: Pick<Ports, 'records'>,
): Promise<LoadedMessage | undefined> {
  const [record, message] = await Promise.all([records.load(ref), records.loadMessage(ref, id)]);
  return record && message && { record, message };
}
