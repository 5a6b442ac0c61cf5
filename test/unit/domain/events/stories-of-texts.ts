// A text campaign, and a number nobody may contact.
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { changeLedger } from '../../../../lib/application/ledger/change-ledger.ts';
import { messageEvents } from '../../../../lib/application/messaging/message-events.ts';
import { sendEmail } from '../../../../lib/application/messaging/send-email.ts';
import { sendSms } from '../../../../lib/application/messaging/send-sms.ts';
import { writeEmail } from '../../../../lib/application/messaging/write-email.ts';
import { orderTexts } from '../../../../lib/application/texting/order-texts.ts';
import { receiveSms } from '../../../../lib/application/texting/receive-sms.ts';
import { takeText } from '../../../../lib/application/texting/take-text.ts';
import { aFloor, EVA, type Floor, TOM } from '../../application/a-floor.ts';
import { phoneOf } from '../../application/inbound/a-caller.ts';
import { aMailFloor, mailComes } from '../../application/texting/a-mail-floor.ts';
import { aTextFloor, reply, write } from '../../application/texting/a-text-floor.ts';

/** A number is put on the blacklist while its record waits for a call. */
export async function aNumberBlacklisted(): Promise<Floor> {
  const floor = await aFloor({ records: ['ann'] });
  const change = { kind: 'blacklist', reason: 'asked for it' } as const;
  const address = await phoneOf(floor, 'ann');
  await changeLedger({ address, change, by: 'olga' }, floor.ports);
  await floor.tick();
  return floor;
}

/** A classifier moves Ann to another campaign. */
export async function aMove(): Promise<Floor> {
  const floor = await aFloor({
    records: ['ann'],
    campaign: { classifiers: { summer: { name: 'Summer', movesTo: 'summer' } } },
    also: { summer: { name: 'Summer', channels: { outbound: { queue: 'sales' } } } },
  });
  await floor.tick();
  await floor.placeAll();
  const { id: attempt } = await floor.attempt('ann');
  const call = { campaign: 'spring', record: 'ann', attempt, agent: 'eva' };
  await classifyRecord({ ...call, classifier: 'summer', fields: {} }, floor.ports);
  return floor;
}

/** A text campaign writes to Ann, who answers. */
export async function aReply(): Promise<Floor> {
  const own = '+48501230000';
  const floor = await aFloor({
    noOutbound: true,
    sms: { queue: 'sales', from: own, text: 'Is Monday all right?' },
    records: ['ann'],
  });
  await orderTexts({}, floor.ports);
  floor.waitUntil(60);
  const from = await phoneOf(floor, 'ann');
  await receiveSms({ id: 'm-1', from, to: own, text: 'Yes, at nine.' }, floor.ports);
  return floor;
}

/** A program answers an e-mail to Ann. */
export async function anAbsence(): Promise<Floor> {
  const floor = await aMailFloor();
  await mailComes(floor, { automatic: true, id: '<absence@example.com>' });
  return floor;
}

/** Ann's answer is announced to one of two agents, who rejects it; the other one takes it. */
export async function announcements(): Promise<Floor> {
  const floor = await aTextFloor({ texts: { rings: true }, free: [EVA, TOM] });
  await write(floor);
  await reply(floor, 'Yes, at nine.', { id: 'm-1' });
  for (const press of ['reject', 'accept'] as const) {
    const { id: attempt, agent = '' } = await floor.attempt('ann');
    await takeText({ campaign: 'spring', record: 'ann', attempt, agent, press }, floor.ports);
  }
  return floor;
}

/** The provider refuses a text to Ann, who wants none; one e-mail comes back, another is spam. */
export async function objections(): Promise<Floor> {
  const floor = await aFloor({
    noOutbound: true,
    sms: { queue: 'sales', from: '+48501230000', text: 'Is Monday all right?' },
  });
  const ann = await floor.add('ann', { emails: [{ value: 'ann@example.org', isDefault: true }] });
  await floor.switchTo('running');
  floor.ports.sms.refuse(await phoneOf(floor, 'ann'), 'opted out', true);
  await orderTexts({}, floor.ports);
  const record = { campaign: 'spring', record: 'ann' };
  for (const { id } of floor.ports.records.messagesOf(ann))
    await sendSms({ ...record, message: id }, floor.ports);
  const about = { mailbox: 'appointments', subject: 'Hello', text: 'Dear Ann', html: false };
  const emails = ['failed', 'complained'] as const;
  const nobody = { cc: [], bcc: [], attachments: [] };
  for (const id of emails) await writeEmail(ann, { ...about, ...nobody, id }, 'eva', floor.ports);
  for (const [n, id] of emails.entries()) {
    floor.waitUntil(60 * n);
    await sendEmail({ ...record, message: `written.${id}` }, floor.ports);
  }
  for (const outcome of emails) {
    const word = { ...record, message: `written.${outcome}`, outcome };
    await messageEvents({ ...word, undeliverable: ['ann@example.org'] }, floor.ports);
  }
  return floor;
}
