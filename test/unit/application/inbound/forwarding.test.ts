import { describe, expect, it } from 'vitest';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { markForwarding } from '../../../../lib/application/inbound/mark-forwarding.ts';
import { scheduleCallback } from '../../../../lib/application/inbound/schedule-callback.ts';
import type { BlocksInput, CentreInput } from '../../../support/definitions.ts';
import { at, ref } from '../../../support/records.ts';
import { EVA, type Floor } from '../a-floor.ts';
import { type Caller, calling, entryOf, sold, typesOf } from './a-caller.ts';

const blocks: BlocksInput = {
  first: { kind: 'dial', number: '+48587770000', ringFor: '30 s', next: 'again', failed: 'again' },
  again: { kind: 'callback', next: 'bye' },
};
const inbound = { callBack: 'always' } as const;

type Phase = 'begin' | 'taken' | 'failed';

/**
 * The flow tells the phases at these seconds; the call comes at 0 and ends when the caller hangs
 * up.
 */
async function forwarded(
  phases: readonly (readonly [seconds: number, phase: Phase])[],
  hangsUp: number,
  input: CentreInput = {},
): Promise<{ floor: Floor; caller: Caller }> {
  const { floor, caller } = await calling({ blocks, inbound, ...input });
  for (const [seconds, phase] of phases) {
    floor.waitUntil(seconds);
    await markForwarding({ ...caller.at('first'), phase }, floor.ports);
  }
  await caller.hangsUp(hangsUp);
  return { floor, caller };
}

const statusOf = async (floor: Floor) => (await floor.attempt('ann')).status;

describe('a call forwarded to a number outside (IVR-8)', () => {
  it('is neither answered by an agent nor missed when somebody takes it there', async () => {
    const { floor } = await forwarded(
      [
        [10, 'begin'],
        [25, 'taken'],
      ],
      26,
    );

    expect(await typesOf(floor, 'ann')).toEqual([
      'call.received',
      'call.ended',
      'call.forwarded',
      'attempt.settled',
    ]);
    expect(await statusOf(floor)).toBe('forwarded');
    expect((await floor.record('ann')).state).toBe('new');
    expect(await entryOf(floor, 'ann', 'call.forwarded')).toMatchObject({
      block: 'first',
      gates: [
        { gate: 'flow-said-taken', passed: true, saw: 'taken' },
        { gate: 'taken-by-nobody', passed: false, saw: 'taken outside' },
        { gate: 'call-back' },
        { gate: 'campaign-places-calls' },
        { gate: 'number-shown' },
        { gate: 'record-free' },
      ],
    });
    expect(await floor.ports.records.counts(ref('spring', '').campaign)).toEqual({
      new: 1,
      'inbound:forwarded': 1,
    });
  });

  it.each([
    ['beyond the ringing was taken: nothing rings longer', 43, 'forwarded'],
    ['while it may still ring counts as missed', 42, 'abandoned'],
  ] as const)('and ended by a caller who stays %s', async (_, hangsUp, status) => {
    const { floor } = await forwarded([[10, 'begin']], hangsUp);

    expect(await statusOf(floor)).toBe(status);
  });

  it('where nobody takes it is missed, and called back (INB-13)', async () => {
    const { floor } = await forwarded(
      [
        [10, 'begin'],
        [40, 'failed'],
      ],
      90,
    );

    expect(await statusOf(floor)).toBe('abandoned');
    expect(await typesOf(floor, 'ann')).toContain('call.missed');
    expect((await floor.record('ann')).state).toBe('recall-scheduled');
  });

  it('is called back all the same when the caller asks for it (IVR-24)', async () => {
    const { floor, caller } = await calling({ blocks, inbound });
    floor.waitUntil(10);
    await markForwarding({ ...caller.at('first'), phase: 'begin' }, floor.ports);
    await markForwarding({ ...caller.at('first'), phase: 'taken' }, floor.ports);
    await scheduleCallback(caller.at('again'), floor.ports);

    await caller.hangsUp(30);

    expect((await floor.record('ann')).state).toBe('recall-scheduled');
    expect(await typesOf(floor, 'ann')).toContain('call.forwarded');
  });

  it('stays taken when a second forwarding comes to nothing', async () => {
    const { floor } = await forwarded(
      [
        [10, 'begin'],
        [20, 'taken'],
        [21, 'begin'],
        [51, 'failed'],
      ],
      52,
    );

    expect(await statusOf(floor)).toBe('forwarded');
  });

  it('may ring anew after nobody took it', async () => {
    const { floor } = await forwarded(
      [
        [10, 'begin'],
        [40, 'failed'],
        [41, 'begin'],
      ],
      90,
    );

    expect(await statusOf(floor)).toBe('forwarded');
  });

  it('begins once however often Connect asks', async () => {
    const { floor } = await forwarded(
      [
        [10, 'begin'],
        [14, 'begin'],
      ],
      20,
    );

    const { inbound: call } = await floor.attempt('ann');

    expect(call?.forwarding).toEqual({ block: 'first', begin: at(10), ringsUntil: at(42) });
  });

  it('is answered once an agent takes it after all', async () => {
    const { floor, caller } = await calling({ blocks, inbound });
    await markForwarding({ ...caller.at('first'), phase: 'begin' }, floor.ports);
    await markForwarding({ ...caller.at('first'), phase: 'taken' }, floor.ports);

    await caller.talksWith(EVA);

    expect(await statusOf(floor)).toBe('answered');
  });

  it('was nobody’s of the agents, who cannot classify it as a conversation (CLS-5)', async () => {
    const { floor } = await forwarded(
      [
        [10, 'begin'],
        [25, 'taken'],
      ],
      26,
    );

    const told = await classifyRecord({ ...sold(EVA), attempt: 'in-c-1' }, floor.ports);

    expect(told.kind).toBe('refused');
  });

  it('for a block that has left the files is taken when the flow says so', async () => {
    const { floor } = await forwarded(
      [
        [10, 'begin'],
        [11, 'taken'],
      ],
      12,
      { blocks: { first: { kind: 'disconnect' } } },
    );

    expect(await statusOf(floor)).toBe('forwarded');
  });
});
