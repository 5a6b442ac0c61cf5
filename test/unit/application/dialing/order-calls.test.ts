// Calls that the tick places itself, and those it leaves to the dial queue.
import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import type { DialRequest, Telephony } from '../../../../lib/application/ports/telephony.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { orderCall } from '../../../../lib/domain/dialing/orders.ts';
import { attemptId, campaignId, contactId } from '../../../../lib/domain/model/ids.ts';
import { addition, aRecord, at, NOW, ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, rangOut, type Setup, SPRING, TOM } from '../a-floor.ts';

const TWO = { records: ['ann', 'ben'], free: [EVA, TOM] } as const;

/** A tick whose calls end like this. */
const tickOver = (
  { ports }: Floor,
  dial: (request: DialRequest) => ReturnType<Telephony['dial']>,
) => dialerTick({ campaign: 'spring' }, { ...ports, telephony: { ...ports.telephony, dial } });

describe('a call that may start now', () => {
  it('is asked for with what Connect needs to know, and recorded as asked for with its order', async () => {
    const floor = await aFloor({
      records: ['ann'],
      outbound: { callerIds: ['main'], ringFor: '40 s', longestWait: '75 s' },
    });
    const before: unknown[] = [];

    await tickOver(floor, async (request) => {
      before.push((await floor.attempt('ann')).askedAt);
      return floor.ports.telephony.dial(request);
    });

    const { id: attempt, endpoint: phone, contact } = await floor.attempt('ann');
    expect(before).toEqual([NOW]);
    expect(contact).toBe('contact-1');
    expect(floor.ports.telephony.placed).toEqual([
      {
        ...{ attempt, phone, ref: ref('spring', 'ann'), queue: 'sales', callerId: 'main' },
        ...{ ringFor: 40, longestWait: 75, machineDetection: false, language: 'en', priority: 5 },
        parameters: {},
      },
    ]);
  });

  it('in preview goes to the one agent it is offered to, where no work comes before (DIA-1)', async () => {
    const floor = await aFloor({ records: ['ann'], outbound: { mode: 'preview' } });

    await floor.tick();

    expect(floor.ports.telephony.placed.map(({ agentArn }) => agentArn)).toEqual(['arn:eva']);
  });

  it('waits in the dial queue where work comes before it, or the agent starts it (DIA-1, CAM-3)', async () => {
    const preview = { mode: 'preview', beforeCallWork: '30 s' } as const;
    const floors = [
      await aFloor({ records: ['ann'], outbound: preview }),
      await aFloor({
        ...{ records: ['ann'], campaign: { handling: 'manual-web' } },
        outbound: { mode: 'preview', offerFor: '90 s' },
      }),
    ];

    for (const floor of floors) await floor.tick();

    expect(floors.flatMap(({ ports }) => ports.dialQueue.sent.map(({ delay }) => delay))).toEqual([
      30, 90,
    ]);
    expect(floors.flatMap(({ ports }) => ports.telephony.placed)).toEqual([]);
  });

  it('takes its token with the others, and those without one wait for theirs', async () => {
    const agents = ['eva', 'tom', 'jan', 'ida'] as (typeof EVA)[];
    const floor = await aFloor({
      ...{ records: ['ann', 'ben', 'cid', 'dan'], free: agents, callsPerSecond: 2 },
    });
    await floor.ports.throttle.take(NOW);

    await floor.tick();
    const queued = floor.ports.dialQueue.sent.map(({ delay }) => delay);
    const placed = floor.ports.telephony.placed.length;
    for (const second of [1, 3]) {
      floor.waitUntil(second);
      await floor.placeAll();
    }

    expect([placed, queued]).toEqual([1, [1, 1, 1]]);
    expect(floor.ports.telephony.placed.length).toBe(4);
  });

  it('is one call of two records with one number (DIA-7)', async () => {
    const floor = await aFloor({ free: [EVA, TOM] });
    const phones = [{ value: '+48600111222', isDefault: true }];
    await floor.add('ann', { phones });
    await floor.add('twin', { phones });

    await floor.tick();

    expect(floor.ports.telephony.placed.length).toBe(1);
    expect((await floor.record('twin')).nextContact).toBe(at(60));
  });

  it('is stored with what the tick remembers: that nothing else is due, and whose number it showed', async () => {
    const floor = await aFloor({ records: ['ann'], outbound: { callerIds: ['main', 'second'] } });
    await floor.add('ben', { nextContact: at(900) });
    let commits = 0;
    const campaigns: typeof floor.ports.campaigns = {
      ...floor.ports.campaigns,
      commit: (...of) => {
        commits += 1;
        return floor.ports.campaigns.commit(...of);
      },
    };

    await dialerTick({ campaign: 'spring' }, { ...floor.ports, campaigns });

    const { rest, nextCallerId, recentOrders } = await floor.ports.campaigns.load(SPRING);
    expect(rest?.until).toBe(at(900));
    expect(nextCallerId).toBe(1);
    expect(recentOrders.map(({ attempt }) => attempt)).toEqual([(await floor.attempt('ann')).id]);
    expect(commits).toBe(0);
  });

  it('does not make the campaign rest when its record could not be taken', async () => {
    const floor = await aFloor({ ...TWO });
    const ann = await floor.record('ann');
    const { orderEach } = floor.ports.records;
    floor.ports.records.orderEach = async (...of) => {
      await floor.ports.records.commit({ before: ann, after: { ...ann, version: 2 }, entries: [] });
      return orderEach(...of);
    };

    await floor.tick();

    expect((await floor.ports.campaigns.load(SPRING)).rest).toBeUndefined();
    expect(floor.ports.telephony.placed.map(({ ref: { record } }) => record)).toEqual(['ben']);
  });
});

describe('what Connect answers a tick (DIA-7)', () => {
  it('is a refusal: the call is over and its rule follows (CBR-2)', async () => {
    const floor = await aFloor({ ...TWO });
    const { phones } = await floor.record('ann');
    floor.ports.telephony.refuse(phones[0]?.value ?? '', 'DestinationNotAllowed');

    await floor.tick();

    expect(await floor.record('ann')).toMatchObject({
      ...{ attempts: 1, endings: { error: 1 }, current: { phase: 'ended' } },
    });
    expect((await floor.record('ben')).current?.phase).toBe('started');
  });

  it('is known already when the events of the call have come first', async () => {
    const floor = await aFloor({ ...TWO });

    await tickOver(floor, async (request) => {
      const dialed = await floor.ports.telephony.dial(request);
      await contactEvents(rangOut({ contact: contactId('contact-1') }), floor.ports);
      return dialed;
    });

    expect(await floor.record('ann')).toMatchObject({
      ...{ attempts: 1, endings: { 'not-answered': 1 } },
    });
    expect(await floor.record('ben')).toMatchObject({ attempts: 1, current: { phase: 'started' } });
  });

  it('is that nothing was placed: it is asked again, by the queue', async () => {
    const floor = await aFloor({ ...TWO });

    await tickOver(floor, async () => {
      throw new Fault('TelephonyUnavailable', 'throttled');
    });
    const queued = floor.ports.dialQueue.sent.map(({ delay }) => delay);
    const { askedAt } = await floor.attempt('ann');

    expect([queued, askedAt]).toEqual([[5, 5], undefined]);
    expect(await floor.placeAll()).toEqual(['placed', 'placed']);
    expect(floor.ports.telephony.placed.length).toBe(2);
  });

  it('is lost: it is not asked again, and the sweeper calls it unclear', async () => {
    const floor = await aFloor({ records: ['ann'] });

    const done = await tickOver(floor, async (request) => {
      await floor.ports.telephony.dial(request);
      throw new Fault('CallUnclear', 'no answer');
    });
    floor.waitUntil(605);
    await sweeper({}, floor.ports);
    await floor.tick();

    expect(done).toEqual({ outcome: 'dialed', ordered: 1 });
    expect(floor.ports.dialQueue.sent).toEqual([]);
    expect(floor.ports.telephony.placed.length).toBe(1);
    expect((await floor.record('ann')).current?.phase).toBe('unclear');
  });

  it('is stored although another call fails as nobody expected, and the tick tells of that', async () => {
    const floor = await aFloor({ ...TWO });

    const ticking = tickOver(floor, async (request) => {
      if (request.ref.record === 'ann') throw new Error('access denied');
      return floor.ports.telephony.dial(request);
    });

    await expect(ticking).rejects.toThrow('access denied');
    expect((await floor.record('ben')).current?.phase).toBe('started');
    expect((await floor.record('ann')).current?.phase).toBe('ordered');
  });
});

describe('a contact that a tick begins (NEW-7)', () => {
  const capped: Setup = { ...TWO, contactCaps: [{ most: 1, within: '1 d' }] };
  const counted = async ({ ports }: Floor, name: string) => {
    const [phone] = aPhone((await ports.records.load(ref('spring', name)))?.phones);
    return (await ports.contactLog.pages([phone])).get(phone)?.contacts.length;
  };
  const aPhone = (phones: readonly { readonly value: string }[] = []) =>
    phones.map(({ value }) => value) as [string];

  it('is counted before Connect is asked', async () => {
    const floor = await aFloor(capped);

    await floor.tick();

    expect([await counted(floor, 'ann'), await counted(floor, 'ben')]).toEqual([1, 1]);
  });

  it('is not made once another has filled the cap since its look, and the record is put off', async () => {
    const floor = await aFloor({ ...capped });
    const [phone] = aPhone((await floor.record('ann')).phones);
    const takeUpTo: typeof floor.ports.throttle.takeUpTo = async (...of) => {
      const pages = await floor.ports.contactLog.pages([phone]);
      const contact = { id: 'other', at: NOW, channel: 'sms' } as const;
      await floor.ports.contactLog.add({ pages, address: phone, contact, remembered: 86_400 });
      return floor.ports.throttle.takeUpTo(...of);
    };
    const throttle = { ...floor.ports.throttle, takeUpTo };

    await dialerTick({ campaign: 'spring' }, { ...floor.ports, throttle });
    const between = (await floor.record('ann')).version;
    await floor.tick();

    expect(between).toBe(1);
    expect(floor.ports.telephony.placed.map(({ ref: { record } }) => record)).toEqual(['ben']);
    expect(await floor.record('ann')).toMatchObject({ state: 'new', nextContact: at(86_400) });
  });

  it('is taken back when its order is refused', async () => {
    const floor = await aFloor(capped);
    const [phone] = aPhone((await floor.record('ann')).phones);
    const twin = aRecord('twin', { campaign: campaignId('autumn') });
    await floor.ports.records.commit(addition(twin));
    await floor.ports.records.commit(
      orderCall(twin, {
        ...{
          attempt: attemptId('a-twin'),
          phone,
          delay: 0,
          gates: [],
          redialInterval: 120,
          now: NOW,
        },
      }),
    );

    await floor.tick();

    expect([await counted(floor, 'ann'), await counted(floor, 'ben')]).toEqual([0, 1]);
    expect(await floor.record('ann')).toMatchObject({ state: 'new', nextContact: at(60) });
  });
});
