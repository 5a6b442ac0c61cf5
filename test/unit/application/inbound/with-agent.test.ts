import { describe, expect, it } from 'vitest';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { extendWrapUpTime } from '../../../../lib/application/inbound/extend-wrap-up.ts';
import { routeCall } from '../../../../lib/application/inbound/route-call.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { at, ref } from '../../../support/records.ts';
import { contended } from '../a-floor.ts';
import { calling, entryOf, sold, typesOf } from './a-caller.ts';

describe('an inbound call that an agent took', () => {
  it('is followed by its wrap-up, and by nothing that counts as a call of the dialer', async () => {
    const { floor, caller } = await calling({ inbound: { wrapUp: '40 s' } });

    await caller.talksWith('eva');

    expect(await floor.record('ann')).toMatchObject({
      state: 'in-wrap-up',
      lastAgent: 'eva',
      attempts: 0,
      endings: {},
      current: { phase: 'wrap-up', deadline: at(100), inbound: { waitsIn: 'sales' } },
    });
    expect(await typesOf(floor, 'ann')).toEqual([
      'call.received',
      'call.routed',
      'call.answered',
      'call.ended',
    ]);
  });

  it('tells with its queue what the agent’s window shows (INB-2, IVR-6, IVR-9)', async () => {
    const { floor, caller } = await calling();
    caller.set('window', 'small');
    caller.set('ticket', '4711');
    await routeCall({ ...caller.at('first'), queue: 'sales' }, floor.ports);

    await caller.talksWith('eva');

    const told = await entryOf(floor, 'ann', 'call.routed');
    expect(told).toEqual({
      type: 'call.routed',
      at: at(5),
      attempt: 'in-c-1',
      queue: 'sales',
      identity: 'one',
      window: 'small',
      ticket: '4711',
    });
  });

  it('is classified like any other (CLS-1)', async () => {
    const { floor, caller } = await calling();
    await caller.talksWith('eva');

    const answer = await classifyRecord(sold('eva'), floor.ports);

    expect(answer).toEqual({ kind: 'classified' });
    expect(await floor.record('ann')).toMatchObject({
      state: 'closed',
      success: true,
      endings: {},
    });
    expect(await floor.attempt('ann')).toMatchObject({ classifier: 'sold', settled: true });
  });

  it('is offered what answered calls are offered: a customer who called was there (CLS-5)', async () => {
    const machine = { name: 'Machine', for: ['not-answered' as const], closes: true };
    const { floor, caller } = await calling({ campaign: { classifiers: { machine } } });
    await caller.talksWith('eva');

    const answer = await classifyRecord({ ...sold('eva'), classifier: 'machine' }, floor.ports);

    expect(answer).toEqual({
      kind: 'refused',
      reasons: ["'Machine' is not offered for calls that are answered"],
    });
  });

  it('is classified while talking, and its end changes nothing of that', async () => {
    const { floor, caller } = await calling();
    await caller.connectTells({ enqueued: 5, connectedToAgent: 10 }, { agent: 'eva' });

    await classifyRecord(sold('eva'), floor.ports);
    await caller.connectTells({ disconnected: 60, wrapUpEnded: 80 });

    expect((await floor.record('ann')).state).toBe('closed');
    expect(await floor.ports.records.counts(ref('spring', '').campaign)).toEqual({
      closed: 1,
      success: 1,
      'inbound:answered': 1,
    });
  });

  it('leaves the record unhandled when nobody classified it (REC-9)', async () => {
    const { floor, caller } = await calling();
    await caller.talksWith('eva');

    floor.waitUntil(60 + 30 + 4);
    const swept = await sweeper({}, floor.ports);

    expect(swept.settled).toBe(1);
    expect((await floor.record('ann')).state).toBe('unhandled');
    expect((await typesOf(floor, 'ann')).slice(-2)).toEqual([
      'record.unhandled',
      'attempt.settled',
    ]);
  });

  it('is taken in again when somebody else was first', async () => {
    const { floor, caller } = await calling();

    const outcome = await caller.connectTells({ disconnected: 20 }, {}, contended(floor.ports, 3));

    expect(outcome).toBe('taken in');
  });
});

describe('a closed record whose customer calls', () => {
  const closed = { state: 'closed', classifier: 'refused' } as const;
  const was = { ...closed, nextContact: undefined } as never;

  it('may be classified anew', async () => {
    const { floor, caller } = await calling({}, was);
    await caller.talksWith('eva');

    const answer = await classifyRecord(sold('eva'), floor.ports);

    expect(answer).toEqual({ kind: 'classified' });
    expect((await floor.record('ann')).classifier).toBe('sold');
  });

  it('keeps its classifier where the campaign protects it (INB-12, CLS-13)', async () => {
    const { floor, caller } = await calling({ inbound: { protectClosed: true } }, was);
    await caller.talksWith('eva');

    const answer = await classifyRecord(sold('eva'), floor.ports);
    await caller.connectTells({ wrapUpEnded: 90 });

    expect(answer).toEqual({
      kind: 'refused',
      reasons: ['the record is closed and keeps its classifier'],
    });
    expect(await floor.record('ann')).toMatchObject(closed);
    expect(await typesOf(floor, 'ann')).not.toContain('record.unhandled');
  });
});

describe('the further wrap-up time of an agent (INB-4)', () => {
  const more = { inbound: { wrapUp: '30 s', extraWrapUp: '60 s' } } as const;
  const wish = { campaign: 'spring', record: 'ann', attempt: 'in-c-1', agent: 'eva' };

  it('is given once, and the record is unhandled only after it', async () => {
    const { floor, caller } = await calling(more);
    await caller.talksWith('eva');

    const first = await extendWrapUpTime(wish, floor.ports);
    const again = await extendWrapUpTime(wish, floor.ports);
    floor.waitUntil(153);
    const early = await sweeper({}, floor.ports);
    floor.waitUntil(154);
    const late = await sweeper({}, floor.ports);

    expect([first, again]).toEqual([
      { kind: 'extended', until: at(150) },
      { kind: 'extended', until: at(150) },
    ]);
    expect([early.settled, late.settled]).toEqual([0, 1]);
    expect((await floor.record('ann')).state).toBe('unhandled');
    expect(
      (await typesOf(floor, 'ann')).filter((type) => type === 'wrap-up.extended'),
    ).toHaveLength(1);
  });

  it('outlives an event that comes late', async () => {
    const { floor, caller } = await calling(more);
    await caller.connectTells({ connectedToAgent: 10, disconnected: 60 }, { agent: 'eva' });
    await extendWrapUpTime(wish, floor.ports);

    await caller.connectTells({ enqueued: 5 }, { queue: 'sales' });

    expect((await floor.record('ann')).current?.deadline).toBe(at(150));
  });

  it('is refused with every reason', async () => {
    const { floor, caller } = await calling();
    await caller.connectTells({ connectedToAgent: 10 }, { agent: 'eva' });

    const answer = await extendWrapUpTime({ ...wish, agent: 'tom' }, floor.ports);

    expect(answer).toEqual({
      kind: 'refused',
      reasons: [
        'the campaign has no further wrap-up time',
        'another agent had the call',
        'the call is not in its wrap-up',
      ],
    });
  });

  it('is refused when the first is over, and for a call that is not there', async () => {
    const { floor, caller } = await calling(more);
    await caller.talksWith('eva');
    floor.waitUntil(94);

    const answers = [
      await extendWrapUpTime(wish, floor.ports),
      await extendWrapUpTime({ ...wish, attempt: 'x' }, floor.ports),
    ];

    expect(answers).toEqual([
      { kind: 'refused', reasons: ['the wrap-up is over'] },
      { kind: 'refused', reasons: ["there is no call 'x'"] },
    ]);
  });
});
