import { describe, expect, it } from 'vitest';
import { receiveSms } from '../../../../lib/application/texting/receive-sms.ts';
import { attemptId } from '../../../../lib/domain/model/ids.ts';
import { at, changed } from '../../../support/records.ts';
import { contended, EVA, TOM } from '../a-floor.ts';
import { phoneOf } from '../inbound/a-caller.ts';
import { aTextFloor, OWN, reply, wordsOf, write } from './a-text-floor.ts';

describe('a text that somebody sends', () => {
  it('is kept with the record and is for an agent of the queue (SMS-3)', async () => {
    const floor = await aTextFloor();
    await write(floor);

    expect(await reply(floor, 'Yes, at nine')).toEqual({ outcome: 'received' });
    expect(wordsOf(floor)).toContain('Yes, at nine');
    const { current, state } = await floor.record('ann');
    expect([current?.phase, state]).toEqual(['wrap-up', 'in-wrap-up']);
    const [entry] = (await floor.ports.journal.ofRecord(await floor.record('ann'))).filter(
      ({ type }) => type === 'message.received',
    );
    expect(entry).toMatchObject({ kind: 'sms', queue: 'sales', agent: EVA });
  });

  it('is taken once, however often it is delivered', async () => {
    const floor = await aTextFloor();
    await write(floor);
    await reply(floor, 'Yes', { id: 'twice' });

    expect(await reply(floor, 'Yes', { id: 'twice' })).toEqual({ outcome: 'received before' });
    expect(wordsOf(floor).filter((text) => text === 'Yes')).toHaveLength(1);
  });

  it('goes to the same conversation as the one before it', async () => {
    const floor = await aTextFloor();
    await write(floor);
    await reply(floor, 'Yes');
    const before = (await floor.record('ann')).current?.attempt;
    await reply(floor, 'Or rather no');

    expect((await floor.record('ann')).current?.attempt).toBe(before);
    expect(wordsOf(floor)).toEqual(expect.arrayContaining(['Yes', 'Or rather no']));
  });

  it('waits without an agent while nobody is at work', async () => {
    const floor = await aTextFloor({ free: [] });
    await write(floor);

    expect(await reply(floor, 'Yes')).toEqual({ outcome: 'received' });
    const [entry] = (await floor.ports.journal.ofRecord(await floor.record('ann'))).filter(
      ({ type }) => type === 'message.received',
    );
    expect(entry).not.toMatchObject({ agent: expect.anything() });
  });

  it('goes to nobody who has as many conversations as they may (PRI-2)', async () => {
    const agentsOf = async (free: readonly (typeof EVA)[]) => {
      const floor = await aTextFloor({ free, texts: { conversationsPerAgent: 1 } });
      const busy = await floor.add('ben', { nextContact: undefined });
      await floor.ports.records.commit({
        before: busy,
        after: {
          ...changed(busy, { state: 'in-wrap-up' }),
          current: {
            ...{ attempt: attemptId('in.0'), phase: 'wrap-up', offeredTo: EVA },
            ...{ since: at(0), deadline: at(600) },
          },
        },
        entries: [],
      });
      await write(floor);
      await reply(floor, 'Yes');
      return (await floor.record('ann')).current?.offeredTo;
    };

    expect(await agentsOf([EVA, TOM])).toBe(TOM);
    expect(await agentsOf([EVA])).toBeUndefined();
  });

  it('goes to nobody who has left too many unhandled, until they have worked them off (CAM-6)', async () => {
    const floor = await aTextFloor({
      campaign: { unhandled: { most: 2, until: 0 } },
    });
    const unhandled = { attempt: attemptId('in.0'), agent: EVA, since: at(0) };
    const left = { state: 'unhandled', nextContact: undefined, unhandled } as const;
    const held = [await floor.add('ben', left), await floor.add('cem', left)];
    await write(floor);
    const readerOf = async (text: string) => {
      const before = await floor.record('ann');
      await reply(floor, text);
      const { current } = await floor.record('ann');
      const { current: _, ...others } = await floor.record('ann');
      const after = changed({ ...others, state: 'set-aside' });
      await floor.ports.records.commit({ before: { ...others, current }, after, entries: [] });
      expect(before.current).toBeUndefined();
      return current?.offeredTo;
    };
    const handle = async (n: number) => {
      const before = held[n];
      if (before === undefined) throw new Error('it is there');
      const { unhandled: _, ...others } = before;
      const after = changed({ ...others, state: 'closed' });
      await floor.ports.records.commit({ before, after, entries: [] });
    };

    expect(await readerOf('One')).toBeUndefined();
    await handle(0);
    expect(await readerOf('Two')).toBeUndefined();
    await handle(1);
    expect(await readerOf('Three')).toBe(EVA);
  });

  it('of a stranger, or to another number, belongs to nobody', async () => {
    const floor = await aTextFloor();
    const stranger = { id: 's-1', from: '+48600999888', to: OWN, text: 'Hello' };

    expect(await receiveSms(stranger, floor.ports)).toEqual({ outcome: 'nobody is on record' });
    expect(await reply(floor, 'Hello', { to: '+48500000000' })).toEqual({
      outcome: 'nobody is on record',
    });
  });

  it('is not lost to another writer', async () => {
    const floor = await aTextFloor();
    await write(floor);
    const from = await phoneOf(floor, 'ann');

    const taken = await receiveSms(
      { id: 'c-1', from, to: OWN, text: 'Yes' },
      contended(floor.ports, 2),
    );

    expect(taken).toEqual({ outcome: 'received' });
    expect(wordsOf(floor)).toContain('Yes');
  });

  it.each(['STOP', 'stop', 'Koniec', 'Rezygnuję', 'Odhlásit'])(
    '%s withdraws the consent and puts the number on the blacklist for texts',
    async (word) => {
      const floor = await aTextFloor();
      await write(floor);
      const from = await phoneOf(floor, 'ann');

      expect(await reply(floor, word)).toEqual({ outcome: 'opted out' });
      expect((await floor.ports.ledger.page(from)).blacklist).toMatchObject([{ channel: 'sms' }]);
      expect((await floor.record('ann')).state).toBe('blacklisted');
    },
  );

  it('STOP holds for a number that no campaign knows', async () => {
    const floor = await aTextFloor();
    const from = '+48600999888';

    const taken = await receiveSms({ id: 's-2', from, to: OWN, text: 'STOP' }, floor.ports);

    expect(taken).toEqual({ outcome: 'opted out' });
    expect((await floor.ports.ledger.page(from)).blacklist).toMatchObject([{ channel: 'sms' }]);
  });

  it('that only mentions stopping is an answer like any other', async () => {
    const floor = await aTextFloor({ free: [TOM] });
    await write(floor);

    expect(await reply(floor, 'I get off at the bus stop')).toEqual({ outcome: 'received' });
    expect((await floor.record('ann')).state).toBe('in-wrap-up');
  });
});
