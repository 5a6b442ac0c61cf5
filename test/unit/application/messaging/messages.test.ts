import { describe, expect, it } from 'vitest';
import { messageEvents } from '../../../../lib/application/messaging/message-events.ts';
import { sendEmail } from '../../../../lib/application/messaging/send-email.ts';
import { sendSms } from '../../../../lib/application/messaging/send-sms.ts';
import type { SmsSender } from '../../../../lib/application/ports/message-sender.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { moveMessage } from '../../../../lib/domain/messaging/message-changes.ts';
import { messageId } from '../../../../lib/domain/model/ids.ts';
import type { Message } from '../../../../lib/domain/model/message.ts';
import type { CentreInput } from '../../../support/definitions.ts';
import { aText, at, changed, NOW, ref } from '../../../support/records.ts';
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

  it('is read once, with its record, unless somebody else changes them meanwhile', async () => {
    const readsOf = async (floor: Floor, sms: SmsSender) => {
      const { records } = floor.ports;
      let reads = 0;
      const loadMessage: typeof records.loadMessage = (...of) => {
        reads++;
        return records.loadMessage(...of);
      };
      await sendSms(input, { ...floor.ports, sms, records: { ...records, loadMessage } });
      expect((await message(floor))?.state).toBe('sent');
      return reads;
    };
    const [alone, rivalled] = [await ordered(), await ordered()];
    const changing: SmsSender = {
      async send(sent) {
        const before = await rivalled.record('ann');
        await rivalled.ports.records.commit({ before, after: changed(before), entries: [] });
        return rivalled.ports.sms.send(sent);
      },
    };

    expect(await readsOf(alone, alone.ports.sms)).toBe(1);
    expect(await readsOf(rivalled, changing)).toBe(2);
  });

  it('whose function has sent it is not read for what the provider says of it', async () => {
    const floor = await ordered();
    const { records } = floor.ports;
    await send(floor);
    const unread = {
      ...floor.ports,
      records: {
        ...records,
        load: () => Promise.reject(new Error('read')),
        loadMessage: () => Promise.reject(new Error('read')),
      },
    };
    const told = (outcome: 'accepted' | 'delivered') => sendSms({ ...input, outcome }, unread);

    const outcomes = [await told('accepted'), await told('delivered')];

    expect(outcomes).toEqual([{ outcome: 'nothing new' }, { outcome: 'delivered' }]);
    expect((await message(floor))?.state).toBe('delivered');
  });

  it('whose record others have changed since it was sent is read for what became of it', async () => {
    const floor = await ordered();
    const { records } = floor.ports;
    await send(floor);
    const { record, message: known } =
      records.lastSent(ref('spring', 'ann'), messageId('a1.sms')) ?? {};
    const before = await floor.record('ann');
    // by another function, which this one does not hear of
    await records.commit({ before, after: changed(before), entries: [] });
    const stale = record && known && { record, message: known };

    const told = await sendSms(
      { ...input, outcome: 'delivered' },
      { ...floor.ports, records: { ...records, lastSent: () => stale } },
    );

    expect(stale).toBeDefined();
    expect(told).toEqual({ outcome: 'delivered' });
    expect((await floor.record('ann')).version).toBe(before.version + 2);
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
    floor.waitUntil(10);
    expect((await send(floor)).outcome).toContain('not to be sent');
    expect(floor.ports.sms.sent.length).toBe(1);
  });

  it('that has left does not line up again, whoever still waits with it', async () => {
    const floor = await ordered();
    const { records } = floor.ports;
    let others: Promise<unknown> | undefined;
    // the second order gets its turn while the provider is being asked for the first
    const sms: SmsSender = {
      send: async (text) => {
        others = send(floor);
        await others;
        return floor.ports.sms.send(text);
      },
    };

    await sendSms(input, { ...floor.ports, sms, records });

    expect((await message(floor))?.state).toBe('sent');
    expect(floor.ports.sms.sent.length).toBe(1);
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

    const tooSoon = await send(floor);
    floor.waitUntil(1);
    const again = await send(floor);

    expect([tooSoon, again]).toEqual([{ outcome: 'waits for its turn' }, { outcome: 'accepted' }]);
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

  it('that the carrier refuses, as its person wants none, is told once and ends texts everywhere', async () => {
    const floor = await ordered();
    floor.ports.sms.refuse('+48221000001', 'opted out', true);

    await send(floor);

    const journal = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(journal.slice(-2).map(({ type }) => type)).toEqual([
      'message.failed',
      'message.opted-out',
    ]);
    const standings = await floor.ports.ledger.standings(['+48221000001']);
    expect(standings.get('+48221000001')?.blacklist).toMatchObject([
      { channel: 'sms', reason: 'opted out with the carrier' },
    ]);
  });

  it('that is gone is not sent', async () => {
    const floor = await aFloor();

    expect((await send(floor)).outcome).toContain('not to be sent');
  });
});

describe('a burst of messages', () => {
  const texts = async (count: number, input: CentreInput = {}) => {
    const floor = await aFloor(input);
    const record = await floor.add('ann');
    const messages = Array.from({ length: count }, (_, n) => aText(record, `m${n}`));
    await floor.ports.records.commit({
      before: record,
      after: changed(record),
      entries: [],
      messages: messages.map((after) => ({ before: undefined, after })),
    });
    return { floor, ids: messages.map(({ id }) => id) };
  };
  const sendAll = (floor: Floor, ids: readonly string[]) =>
    Promise.all(ids.map((id) => sendSms({ ...input, message: id }, floor.ports)));

  it('leaves at the rate of the account: the others are woken when their turn has come', async () => {
    const { floor, ids } = await texts(4);

    const outcomes = await sendAll(floor, ids);

    expect(outcomes.filter(({ outcome }) => outcome === 'accepted').length).toBe(1);
    const delays = floor.ports.smsQueue.sent.map(({ delay }) => delay);
    expect(delays.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });

  it('leaves at the rate of its sender too, by parts', async () => {
    const rates = { textRates: { messagesPerSecond: 100, partsPerSecond: 2 } };
    const { floor, ids } = await texts(5, rates);

    await sendAll(floor, ids);

    const turns = floor.ports.records.messagesOf(ref('spring', 'ann')).map(({ turn }) => turn?.at);
    expect(turns).toEqual([undefined, at(0.5), at(1), at(1.5), at(2)]);
  });

  it('waits for the slower of the two first, and then for the other', async () => {
    const rates = { textRates: { messagesPerSecond: 1, partsPerSecond: 2 } };
    const { floor, ids } = await texts(3, rates);
    await sendAll(floor, ids);
    floor.waitUntil(1);

    const outcomes = await sendAll(floor, ids);

    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'not to be sent: gone, or asked for before',
      'accepted',
      'waits for its turn',
    ]);
    const last = floor.ports.records.messagesOf(ref('spring', 'ann'))[2];
    expect(last?.turn).toEqual({ line: 'sms', at: at(2) });
  });

  it('of hours is waited for in steps that SQS allows, and a turn is kept', async () => {
    const { floor, ids } = await texts(1);
    const far = { line: 'sms', at: at(4000) };
    const id = ids[0] ?? '';
    const record = await floor.record('ann');
    const [before] = floor.ports.records.messagesOf(record);
    if (before === undefined) throw new Error('no message');
    const change = moveMessage(record, before, { to: 'ordered', from: 'ordered', turn: far }, NOW);
    await floor.ports.records.commit(change);

    await sendAll(floor, [id]);
    floor.waitUntil(3900);
    await sendAll(floor, [id]);

    expect(floor.ports.smsQueue.sent.map(({ delay }) => delay)).toEqual([900, 100]);
    expect(floor.ports.records.messagesOf(record)[0]?.turn).toEqual(far);
  });
});

describe('an order that got lost', () => {
  it('is given again by the sweeper, at most once in a quarter of an hour', async () => {
    const floor = await ordered();
    const swept: number[] = [];
    for (let minute = 5; minute <= 60; minute += 5) {
      floor.waitUntil(minute * 60 + 5);
      swept.push((await sweeper({}, floor.ports)).messages);
    }

    expect(swept).toEqual([0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0]);
    expect(floor.ports.smsQueue.sent[0]).toEqual({
      body: { ref: ref('spring', 'ann'), message: 'a1.sms', kind: 'sms' },
      delay: 0,
    });
    expect(await send(floor)).toEqual({ outcome: 'accepted' });
  });

  it('is not looked for while the message waits for its turn', async () => {
    const floor = await ordered({ turn: { line: 'sms', at: at(5000) } });
    floor.waitUntil(5903);
    const early = await sweeper({}, floor.ports);
    floor.waitUntil(5905);

    expect([early.messages, (await sweeper({}, floor.ports)).messages]).toEqual([0, 1]);
  });

  it('of days ago is given up: such a text would only confuse', async () => {
    const floor = await ordered({ turn: { line: 'sms', at: at(60) } });
    floor.waitUntil(4 * 86_400 + 5);

    await sweeper({}, floor.ports);

    expect(await message(floor)).toMatchObject({
      state: 'failed',
      reason: 'it could not be sent for days',
    });
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
    floor.waitUntil(903);
    const early = await sweeper({}, floor.ports);
    floor.waitUntil(905);

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
