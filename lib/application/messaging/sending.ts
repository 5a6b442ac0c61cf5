// How a message is sent, whatever its kind. Providers take no idempotency token, so the intent
// ('sending') is stored before the provider is asked. Whoever finds a message in 'sending' does not
// know whether it was sent, and leaves it to its delivery event or, in the end, to the sweeper.

import { type MessageMove, mayMove, moveMessage } from '../../domain/messaging/message-changes.ts';
import {
  campaignId,
  type MessageId,
  messageId,
  type RecordRef,
  recordId,
} from '../../domain/model/ids.ts';
import type { Message } from '../../domain/model/message.ts';
import type { Sent, SmsSender } from '../ports/message-sender.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import { untilCommitted } from '../until-committed.ts';

interface MessageRef {
  readonly campaign: string;
  readonly record: string;
  readonly message: string;
}

type Needs = Pick<Ports, 'clock' | 'records'>;

export async function sendMessage(
  input: MessageRef,
  sender: SmsSender,
  ports: Needs,
): Promise<{ outcome: string }> {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const id = messageId(input.message);
  const taken = await move(ref, id, { to: 'sending' }, ports);
  if (taken === undefined) return { outcome: 'not to be sent: gone, or asked for before' };
  const sent = await ask(taken, sender, () => move(ref, id, { to: 'ordered' }, ports));
  const { kind } = sent;
  const result: MessageMove =
    sent.kind === 'accepted'
      ? { to: 'sent', providerId: sent.providerId }
      : { to: 'failed', reason: sent.reason };
  await move(ref, id, result, ports);
  return { outcome: kind };
}

/** Only when nothing was sent for certain may the message be sent again. */
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

/** The message after the move; undefined when it is not where the move starts. */
export function move(
  ref: RecordRef,
  id: MessageId,
  wanted: MessageMove,
  ports: Needs,
): Promise<Message | undefined> {
  return untilCommitted(`message ${id}`, async () => {
    const [record, message] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadMessage(ref, id),
    ]);
    if (record === undefined || message === undefined || !mayMove(message, wanted)) {
      return undefined;
    }
    const change = moveMessage(record, message, wanted, ports.clock.now());
    const committed = await ports.records.commit(change);
    return committed === 'committed' ? change.messages?.[0]?.after : 'conflict';
  });
}
