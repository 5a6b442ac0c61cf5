import { describe, expect, it } from 'vitest';
import { messageEvents } from '../../../../lib/application/messaging/message-events.ts';
import { sendEmail } from '../../../../lib/application/messaging/send-email.ts';
import { sendSms } from '../../../../lib/application/messaging/send-sms.ts';
import type { SmsSender } from '../../../../lib/application/ports/message-sender.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { Message } from '../../../../lib/domain/model/message.ts';
import { aText, changed, NOW, ref } from '../../../support/records.ts';
import { aFloor, type Floor } from '../a-floor.ts';

const input = { campaign: 'spring', record: 'ann', message: 'a1.sms' };

async function ordered(message: Partial<Message> = {}): Promise<Floor> {
  const floor = await aFloor();
  const record = await floor.add('ann');
  const { ports } = floor;
  const text = aText(record, 'a1.sms', message);
  await ports.records.commit({
    before: record,
    after: changed(record),
    entries: [],
    messages: [{ before: undefined, after: text }],
  });
  return floor;
}
const message = async (floor: Floor) => floor.ports.records.messagesOf(ref('spring', 'ann'))[0];
const send = (floor: Floor, sms: SmsSender = floor.ports.sms) =>
  sendSms(input, { ...floor.ports, sms });
const failing = (error: Error): SmsSender => ({ send: () => Promise.reject(error) });

describe('a message', () => {
  it('is sent and keeps the provider’s id (CBR-12)', async () => {
    const floor = await ordered();

    const sent = await send(floor);

    expect(sent).toEqual({ outcome: 'accepted' });
    expect(await message(floor)).toMatchObject({ state: 'sent', providerId: 'sms-1' });
    expect(await floor.entries('ann')).toEqual(['record.added', 'message.sent']);
  });

  it('is sent as an e-mail likewise (CBR-11)', async () => {
    const floor = await ordered({
      content: {
        kind: 'email',
        to: 'ann@example.org',
        mailbox: 'appointments',
        cc: [],
        bcc: [],
        subject: 'Hello',
        text: 'Hello',
        attachments: [],
      },
    });

    await sendEmail(input, floor.ports);

    expect(floor.ports.email.sent.length).toBe(1);
    expect((await message(floor))?.state).toBe('sent');
  });

  it('is sent once, however often it is asked for, also at the same moment', async () => {
    const floor = await ordered();

    const outcomes = await Promise.all([send(floor), send(floor), send(floor)]);

    expect(floor.ports.sms.sent.length).toBe(1);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([
      'accepted',
      'not to be sent: gone, or asked for before',
      'not to be sent: gone, or asked for before',
    ]);
  });

  it('is not sent again when it is not known whether it was', async () => {
    const floor = await ordered();
    await expect(send(floor, failing(new Error('socket closed')))).rejects.toThrow('socket');

    const again = await send(floor);

    expect(again.outcome).toContain('not to be sent');
    expect((await message(floor))?.state).toBe('sending');
  });

  it('is sent later when the provider refused for the moment', async () => {
    const floor = await ordered();
    const busy = new Fault('MessagingUnavailable', 'throttled');
    await expect(send(floor, failing(busy))).rejects.toThrow('throttled');

    const again = await send(floor);

    expect(again).toEqual({ outcome: 'accepted' });
    expect(floor.ports.sms.sent.length).toBe(1);
  });

  it('that the provider rejects has failed, with its reason', async () => {
    const floor = await ordered();
    floor.ports.sms.refuse('+48221000001', 'opted out');

    await send(floor);

    expect(await message(floor)).toMatchObject({ state: 'failed', reason: 'opted out' });
    expect(await floor.ports.journal.ofRecord(ref('spring', 'ann'))).toContainEqual({
      type: 'message.failed',
      at: NOW,
      message: 'a1.sms',
      kind: 'sms',
      reason: 'opted out',
    });
  });

  it('that is gone is not sent', async () => {
    const floor = await aFloor();

    expect((await send(floor)).outcome).toContain('not to be sent');
  });
});

describe('the provider’s word', () => {
  const told = (floor: Floor, outcome: 'accepted' | 'delivered' | 'failed', reason?: string) =>
    messageEvents({ ...input, outcome, reason }, floor.ports);

  it('puts the delivery on the timeline, once', async () => {
    const floor = await ordered();
    await send(floor);

    const outcomes = [await told(floor, 'delivered'), await told(floor, 'delivered')];

    expect(outcomes).toEqual([{ outcome: 'delivered' }, { outcome: 'nothing new' }]);
    expect(await floor.entries('ann')).toEqual([
      'record.added',
      'message.sent',
      'message.delivered',
    ]);
  });

  it('settles a message whose sender died before it heard the answer', async () => {
    const floor = await ordered({ state: 'sending' });

    await told(floor, 'accepted');

    expect((await message(floor))?.state).toBe('sent');
  });

  it('stays: a failure after a delivery changes nothing', async () => {
    const floor = await ordered({ state: 'delivered' });

    expect(await told(floor, 'failed', 'late')).toEqual({ outcome: 'nothing new' });
  });

  it('that never comes leaves open whether it was sent; a late word still counts', async () => {
    const floor = await ordered({ state: 'sending' });
    floor.waitUntil(900);
    const early = await sweeper({}, floor.ports);
    floor.waitUntil(901);

    const swept = await sweeper({}, floor.ports);
    const unknown = await message(floor);
    await told(floor, 'delivered');

    expect([early.messages, swept.messages]).toEqual([0, 1]);
    expect(unknown?.state).toBe('unknown');
    expect((await message(floor))?.state).toBe('delivered');
    expect(await floor.entries('ann')).toEqual([
      'record.added',
      'message.unknown',
      'message.delivered',
    ]);
  });
});
