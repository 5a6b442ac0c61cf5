import { describe, expect, it } from 'vitest';
import { answerCall } from '../../../../lib/application/inbound/answer-call.ts';
import { routeCall } from '../../../../lib/application/inbound/route-call.ts';
import { agentId, attemptId, campaignId, contactId } from '../../../../lib/domain/model/ids.ts';
import { addition, aRecord, at, NOW, ref } from '../../../support/records.ts';
import { contended, dyingAfter, EVA } from '../a-floor.ts';
import { aReception, Caller, entryOf, phoneOf, recordOf, typesOf } from './a-caller.ts';

describe('an inbound call whose taking in failed (INB-1)', () => {
  const failing = async () => {
    const floor = await aReception({ records: ['ann'] });
    const caller = new Caller(floor, await phoneOf(floor, 'ann'));
    const { from = '', contact } = caller;
    floor.ports.telephony.receive(contactId(contact), {
      campaign: campaignId('spring'),
      ivr: 'reception',
      from,
      to: '+48221230000',
    });
    return { floor, caller };
  };

  it('has its record and its whole story when Connect tells that it waits, talks or is over', async () => {
    const { floor, caller } = await failing();

    const begun = await caller.connectTells({});
    await caller.talksWith('eva');
    await caller.connectTells({
      enqueued: 5,
      connectedToAgent: 10,
      disconnected: 60,
      wrapUpEnded: 70,
    });

    expect(begun).toBe('ignored: not a call of ours');
    expect(await typesOf(floor, 'ann')).toEqual([
      'call.received',
      'call.routed',
      'call.answered',
      'call.ended',
      'record.unhandled',
      'attempt.settled',
    ]);
    expect(await floor.attempt('ann')).toMatchObject({
      endpoint: caller.from,
      inbound: { ivr: 'reception', to: '+48221230000', identity: 'one' },
    });
  });

  it('is taken in once, whoever comes first: Connect’s word or the flow that asks again', async () => {
    const { floor, caller } = await failing();

    await caller.connectTells({ enqueued: 5 });
    const told = await caller.call();
    await caller.hangsUp();

    expect(told).toMatchObject({ record: 'ann', attempt: 'in-c-1' });
    const types = await typesOf(floor, 'ann');
    expect(types.filter((type) => type === 'call.received')).toHaveLength(1);
    expect(types).toContain('call.missed');
  });

  it('is taken in by the next question of the flow', async () => {
    const { floor, caller } = await failing();

    await routeCall({ ...caller.at('first'), queue: 'sales' }, floor.ports);

    expect(await typesOf(floor, 'ann')).toEqual(['call.received', 'call.prioritised']);
  });
});

describe('an inbound call that is taken in (INB-1)', () => {
  it('takes the one record with the number, so that nobody dials a customer who is on the line', async () => {
    const floor = await aReception({ records: ['ann', 'ben'] });
    const caller = new Caller(floor, await phoneOf(floor, 'ann'));

    const told = await caller.call();

    expect(told).toEqual({
      identity: 'one',
      record: 'ann',
      attempt: 'in-c-1',
      lastAgent: 'none',
      privateAgent: 'none',
    });
    expect(await floor.record('ann')).toMatchObject({
      state: 'being-contacted',
      current: { attempt: 'in-c-1', phase: 'connected', inbound: {} },
      attempts: 0,
    });
    expect((await floor.record('ann')).nextContact).toBeUndefined();
    expect(await floor.attempt('ann')).toMatchObject({
      direction: 'inbound',
      contact: 'c-1',
      endpoint: caller.from,
      inbound: { ivr: 'reception', to: '+48221230000', took: { state: 'new', nextContact: NOW } },
    });
    expect(await typesOf(floor, 'ann')).toEqual(['call.received']);
  });

  it('is not dialed meanwhile', async () => {
    const floor = await aReception({ records: ['ann'], free: [EVA] });
    await new Caller(floor, await phoneOf(floor, 'ann')).call();

    expect(await floor.tick()).toMatchObject({ ordered: 0 });
  });

  it('is held by the record in contact last when several have the number (IVR-12)', async () => {
    const floor = await aReception();
    const phones = [{ value: '+48600000009', isDefault: true }];
    for (const [name, seconds] of [
      ['ann', 10],
      ['ben', 30],
      ['cid', 20],
    ] as const) {
      const changes = { phones, lastContact: at(seconds - 100) };
      await floor.ports.records.commit(addition(aRecord(name, changes)));
    }

    const told = await new Caller(floor, '+48600000009').call();

    expect(told).toMatchObject({ identity: 'several', record: 'ben' });
  });

  it.each([
    ['an unknown number', '+48600999888', ['+48600999888'], '…888'],
    ['a withheld number', undefined, [], 'withheld'],
    ['a number nobody could call', '+999', [], 'withheld'],
  ])('of %s makes a record of its own', async (_, from, phones, phoneEnds) => {
    const floor = await aReception({ records: ['ann'] });

    const told = await new Caller(floor, from).call();

    expect(told).toMatchObject({ identity: 'none', record: 'call-c-1' });
    const record = await recordOf(floor, 'call-c-1');
    expect(record).toMatchObject({
      version: 1,
      state: 'being-contacted',
      origin: { kind: 'call' },
    });
    expect(record.phones.map(({ value }) => value)).toEqual(phones);
    expect(await entryOf(floor, 'call-c-1', 'call.received')).toMatchObject({ phoneEnds });
    expect(await floor.ports.records.counts(ref('spring', '').campaign)).toEqual({
      new: 1,
      'being-contacted': 1,
    });
  });

  it('finds the record that an earlier call of the same stranger made', async () => {
    const floor = await aReception();
    const first = new Caller(floor, '+48600999888');
    await first.call();
    await first.hangsUp();

    const told = await new Caller(floor, '+48600999888', 'c-2').call();

    expect(told).toMatchObject({ identity: 'one', record: 'call-c-1', attempt: 'in-c-2' });
  });

  it('is taken in once, however often Connect asks', async () => {
    const floor = await aReception({ records: ['ann'] });
    const caller = new Caller(floor, await phoneOf(floor, 'ann'));

    const answers = await Promise.all([caller.call(), caller.call(), caller.call()]);
    const later = await new Caller(floor, caller.from).call();

    expect(new Set([...answers, later].map((told) => JSON.stringify(told))).size).toBe(1);
    expect(await typesOf(floor, 'ann')).toEqual(['call.received']);
  });

  it('is found again by a run that follows one that died right after its commit', async () => {
    const floor = await aReception();
    const caller = new Caller(floor, '+48600999888');
    await expect(caller.call(dyingAfter(floor.ports, () => true))).rejects.toThrow('killed');

    const told = await caller.call();

    expect(told).toMatchObject({ identity: 'none', record: 'call-c-1', attempt: 'in-c-1' });
    expect(await typesOf(floor, 'call-c-1')).toEqual(['call.received']);
  });

  it('is decided again when somebody else was first', async () => {
    const floor = await aReception({ records: ['ann'] });
    const caller = new Caller(floor, await phoneOf(floor, 'ann'));

    const told = await caller.call(contended(floor.ports, 3));

    expect(told).toMatchObject({ record: 'ann' });
  });

  it('stands beside an attempt of the dialer and leaves the record to it', async () => {
    const floor = await aReception({ records: ['ann'], free: [EVA] });
    await floor.tick();
    const before = await floor.record('ann');

    const told = await new Caller(floor, await phoneOf(floor, 'ann')).call();

    const after = await floor.record('ann');
    expect(told).toMatchObject({ record: 'ann', attempt: 'in-c-1' });
    expect(after).toEqual({ ...before, version: before.version + 1 });
    const attempt = await floor.ports.records.loadAttempt(
      ref('spring', 'ann'),
      attemptId('in-c-1'),
    );
    expect(attempt?.inbound?.took).toBeUndefined();
  });

  it('names the agents who are logged in by their ids in Connect (INB-10, INB-11)', async () => {
    const floor = await aReception({ free: [EVA] });
    const agents = { lastAgent: EVA, privateTo: agentId('tom') };
    await floor.add('ann', agents);

    const told = await new Caller(floor, await phoneOf(floor, 'ann')).call();

    expect(told).toMatchObject({ lastAgent: 'arn:eva', privateAgent: 'none' });
  });

  it('fails for a campaign that takes no calls, so that the flow goes on without a record', async () => {
    const floor = await aReception();
    const asked = { ...new Caller(floor, undefined).asking(), campaign: 'gone', ivr: 'x' };

    await expect(answerCall(asked, floor.ports)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
