// A conversation that is announced as a call is (CAM-21).
import { describe, expect, it } from 'vitest';
import { takeText } from '../../../../lib/application/texting/take-text.ts';
import { anAttempt, taken } from '../../../support/records.ts';
import { EVA, SPRING, TOM } from '../a-floor.ts';
import {
  answer,
  aTextFloor,
  conversationOf,
  order,
  reply,
  type TextSetup,
  write,
} from './a-text-floor.ts';

async function announced(setup: TextSetup = {}) {
  const floor = await aTextFloor({ texts: { rings: true }, free: [EVA, TOM], ...setup });
  await write(floor);
  await reply(floor, 'Yes, at nine.', { id: 'r-1' });
  const attempt = await conversationOf(floor);
  const press = (agent: string, press: 'accept' | 'reject') =>
    takeText({ campaign: 'spring', record: 'ann', attempt, agent, press }, floor.ports);
  const first = (await floor.attempt('ann')).agent ?? '';
  return { floor, press, first, other: first === EVA ? TOM : EVA };
}

describe('a conversation that is announced', () => {
  it('is the agent’s once they accept, however often they press', async () => {
    const { floor, press, first } = await announced();
    expect(await floor.attempt('ann')).toMatchObject({ rings: true });

    expect(await press(first, 'accept')).toEqual({ kind: 'accepted' });
    expect(await press(first, 'accept')).toEqual({ kind: 'accepted' });

    expect(await floor.attempt('ann')).not.toHaveProperty('rings');
    const entries = (await floor.entries('ann')).filter((type) => type === 'conversation.taken');
    expect(entries).toHaveLength(1);
    expect(await press(first, 'reject')).toMatchObject({ kind: 'refused' });
  });

  it('goes to another agent of the queue when it is rejected, who has the whole time', async () => {
    const { floor, press, first, other } = await announced();
    floor.waitUntil(60);

    expect(await press(first, 'reject')).toEqual({ kind: 'rejected', next: other });

    expect(await floor.attempt('ann')).toMatchObject({ agent: other, rings: true });
    const { current } = await floor.record('ann');
    expect(current).toMatchObject({
      offeredTo: other,
      deadline: floor.ports.clock.now() + 300_000,
    });
    expect(await press(first, 'accept')).toEqual({
      kind: 'refused',
      reasons: ['the conversation is with another agent'],
    });
  });

  it('is nobody’s when there is nobody else, until the time is over', async () => {
    const { floor, press, first } = await announced({ free: [EVA] });

    expect(await press(first, 'reject')).toEqual({ kind: 'rejected', next: undefined });

    expect(await floor.attempt('ann')).not.toHaveProperty('agent');
    expect((await floor.record('ann')).current).not.toHaveProperty('offeredTo');
  });

  it('is accepted by answering as well', async () => {
    const { floor, first } = await announced();

    await answer(floor, { agent: first });

    expect(await floor.attempt('ann')).not.toHaveProperty('rings');
  });

  it('is not where the campaign announces none, and no call is one', async () => {
    const { floor, press, first } = await announced({ texts: {} });

    expect(await floor.attempt('ann')).not.toHaveProperty('rings');
    expect(await press(first, 'reject')).toEqual({
      kind: 'refused',
      reasons: ['the conversation is accepted already'],
    });
    const none = { campaign: 'spring', record: 'ann', attempt: 'x', agent: first } as const;
    expect(await takeText({ ...none, press: 'accept' }, floor.ports)).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('a conversation that nobody has', () => {
  async function nobodys(setup: TextSetup = {}) {
    const floor = await aTextFloor({ free: [], ...setup });
    await write(floor);
    await reply(floor, 'Yes, at nine.', { id: 'r-1' });
    const attempt = await conversationOf(floor);
    const take = (agent: string) =>
      takeText({ campaign: 'spring', record: 'ann', attempt, agent, press: 'accept' }, floor.ports);
    return { floor, take };
  }

  it('is listed until somebody takes it, who has the whole time for it', async () => {
    const { floor, take } = await nobodys();
    const { records } = floor.ports;
    expect(await records.unclaimed(SPRING, 10)).toHaveLength(1);
    floor.waitUntil(60);

    expect(await take(EVA)).toEqual({ kind: 'accepted' });

    expect(await records.unclaimed(SPRING, 10)).toEqual([]);
    expect(await floor.attempt('ann')).toMatchObject({ agent: EVA });
    expect((await floor.record('ann')).current).toMatchObject({
      offeredTo: EVA,
      deadline: floor.ports.clock.now() + 300_000,
    });
    expect(await floor.entries('ann')).toContain('conversation.taken');
    expect(await take(TOM)).toEqual({
      kind: 'refused',
      reasons: ['the conversation is with another agent'],
    });
  });

  it('is taken once its time is over as well, and is then theirs to be classified (REC-9)', async () => {
    const { floor, take } = await nobodys();
    floor.waitUntil(1000);
    await order(floor);
    expect(await floor.record('ann')).toMatchObject({ state: 'unhandled' });
    expect(await floor.ports.records.waitingFor(EVA, 10)).toEqual([]);

    expect(await take(EVA)).toEqual({ kind: 'accepted' });

    expect(await floor.record('ann')).toMatchObject({
      state: 'unhandled',
      unhandled: { agent: EVA },
    });
    const [mine] = await floor.ports.records.waitingFor(EVA, 10);
    expect(mine?.record).toBe('ann');
  });

  it('is not taken by whoever has as many as they may (PRI-2)', async () => {
    const { floor, take } = await nobodys({ texts: { conversationsPerAgent: 1 } });
    const ben = await floor.add('ben');
    const other = anAttempt(ben, 'b1', { channel: 'sms', direction: 'inbound', agent: EVA });
    await floor.ports.records.commit({
      before: ben,
      after: taken(ben, 'b1'),
      entries: [],
      attempt: { before: undefined, after: other },
    });

    expect(await take(EVA)).toEqual({
      kind: 'refused',
      reasons: ['you have as many conversations as you may'],
    });
  });

  it('goes to whoever is there when the person writes again', async () => {
    const { floor } = await nobodys({ texts: { rings: true } });
    await floor.agent(EVA);

    await reply(floor, 'Are you there?', { id: 'r-2' });

    expect(await floor.attempt('ann')).toMatchObject({ agent: EVA, rings: true });
    expect((await floor.record('ann')).current).toMatchObject({ offeredTo: EVA });
  });
});
