import { describe, expect, it } from 'vitest';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { scheduleCallback } from '../../../../lib/application/inbound/schedule-callback.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { campaignId, contactId } from '../../../../lib/domain/model/ids.ts';
import { parseInstant } from '../../../../lib/domain/model/instant.ts';
import { at, NOW, ref } from '../../../support/records.ts';
import { EVA } from '../a-floor.ts';
import { aReception, Caller, calling, entryOf, phoneOf, sold, typesOf } from './a-caller.ts';

const withCallback = { first: { kind: 'callback', next: 'bye' } } as const;

describe('an inbound call that reached no agent', () => {
  it('leaves the record as it was, and the timeline tells of a missed call (WHK-1)', async () => {
    const recall = { state: 'recall-scheduled', nextContact: at(7200), attempts: 2 } as const;
    const { floor, caller } = await calling({}, recall);

    await caller.hangsUp();

    const record = await floor.record('ann');
    expect(record).toMatchObject({ ...recall, endings: {}, lastContact: at(20) });
    expect(record.current).toBeUndefined();
    expect(await floor.attempt('ann')).toMatchObject({
      status: 'abandoned',
      settled: true,
      ruleApplied: true,
    });
    expect(await typesOf(floor, 'ann')).toEqual([
      'call.received',
      'call.ended',
      'call.missed',
      'attempt.settled',
    ]);
  });

  it('starts no callback rule: those follow calls of the dialer (CBR-1)', async () => {
    const { floor, caller } = await calling();

    await caller.hangsUp();

    expect((await entryOf(floor, 'ann', 'attempt.settled'))?.rule).toBeUndefined();
  });

  it('is counted apart from calls of the dialer', async () => {
    const { floor, caller } = await calling();

    await caller.hangsUp();

    expect(await floor.ports.records.counts(ref('spring', '').campaign)).toEqual({
      new: 1,
      'inbound:abandoned': 1,
    });
  });

  it('is known to have come as far as Connect says, further than its flow had last asked', async () => {
    const { floor, caller } = await calling();
    const way = { version: '0123456789ab', path: ['answer', 'menu', 'closed'] };
    const spring = { campaign: campaignId('spring'), ivr: 'reception' };
    floor.ports.telephony.receive(contactId(caller.contact), spring, way);

    await caller.hangsUp();

    expect((await floor.attempt('ann')).inbound?.way).toEqual(way);
    const ways = await floor.ports.reports.ways(spring.campaign, '2026-03-02', {
      kind: 'ivr',
      id: 'reception',
    });
    expect(ways.map(({ counts }) => counts)).toEqual([
      { ' answer': 1, 'answer menu': 1, 'menu closed': 1 },
    ]);
  });

  it('is taken in all the same when Connect says nothing of its way', async () => {
    const { floor, caller } = await calling();
    floor.ports.telephony.wayOf = () => Promise.reject(new Fault('TelephonyUnavailable', 'busy'));

    await caller.hangsUp();

    const attempt = await floor.attempt('ann');
    expect([attempt.status, attempt.inbound?.way]).toEqual(['abandoned', undefined]);
  });

  it('closes the record of a stranger, with whom nothing is to follow', async () => {
    const floor = await aReception();
    const caller = new Caller(floor, '+48600999888');
    await caller.call();

    await caller.hangsUp();

    expect((await floor.record('call-c-1')).state).toBe('closed');
  });

  it('is called back at the next allowed moment when the campaign always does (INB-13)', async () => {
    const { floor, caller } = await calling({ inbound: { callBack: 'always' } });

    await caller.hangsUp();

    const record = await floor.record('ann');
    expect(record).toMatchObject({ state: 'recall-scheduled', nextContact: at(20) });
    expect(await entryOf(floor, 'ann', 'record.recall-scheduled')).toMatchObject({
      by: 'missed call',
      for: at(20),
    });
  });

  it('is called back within the recall hours only (CAM-10)', async () => {
    const night = parseInstant('2026-03-02T18:30:00Z');
    const { floor, caller } = await calling({ inbound: { callBack: 'always' } });

    await caller.hangsUp((night - NOW) / 1000);

    expect((await floor.record('ann')).nextContact).toBe(parseInstant('2026-03-03T08:00:00Z'));
  });

  it.each([
    ['the campaign calls nobody back', { inbound: { callBack: 'never' } }, 'call-back'],
    ['nobody asked for it', { inbound: { callBack: 'ivr' } }, 'call-back'],
    [
      'the campaign places no calls',
      { inbound: { callBack: 'always' }, noOutbound: true },
      'campaign-places-calls',
    ],
  ] as const)('is not called back when %s (INB-13)', async (_, input, gate) => {
    const { floor, caller } = await calling(input);

    await caller.hangsUp();

    expect((await floor.record('ann')).state).toBe('new');
    const missed = await entryOf(floor, 'ann', 'call.missed');
    expect(missed?.gates.find(({ passed }) => !passed)).toMatchObject({ gate });
  });

  it('from a withheld number cannot be called back', async () => {
    const floor = await aReception({ inbound: { callBack: 'always' } });
    const caller = new Caller(floor, undefined);
    await caller.call();

    await caller.hangsUp();

    expect((await floor.record('call-c-1')).state).toBe('closed');
  });

  it('beside an attempt of the dialer settles without touching the record', async () => {
    const floor = await aReception({
      inbound: { callBack: 'always' },
      records: ['ann'],
      free: [EVA],
    });
    await floor.tick();
    const caller = new Caller(floor, await phoneOf(floor, 'ann'));
    await caller.call();
    const before = await floor.record('ann');

    await caller.hangsUp();

    const { version: _, updatedAt: __, lastContact: ___, ...after } = await floor.record('ann');
    const { version: ____, updatedAt: _____, ...was } = before;
    expect(after).toEqual(was);
    expect((await entryOf(floor, 'ann', 'call.missed'))?.gates).toContainEqual(
      expect.objectContaining({ gate: 'record-free', passed: false, saw: 'in another call' }),
    );
  });

  it('is taken in once, whatever the order its events come in', async () => {
    const { floor, caller } = await calling();
    await caller.connectTells({ enqueued: 5, disconnected: 20 });
    const { version } = await floor.record('ann');

    const again = [
      await caller.connectTells({ enqueued: 5 }),
      await caller.connectTells({ enqueued: 5, disconnected: 20 }),
    ];

    expect(again).toEqual(['nothing new', 'nothing new']);
    expect((await floor.record('ann')).version).toBe(version);
  });
});

describe('a call back that the caller asks for (IVR-24)', () => {
  const hours = { inbound: { callBack: 'ivr' }, blocks: withCallback } as const;

  it('is set when the call ends: while the caller is on the line nobody dials them', async () => {
    const { floor, caller } = await calling(hours);

    const answer = await scheduleCallback(caller.at('first'), floor.ports);
    const during = await floor.record('ann');
    await caller.hangsUp();

    expect(answer).toEqual({ outcome: 'set' });
    expect(during.state).toBe('being-contacted');
    expect(await floor.record('ann')).toMatchObject({
      state: 'recall-scheduled',
      nextContact: at(20),
    });
    expect(await entryOf(floor, 'ann', 'record.recall-scheduled')).toMatchObject({
      by: 'the caller',
    });
  });

  it('is not earlier than the block says', async () => {
    const blocks = { first: { kind: 'callback', after: '2 h', next: 'bye' } } as const;
    const { floor, caller } = await calling({ ...hours, blocks });

    await scheduleCallback(caller.at('first'), floor.ports);
    await caller.hangsUp();

    expect((await floor.record('ann')).nextContact).toBe(at(7200));
  });

  it('goes to the number the caller keyed, once; the record keeps its own', async () => {
    const blocks = { first: { kind: 'callback', number: 'ask', next: 'bye' } } as const;
    const { floor, caller } = await calling({ ...hours, blocks });

    await scheduleCallback({ ...caller.at('first'), number: '600777666' }, floor.ports);
    await caller.hangsUp();
    await floor.tick();

    const record = await floor.record('ann');
    const attempts = floor.ports.records.attemptsOf(ref('spring', 'ann'));
    expect(attempts.at(-1)?.endpoint).toBe('+48600777666');
    expect(record.phones).toEqual([
      { value: caller.from, isDefault: true },
      { value: '+48600777666', isDefault: false },
    ]);
    expect(record.callBackTo).toBeUndefined();
  });

  it('keeps the number when the order is given back', async () => {
    const blocks = { first: { kind: 'callback', number: 'ask', next: 'bye' } } as const;
    const { floor, caller } = await calling({ ...hours, blocks });
    await scheduleCallback({ ...caller.at('first'), number: '600777666' }, floor.ports);
    await caller.hangsUp();
    await floor.order();

    await floor.switchTo('paused');
    await floor.placeAll();

    expect((await floor.record('ann')).callBackTo).toBe('+48600777666');
  });

  it.each([
    ['the number is withheld', undefined, {}, 'the number is withheld'],
    [
      'what was keyed is no number',
      '+48600999888',
      { number: '12' },
      'the number keyed is too short',
    ],
  ])('is refused when %s, and the timeline says so', async (_, from, keyed, because) => {
    const ask = 'number' in keyed ? ({ number: 'ask' } as const) : {};
    const blocks = { first: { kind: 'callback', next: 'bye', ...ask } } as const;
    const floor = await aReception({ ...hours, blocks });
    const caller = new Caller(floor, from);
    await caller.call();

    const answer = await scheduleCallback({ ...caller.at('first'), ...keyed }, floor.ports);

    expect(answer).toEqual({ outcome: 'refused' });
    expect(await entryOf(floor, 'call-c-1', 'callback.refused')).toMatchObject({ because });
  });

  it('is refused by a campaign that calls nobody back, and without a record', async () => {
    const { floor, caller } = await calling({ ...hours, inbound: { callBack: 'never' } });
    const nobody = new Caller(floor, '+48600999888', 'c-9');

    const answers = [
      await scheduleCallback(caller.at('first'), floor.ports),
      await scheduleCallback(nobody.at('first'), floor.ports),
      await scheduleCallback(caller.at('bye'), floor.ports),
    ];

    expect(answers.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
  });

  it('counts for nothing once an agent has spoken with the caller', async () => {
    const { floor, caller } = await calling(hours);
    await scheduleCallback(caller.at('first'), floor.ports);
    await caller.talksWith('eva');

    await classifyRecord(sold('eva'), floor.ports);

    expect((await floor.record('ann')).state).toBe('closed');
  });
});

describe('an inbound call whose events got lost', () => {
  it('is brought to its end by asking Connect', async () => {
    const { floor, caller } = await calling();
    const contact = contactId(caller.contact);
    floor.ports.telephony.know({ contact, initiated: at(0), disconnected: at(400) });

    floor.waitUntil(3664);
    const swept = await sweeper({}, floor.ports);

    expect(swept.settled).toBe(1);
    expect(await floor.record('ann')).toMatchObject({ state: 'new', nextContact: NOW });
    expect(await typesOf(floor, 'ann')).toContain('call.missed');
  });

  it('counts as missed when Connect has forgotten it', async () => {
    const { floor } = await calling({ inbound: { callBack: 'always' } });

    floor.waitUntil(3664);
    await sweeper({}, floor.ports);

    expect(await floor.attempt('ann')).toMatchObject({ status: 'abandoned', settled: true });
    expect(await floor.record('ann')).toMatchObject({
      state: 'recall-scheduled',
      attempts: 0,
      endings: {},
    });
  });
});
