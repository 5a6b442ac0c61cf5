// A campaign that writes to its people, and an agent of its queue.

import { sendSms } from '../../../../lib/application/messaging/send-sms.ts';
import { answerText } from '../../../../lib/application/texting/answer-text.ts';
import { orderTexts } from '../../../../lib/application/texting/order-texts.ts';
import { receiveSms } from '../../../../lib/application/texting/receive-sms.ts';
import type { MessageContent } from '../../../../lib/domain/model/message.ts';
import { ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, type Setup } from '../a-floor.ts';
import { phoneOf } from '../inbound/a-caller.ts';

export const OWN = '+48501230000';
const SMS = { queue: 'sales', from: OWN, text: 'Hello {{ name }}, is Monday all right?' } as const;

export interface TextSetup extends Setup {
  readonly texts?: Partial<NonNullable<Setup['sms']>>;
}

export async function aTextFloor({ texts, ...setup }: TextSetup = {}): Promise<Floor> {
  const settings = { noOutbound: true, records: ['ann'], ...setup };
  return aFloor({ ...settings, sms: { ...SMS, ...texts } });
}

export const order = (floor: Floor) => orderTexts({}, floor.ports);

export const messagesOf = (floor: Floor, name = 'ann') =>
  floor.ports.records.messagesOf(ref('spring', name));

/** What was written to and by somebody, in order. */
export const wordsOf = (floor: Floor, name = 'ann'): readonly string[] =>
  messagesOf(floor, name).map(({ content }) => textOf(content));

const textOf = (content: MessageContent): string => (content.kind === 'sms' ? content.text : '');

/** Orders what is due, and sends it. */
export async function write(floor: Floor, name = 'ann'): Promise<void> {
  await order(floor);
  for (const { id } of messagesOf(floor, name))
    await sendSms({ campaign: 'spring', record: name, message: id }, floor.ports);
}

let last = 0;

export async function reply(floor: Floor, text: string, given: { id?: string; to?: string } = {}) {
  last += 1;
  const from = await phoneOf(floor, 'ann');
  return receiveSms({ id: `m-${last}`, from, to: OWN, text, ...given }, floor.ports);
}

/** The conversation that the reply of somebody has begun. */
export const conversationOf = async (floor: Floor): Promise<string> =>
  (await floor.record('ann')).current?.attempt ?? 'none';

export async function answer(
  floor: Floor,
  given: Partial<Parameters<typeof answerText>[0]> = {},
): Promise<Awaited<ReturnType<typeof answerText>>> {
  const attempt = await conversationOf(floor);
  const usual = { campaign: 'spring', record: 'ann', attempt, agent: EVA, id: 'a-1' };
  return answerText({ ...usual, text: 'At nine?', ...given }, floor.ports);
}
