import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { placeCall } from '../../../../lib/application/dialing/place-call.ts';
import { beginContact, contactsAhead } from '../../../../lib/application/ledger/contacting.ts';
import { sendSms } from '../../../../lib/application/messaging/send-sms.ts';
import type { Ports } from '../../../../lib/application/ports/ports.ts';
import { orderedMessage } from '../../../../lib/domain/model/message.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { at, changed, ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, rangOut, SPRING } from '../a-floor.ts';
import { phoneOf } from '../inbound/a-caller.ts';

const DAILY = [{ most: 1, within: '1 d' }] as const;
const capped = () => aFloor({ records: ['ann'], contactCaps: [...DAILY] });

/** Another campaign contacts Ann. */
async function contacted(floor: Floor, address?: string): Promise<void> {
  const record = await floor.record('ann');
  const full = await beginContact(
    {
      ...{ campaign: 'autumn', record, channel: 'sms', id: 'other', isWanted: false },
      address: address ?? (await phoneOf(floor, 'ann')),
    },
    floor.ports,
  );
  expect(full).toEqual([]);
}
const contactsOf = async ({ ports }: Floor, address: string) =>
  (await ports.contactLog.pages([address])).get(address)?.contacts.map(({ id }) => id);

describe('a call (NEW-7)', () => {
  it('is not ordered while its person is at a cap, whatever they were contacted on', async () => {
    const floor = await capped();
    await contacted(floor, 'ann@example.org');

    await floor.tick();

    expect(floor.ports.telephony.placed).toEqual([]);
    expect((await floor.record('ann')).nextContact).toBe(at(86_400));
    const entries = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(entries.at(-1)).toMatchObject({ type: 'record.postponed', until: at(86_400) });
  });

  it('that was ordered before is taken back at the moment of dialing', async () => {
    const floor = await capped();
    await floor.order();
    await contacted(floor);

    expect(await floor.placeAll()).toEqual(['taken back']);

    expect((await floor.attempt('ann')).askedAt).toBeUndefined();
    const entries = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(entries.at(-1)).toMatchObject({
      type: 'record.postponed',
      gates: [{ gate: 'contact-cap', passed: false, wanted: 'fewer than 1 with the person' }],
    });
  });

  it('counts once, however often it is asked for, and not when Connect refuses it', async () => {
    const floor = await capped();
    const phone = await phoneOf(floor, 'ann');
    await floor.tick();
    const { id } = await floor.attempt('ann');
    await floor.placeAll();
    await floor.placeAll();
    expect(await contactsOf(floor, phone)).toEqual([id]);

    const refusing = await capped();
    refusing.ports.telephony.refuse(phone, 'destination not allowed');
    await refusing.tick();
    const { id: attempt } = await refusing.attempt('ann');
    await placeCall({ campaign: 'spring', record: 'ann', attempt }, refusing.ports);
    expect(await contactsOf(refusing, phone)).toEqual([]);
  });

  it('that the person asked for is made all the same', async () => {
    const floor = await aFloor({ contactCaps: [...DAILY] });
    const phone = '+48600700800';
    await floor.add('ann', { callBackTo: phone, wantsCall: true });
    await contacted(floor, phone);

    await floor.order();

    expect(await floor.placeAll()).toEqual(['placed']);
  });

  it('to the next number of the person is one more contact', async () => {
    const floor = await aFloor({ contactCaps: [...DAILY] });
    const phones = ['+48600700800', '+48600700900'].map((value, n) => ({
      ...{ value, isDefault: n === 0 },
    }));
    await floor.add('ann', { phones });
    await floor.tick();
    await floor.placeAll();
    const { contact } = await floor.attempt('ann');
    if (contact === undefined) throw new Error('the call was placed');
    await contactEvents(rangOut({ contact }), floor.ports);
    expect((await floor.record('ann')).callBackTo).toBe('+48600700900');

    floor.waitUntil(300);
    await floor.tick();

    expect((await floor.record('ann')).nextContact).toBeGreaterThanOrEqual(at(86_400));
  });

  it('reads nothing where no cap is set', async () => {
    const floor = await aFloor({ records: ['ann'] });
    const contactLog = { pages: refuses, add: refuses, remove: refuses };

    const of = await contactsAhead('spring', [await floor.record('ann')], {
      ...floor.ports,
      contactLog,
    });
    await floor.order();
    const [order] = floor.ports.dialQueue.sent;
    const input = { ...order?.body.ref, attempt: order?.body.attempt };

    expect(await of(await floor.record('ann'))).toBeUndefined();
    const ports: Ports = { ...floor.ports, contactLog };
    expect(await placeCall(input as Parameters<typeof placeCall>[0], ports)).toEqual({
      outcome: 'placed',
    });
  });
});

const refuses = () => Promise.reject(new Error('nobody needs it'));

describe('a text message', () => {
  async function ordered(floor: Floor, isAnswer?: true) {
    const ann = await floor.record('ann');
    const attempt = { campaign: SPRING, record: ann.record, id: (await floor.attempt('ann')).id };
    const to = await phoneOf(floor, 'ann');
    const content = { kind: 'sms', to, from: 'Ringback', text: 'Hello' } as const;
    const made = orderedMessage(attempt, isAnswer ? 'answer' : 'text', content, at(0));
    const message = { ...made, ...(isAnswer && { isAnswer }) };
    const messages = [{ before: undefined, after: message }];
    await floor.ports.records.commit({ before: ann, after: changed(ann), entries: [], messages });
    return { campaign: 'spring', record: 'ann', message: message.id };
  }
  const called = async () => {
    const floor = await capped();
    await floor.tick();
    await floor.placeAll();
    return floor;
  };

  it('of a rule is not sent to somebody who is at a cap, and says so', async () => {
    const floor = await called();

    expect(await sendSms(await ordered(floor), floor.ports)).toEqual({ outcome: 'blocked' });

    const entries = await floor.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(entries.at(-1)).toMatchObject({
      ...{ type: 'message.failed', blocked: 'cap' },
      reason:
        'not sent: contacted as often as caps allow (1 within 1 d, until 2026-03-03T09:00:00.000Z)',
    });
  });

  it('that answers the person, or that a classifier sends, is part of their contact', async () => {
    const floor = await called();

    expect(await sendSms(await ordered(floor, true), floor.ports)).toEqual({ outcome: 'accepted' });
    expect(await contactsOf(floor, await phoneOf(floor, 'ann'))).toHaveLength(1);
  });
});

describe('a classifier’s message', () => {
  it('leaves although the call was the last contact of the day', async () => {
    const sendsSms = { from: 'Ringback', text: 'Thank you' };
    const floor = await aFloor({
      ...{ records: ['ann'], contactCaps: [...DAILY] },
      campaign: { classifiers: { told: { name: 'Told', closes: true, sendsSms } } },
    });
    await floor.tick();
    await floor.placeAll();
    const { id: attempt } = await floor.attempt('ann');
    const call = { campaign: 'spring', record: 'ann', attempt, agent: EVA, fields: {} };
    await classifyRecord({ ...call, classifier: 'told' }, floor.ports);
    const [message] = floor.ports.records.messagesOf(ref('spring', 'ann'));

    const sent = { campaign: 'spring', record: 'ann', message: message?.id ?? '' };

    expect(await sendSms(sent, floor.ports)).toEqual({ outcome: 'accepted' });
  });
});

describe('two contacts that begin at the same moment', () => {
  it('do not both find room', async () => {
    const floor = await capped();
    const record: CampaignRecord = await floor.record('ann');
    const begin = (id: string, address: string) =>
      beginContact(
        { campaign: 'spring', record, channel: 'voice', id, address, isWanted: false },
        floor.ports,
      );

    const outcomes = await Promise.all([
      begin('a1', await phoneOf(floor, 'ann')),
      begin('a2', 'ann@example.org'),
    ]);

    expect(outcomes.map((full) => full.length).toSorted()).toEqual([0, 1]);
  });
});
