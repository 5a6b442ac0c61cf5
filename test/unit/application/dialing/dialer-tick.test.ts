import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import { attemptId, type CampaignId } from '../../../../lib/domain/model/ids.ts';
import { plus } from '../../../../lib/domain/model/instant.ts';
import { at, NOW } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, rangOut, SPRING, TOM, talkedTo } from '../a-floor.ts';

const called = (floor: Floor) => floor.ports.telephony.placed.map(({ ref }) => ref.record);

/** Something happens once, between a tick's look and its order. */
function meanwhile({ ports }: Floor, happens: () => Promise<unknown>): Floor['ports'] {
  let left = 1;
  const orderEach: typeof ports.records.orderEach = async (...of) => {
    if (left-- > 0) await happens();
    return ports.records.orderEach(...of);
  };
  return { ...ports, records: { ...ports.records, orderEach } };
}

describe('a tick', () => {
  it('takes one record for every free agent and places its call', async () => {
    const floor = await aFloor({ records: ['ann', 'ben', 'cid'], free: [EVA, TOM] });

    const done = await floor.tick();

    expect(done).toEqual({ outcome: 'dialed', ordered: 2 });
    const { current, ...ann } = await floor.record('ann');
    expect(ann).toMatchObject({ state: 'being-contacted', version: 3, attempts: 1 });
    expect(current).toMatchObject({ attempt: (await floor.attempt('ann')).id, phase: 'started' });
    expect(called(floor)).toEqual(['ann', 'ben']);
    expect(floor.ports.dialQueue.sent).toEqual([]);
    expect(await floor.entries('ann')).toEqual(['record.added', 'call.ordered', 'call.placed']);
  });

  it('leaves a call to the dial queue that Connect’s rate does not allow yet', async () => {
    const floor = await aFloor({ records: ['ann'] });

    await floor.order();

    expect((await floor.record('ann')).current).toEqual({
      attempt: (await floor.attempt('ann')).id,
      phase: 'ordered',
      since: NOW,
      deadline: at(601),
    });
    expect(floor.ports.dialQueue.sent.map(({ delay }) => delay)).toEqual([1]);
    expect(called(floor)).toEqual([]);
  });

  it('calls the heavier record first, and a recall before a first call (REC-8)', async () => {
    const floor = await aFloor({ free: [EVA, TOM] });
    await floor.add('ann');
    await floor.add('ben', { attempts: 1, state: 'recall-scheduled' });
    await floor.add('cid', { weight: 5 });

    await floor.tick();

    expect(called(floor)).toEqual(['cid', 'ben']);
  });

  it('orders nothing for agents who have a call coming', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'] });
    await floor.tick();

    expect(await floor.tick()).toEqual({ outcome: 'no call wanted', ordered: 0 });
  });

  it.each(['paused', 'ended', 'off'] as const)(
    'does nothing once the campaign is %s',
    async (to) => {
      const floor = await aFloor({ records: ['ann'] });
      await floor.switchTo(to);

      expect(await floor.tick()).toEqual({ outcome: `the campaign is ${to}`, ordered: 0 });
      expect((await floor.record('ann')).version).toBe(1);
    },
  );

  it('may fail, and the next one goes on at once', async () => {
    const floor = await aFloor({ records: ['ann'] });
    const orderEach = () => Promise.reject(new Error('throttled'));
    const ports = { ...floor.ports, records: { ...floor.ports.records, orderEach } };

    await expect(dialerTick({ campaign: 'spring' }, ports)).rejects.toThrow('throttled');

    expect((await floor.tick()).ordered).toBe(1);
  });

  it('looks again when another tick has ordered since its look', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'], free: [EVA] });

    const done = await dialerTick(
      { campaign: 'spring' },
      meanwhile(floor, () => floor.tick()),
    );

    expect(done).toEqual({ outcome: 'no call wanted', ordered: 0 });
    expect(called(floor)).toEqual(['ann']);
  });

  it('dials nothing when the campaign is paused between its look and its order (DIA-6)', async () => {
    const floor = await aFloor({ records: ['ann'] });
    const pause = () => floor.switchTo('paused');

    const done = await dialerTick({ campaign: 'spring' }, meanwhile(floor, pause));

    expect(done).toEqual({ outcome: 'the campaign is paused', ordered: 0 });
    expect(called(floor)).toEqual([]);
    expect((await floor.record('ann')).version).toBe(1);
  });

  it('gives up after three looks when others are first each time', async () => {
    const floor = await aFloor({ records: ['ann'] });
    let looks = 0;
    floor.ports.records.orderEach = async () => {
      looks += 1;
      return { committed: ['conflict'], isOvertaken: true };
    };

    expect(await floor.tick()).toEqual({ outcome: 'another tick is running', ordered: 0 });
    expect(looks).toBe(3);
  });

  it('counts what is left for an alert in the first ten seconds after a run of the sweeper only', async () => {
    const floor = await aFloor({
      records: ['ann', 'ben'],
      campaign: { alerts: { poolBelow: 1 } },
    });
    await floor.tick();
    let counted = 0;
    const counts = (campaign: CampaignId) => {
      counted += 1;
      return floor.ports.records.counts(campaign);
    };
    const ports = { ...floor.ports, records: { ...floor.ports.records, counts } };

    const counting: number[] = [];
    for (const second of [5, 10, 60, 295, 300, 305, 310]) {
      floor.waitUntil(second);
      const before = counted;
      await dialerTick({ campaign: 'spring' }, ports);
      if (counted > before) counting.push(second);
    }

    expect(counting).toEqual([5, 300, 305]);
  });

  it('is nothing for a campaign that is not in the files', async () => {
    const floor = await aFloor();

    expect(await floor.tick('gone')).toEqual({ outcome: 'not dialing', ordered: 0 });
  });

  it('moves what may not be called out of the way and calls those behind it', async () => {
    const floor = await aFloor();
    await floor.add('ann', { privateTo: TOM });
    await floor.add('ben', { phones: [] });
    await floor.add('cid');

    await floor.tick();

    const states = await Promise.all(['ann', 'ben', 'cid'].map((name) => floor.record(name)));
    expect(states.map(({ state, nextContact }) => ({ state, nextContact }))).toEqual([
      { state: 'new', nextContact: at(900) },
      { state: 'closed', nextContact: undefined },
      { state: 'being-contacted', nextContact: undefined },
    ]);
    expect(await floor.entries('ann')).toEqual(['record.added', 'record.postponed']);
    expect(await floor.entries('ben')).toEqual(['record.added', 'record.closed']);
  });

  it('calls a private record for its agent alone (REC-7)', async () => {
    const floor = await aFloor({ free: [TOM] });
    await floor.add('ann', { privateTo: TOM });

    await floor.tick();

    expect((await floor.record('ann')).current?.offeredTo).toBe(TOM);
  });

  it('postpones a record whose number another campaign has in a call (DIA-7)', async () => {
    const floor = await aFloor({ also: { autumn: { name: 'Autumn' } }, free: [EVA, TOM] });
    await floor.switchTo('running', 'autumn');
    const phones = [{ value: '+48600111222', isDefault: true }];
    await floor.add('ann', { phones });
    await floor.add('twin', { phones, campaign: SPRING });

    await floor.tick();

    const twin = await floor.record('twin');
    expect(twin).toMatchObject({ state: 'new', nextContact: at(60) });
    expect(called(floor).length).toBe(1);
  });

  it('shows own numbers in turn, also over ticks (DIA-4)', async () => {
    const floor = await aFloor({
      records: ['ann', 'ben', 'cid'],
      free: [EVA, TOM],
      outbound: { callerIds: ['main', 'second'] },
    });
    await floor.tick();
    await floor.agent(TOM, 'talking');
    floor.waitUntil(10);
    const third = plus(NOW, 10);
    await floor.ports.agents.put({
      agent: attemptId('jan') as never,
      arn: 'arn:jan',
      group: 'team',
      activity: 'free',
      since: third,
      eventAt: third,
    });
    await floor.tick();

    const shown = await Promise.all(['ann', 'ben', 'cid'].map((name) => floor.attempt(name)));

    expect(shown.map(({ sender: callerId }) => callerId)).toEqual(['main', 'second', 'main']);
  });

  it('offers a record to one free agent each, and dials after the work before the call (DIA-1)', async () => {
    const floor = await aFloor({
      records: ['ann', 'ben', 'cid'],
      free: [EVA, TOM],
      outbound: { mode: 'preview', beforeCallWork: '30 s' },
    });

    await floor.tick();
    await floor.tick();

    expect(floor.ports.dialQueue.sent.map(({ delay }) => delay)).toEqual([30, 30]);
    const offered = await Promise.all(['ann', 'ben'].map((name) => floor.record(name)));
    expect(offered.map(({ current }) => current?.offeredTo)).toEqual([EVA, TOM]);
    expect(await floor.entries('ann')).toContain('record.offered');
    expect((await floor.record('cid')).state).toBe('new');
  });

  it.each([
    { per: undefined, ordered: 4 },
    { per: 'online', ordered: 4 },
    { per: 'free', ordered: 2 },
  ] as const)(
    'at a pickup rate of 50 % orders $ordered calls with one of two agents free, per $per (DIA-2)',
    async ({ per, ordered }) => {
      const floor = await aFloor({
        records: ['ann', 'ben', 'cid', 'dan', 'eli'],
        free: [EVA],
        outbound: { mode: 'ratio', pickupRate: '50%', per },
      });
      await floor.agent(TOM, 'talking');

      expect((await floor.tick()).ordered).toBe(ordered);
    },
  );

  it('learns from its calls when it looks ahead (NEW-6)', async () => {
    const floor = await aFloor({ records: ['ann'], outbound: { mode: 'predictive' } });
    await floor.tick();
    const { contact } = await floor.attempt('ann');
    if (contact === undefined) throw new Error('not placed');
    await contactEvents(talkedTo({ contact }, EVA), floor.ports);
    floor.waitUntil(70);

    const watched = (await floor.ports.campaigns.load(SPRING)).pacing?.watched;
    await dialerTick({ campaign: 'spring', check: true }, floor.ports);
    const { pacing } = await floor.ports.campaigns.load(SPRING);

    expect(watched?.map(({ record, rang }) => ({ record, rang }))).toEqual([
      { record: 'ann', rang: false },
    ]);
    expect(pacing?.hours).toEqual([{ at: NOW, answered: 1, abandoned: 0 }]);
  });

  it('writes nothing while its calls ring and no agent is free (NEW-6)', async () => {
    const floor = await aFloor({ records: ['ann'], outbound: { mode: 'predictive' } });
    await floor.tick();

    const before = await floor.ports.campaigns.load(SPRING);
    await floor.tick();

    expect(await floor.ports.campaigns.load(SPRING)).toBe(before);
  });

  it('remembers what kept it from starting more, for `ringback pacing` (NEW-6)', async () => {
    const floor = await aFloor({ records: ['ann'], outbound: { mode: 'predictive' } });

    await floor.tick();

    const { pacing } = await floor.ports.campaigns.load(SPRING);
    expect(pacing?.decisions).toEqual([
      {
        at: NOW,
        wanted: 1,
        started: 1,
        limit: { gate: 'losses-left', passed: false, saw: 0, limit: 1 },
        riskLimit: 0,
      },
    ]);
  });

  it('spreads many orders over the rate Connect allows', async () => {
    const agents = Array.from({ length: 45 }, (_, i) => `a${i}`);
    const floor = await aFloor({ agents, records: agents, free: [], callsPerSecond: 2 });
    for (const agent of agents) await floor.agent(agent as typeof EVA);

    await floor.tick();

    const { burst } = floor.ports.definitions.definitions().centre.connect;
    const delays = floor.ports.dialQueue.sent.map(({ delay }) => delay);
    expect(called(floor).length).toBe(burst);
    expect(delays.slice(0, 5)).toEqual([1, 1, 2, 2, 3]);
  });
});

describe('a campaign', () => {
  it('that is worked off ends by itself, once no call is under way (CAM-29)', async () => {
    const floor = await aFloor({
      rule: { name: 'x', start: 'c', tiles: { c: { kind: 'close-record' } } },
    });
    await floor.add('ann', { state: 'closed', nextContact: undefined });

    const first = await floor.tick();
    const second = await floor.tick();

    expect([first.outcome, second.outcome]).toEqual(['exhausted', 'the campaign is ended']);
    const told = await floor.ports.journal.ofCampaign(SPRING);
    expect(told.map(({ type }) => type)).toEqual([
      'campaign.switched',
      'campaign.exhausted',
      'campaign.switched',
    ]);
  });

  it('without an end goes on (CAM-29)', async () => {
    const floor = await aFloor({ campaign: { goal: 'none' } });
    await floor.add('ann', { state: 'closed' });

    await floor.tick();

    expect((await floor.ports.campaigns.load(SPRING)).state).toBe('running');
  });

  it('says once that its pool is low (MON-6)', async () => {
    const floor = await aFloor({ campaign: { alerts: { poolBelow: 2 } }, records: ['ann', 'ben'] });

    await floor.tick();
    await floor.tick();

    const told = await floor.ports.journal.ofCampaign(SPRING);
    expect(told.filter(({ type }) => type === 'campaign.pool-low')).toEqual([
      { type: 'campaign.pool-low', at: NOW, left: 2, limit: 2 },
    ]);
  });

  it('whose only call has ended calls again at once', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'] });
    await floor.tick();
    const { contact } = await floor.attempt('ann');
    if (contact === undefined) throw new Error('not placed');
    const ticks = floor.ports.tickQueue.sent.length;

    await contactEvents(rangOut({ contact }), floor.ports);
    floor.waitUntil(27);

    expect(floor.ports.tickQueue.sent).toHaveLength(ticks);
    expect((await floor.tick()).ordered).toBe(1);
  });
});
