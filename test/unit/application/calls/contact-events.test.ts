import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { at } from '../../../support/records.ts';
import { aFloor, contended, EVA, type Floor, rangOut, talkedTo } from '../a-floor.ts';

async function placed(): Promise<{ floor: Floor; contact: ReturnType<typeof contactId> }> {
  const floor = await aFloor({ records: ['ann'] });
  await floor.tick();
  await floor.placeAll();
  return { floor, contact: contactId('contact-1') };
}

describe('a contact event', () => {
  it('of a contact that is not ours is ignored', async () => {
    const floor = await aFloor();

    const taken = await contactEvents({ contact: 'somebody-else' }, floor.ports);

    expect(taken).toEqual({ outcome: 'ignored: not a call of ours' });
  });

  it('of a call without an agent ends it and settles the attempt for the rule', async () => {
    const { floor, contact } = await placed();

    const taken = await contactEvents(rangOut({ contact }), floor.ports);

    expect(taken).toEqual({ outcome: 'taken in' });
    expect(await floor.attempt('ann')).toMatchObject({ status: 'not-answered', settled: true });
  });

  it('of a call with an agent leaves the record to the agent', async () => {
    const { floor, contact } = await placed();

    const taken = await contactEvents(talkedTo({ contact }, EVA), floor.ports);

    expect(taken).toEqual({ outcome: 'taken in' });
    expect(await floor.record('ann')).toMatchObject({
      state: 'in-wrap-up',
      lastAgent: EVA,
      current: { phase: 'wrap-up', deadline: at(60 + 30) },
    });
  });

  it('that comes twice changes nothing', async () => {
    const { floor, contact } = await placed();
    await contactEvents(rangOut({ contact }), floor.ports);
    const { version } = await floor.record('ann');

    const again = await contactEvents(rangOut({ contact }), floor.ports);

    expect(again).toEqual({ outcome: 'nothing new' });
    expect((await floor.record('ann')).version).toBe(version);
  });

  it('that comes before place-call has stored the contact finds its call through Connect (DIA-7)', async () => {
    const floor = await aFloor({ records: ['ann'] });
    await floor.order();
    const attempt = await floor.attempt('ann');
    const dialed = await floor.ports.telephony.dial({
      attempt: attempt.id,
      ref: attempt,
      phone: attempt.endpoint,
      queue: 'sales',
      ringFor: 25,
      machineDetection: false,
      language: 'en',
      priority: 5,
    });
    if (dialed.kind === 'refused') throw new Error(dialed.reason);

    await contactEvents({ contact: dialed.contact, initiated: at(1) }, floor.ports);
    const outcomes = await floor.placeAll();

    expect(outcomes).toEqual(['no longer ordered']);
    expect(await floor.record('ann')).toMatchObject({ attempts: 1, current: { phase: 'started' } });
    expect(floor.ports.telephony.placed.length).toBe(1);
  });

  it('is decided again when somebody else was first', async () => {
    const { floor, contact } = await placed();

    const taken = await contactEvents(rangOut({ contact }), {
      ...floor.ports,
      ...contended(floor.ports, 3),
    });

    expect(taken).toEqual({ outcome: 'taken in' });
    expect((await floor.attempt('ann')).status).toBe('not-answered');
  });

  it('of a campaign that has left the files brings its call to an end all the same', async () => {
    const { floor, contact } = await placed();
    const { campaigns: _, ...rest } = floor.ports.definitions.definitions();
    floor.ports.definitions.replace({ ...rest, campaigns: {} });

    await contactEvents(rangOut({ contact }), floor.ports);

    expect((await floor.record('ann')).state).toBe('set-aside');
  });
});

describe('a call that an agent transfers (WHK-1)', () => {
  const toSales = {
    contact: 'contact-2',
    queue: 'sales',
    transfer: { of: 'contact-1', to: 'queue' },
  } as const;

  async function withEva(): Promise<Floor> {
    const { floor, contact } = await placed();
    const { disconnected: _, disconnectReason: __, ...talking } = talkedTo({ contact }, EVA);
    await contactEvents(talking, floor.ports);
    return floor;
  }

  it('is told once, however often Connect tells of it, and stays with its contact', async () => {
    const floor = await withEva();
    const before = await floor.record('ann');

    const taken = [
      await contactEvents(toSales, floor.ports),
      await contactEvents(toSales, floor.ports),
    ];

    expect(taken).toEqual([{ outcome: 'taken in' }, { outcome: 'nothing new' }]);
    const entries = await floor.ports.journal.ofRecord(before);
    const { id: attempt } = await floor.attempt('ann');
    expect(entries.at(-1)).toEqual({
      ...{ type: 'call.transferred', at: at(0), attempt },
      ...{ to: 'queue', queue: 'sales', contact: 'contact-2' },
    });
    expect(await floor.record('ann')).toEqual({ ...before, version: before.version + 1 });
    expect((await floor.attempt('ann')).contact).toBe('contact-1');
  });

  it('ends and is settled as any other afterwards', async () => {
    const floor = await withEva();
    await contactEvents(toSales, floor.ports);

    await contactEvents(talkedTo({ contact: contactId('contact-1') }, EVA), floor.ports);

    expect((await floor.record('ann')).state).toBe('in-wrap-up');
  });

  it('may be transferred again, and each time is told', async () => {
    const floor = await withEva();
    await contactEvents(toSales, floor.ports);

    await contactEvents(
      { ...toSales, contact: 'contact-3', transfer: { of: 'contact-1', to: 'outside' } },
      floor.ports,
    );

    const types = await floor.entries('ann');
    expect(types.filter((type) => type === 'call.transferred')).toHaveLength(2);
  });

  it('is none when no agent had it: a flow passed it on', async () => {
    const { floor } = await placed();

    expect(await contactEvents(toSales, floor.ports)).toEqual({ outcome: 'nothing new' });
  });

  it('of others is ignored', async () => {
    const floor = await aFloor();

    expect(await contactEvents(toSales, floor.ports)).toEqual({
      outcome: 'ignored: not a call of ours',
    });
  });
});
