import { describe, expect, it } from 'vitest';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import { agentId, campaignId } from '../../../../lib/domain/model/ids.ts';
import { aFloor, EVA, SPRING, TOM } from '../a-floor.ts';

describe('a tick of campaigns that share agents', () => {
  const AUTUMN = campaignId('autumn');
  const also = (priority = 50) => ({
    autumn: {
      name: 'Autumn',
      priority,
      goal: 'exhaustion' as const,
      fields: { name: { label: 'Name', significant: true } },
      classifiers: { done: { name: 'Done', closes: true } },
      channels: {
        outbound: { queue: 'sales', callerIds: ['main'], rule: 'rule' },
      },
    },
  });
  const both = async (setup: Parameters<typeof aFloor>[0] = {}, priority = 50) => {
    const floor = await aFloor({ also: also(priority), campaign: { goal: 'none' }, ...setup });
    await floor.switchTo('running', 'autumn');
    // the ticks that switching on sends
    await floor.tick('spring');
    await floor.tick('autumn');
    return floor;
  };
  const called = (floor: Awaited<ReturnType<typeof aFloor>>) => [
    ...floor.ports.telephony.placed.map(({ ref }) => ref),
    ...floor.ports.dialQueue.sent.map(({ body }) => body.ref),
  ];
  const addTo = async (
    floor: Awaited<ReturnType<typeof aFloor>>,
    campaign: string,
    count: number,
  ) => {
    for (let n = 0; n < count; n++) {
      await floor.add(`${campaign}${n}`, { campaign: campaignId(campaign) });
    }
  };

  it('starts one call per free agent for all of them together, by turns', async () => {
    const floor = await both({ free: [EVA, TOM] });
    await addTo(floor, 'spring', 3);
    await addTo(floor, 'autumn', 3);

    await floor.tick('autumn');
    await floor.tick('spring');

    expect(
      called(floor)
        .map(({ campaign }) => campaign)
        .toSorted(),
    ).toEqual([AUTUMN, SPRING]);
  });

  it('remembers whose turn it is from tick to tick', async () => {
    const floor = await both({ free: [EVA] });
    await addTo(floor, 'spring', 4);
    await addTo(floor, 'autumn', 4);
    const agents = ['a', 'b', 'c'].map((name) => agentId(name));

    await floor.tick();
    for (const [n, agent] of agents.entries()) {
      floor.waitUntil(10 * (n + 1));
      await floor.agent(agent);
      await floor.tick();
    }

    const campaigns = called(floor).map(({ campaign }) => campaign);
    expect(campaigns).toEqual([AUTUMN, SPRING, AUTUMN, SPRING]);
  });

  it('calls for the campaign of higher priority first (CAM-12)', async () => {
    const floor = await both({ free: [EVA, TOM] }, 80);
    await addTo(floor, 'spring', 3);
    await addTo(floor, 'autumn', 3);

    await floor.tick();

    expect(called(floor).map(({ campaign }) => campaign)).toEqual([AUTUMN, AUTUMN]);
  });

  it('gives the others the agents a campaign has nobody to call for', async () => {
    const floor = await both({ free: [EVA, TOM] }, 80);
    await addTo(floor, 'spring', 3);
    await addTo(floor, 'autumn', 1);

    expect(await floor.tick()).toEqual({ outcome: 'dialed', ordered: 2 });

    expect(called(floor).map(({ campaign }) => campaign)).toEqual([AUTUMN, SPRING]);
  });

  it('does not call for a campaign that is paused, and finds it again when it goes on', async () => {
    const floor = await both({ free: [EVA, TOM] });
    await addTo(floor, 'spring', 3);
    await addTo(floor, 'autumn', 3);
    await floor.switchTo('paused', 'autumn');

    await floor.tick('spring');
    const whilePaused = called(floor).map(({ campaign }) => campaign);
    await floor.switchTo('running', 'autumn');
    floor.waitUntil(10);
    await floor.agent(agentId('jan'));
    await floor.tick('autumn');

    expect(whilePaused).toEqual([SPRING, SPRING]);
    expect(called(floor).at(-1)?.campaign).toBe(AUTUMN);
  });

  it('loads only campaigns that run, however many there were', async () => {
    const more = Array.from({ length: 30 }, (_, n) => [`old${n}`, also().autumn] as const);
    const floor = await aFloor({ also: { ...also(), ...Object.fromEntries(more) }, free: [EVA] });
    await floor.switchTo('running', 'autumn');
    await floor.tick('autumn');
    await floor.tick('spring');
    const loaded: string[] = [];
    const campaigns = {
      ...floor.ports.campaigns,
      load: (id: typeof SPRING) => {
        loaded.push(id);
        return floor.ports.campaigns.load(id);
      },
    };

    await dialerTick({ campaign: 'spring' }, { ...floor.ports, campaigns });

    expect(loaded).toEqual([SPRING]);
  });

  it('offers no agent to two of them (DIA-1)', async () => {
    const preview = { mode: 'preview', beforeCallWork: '30 s' } as const;
    const autumn = also().autumn;
    const channels = { outbound: { ...autumn.channels.outbound, ...preview } };
    const floor = await both({
      free: [EVA, TOM],
      outbound: preview,
      also: { autumn: { ...autumn, channels } },
    });
    await addTo(floor, 'spring', 2);
    await addTo(floor, 'autumn', 2);

    await floor.tick();
    await floor.tick();

    const offered = await Promise.all(
      called(floor).map(async (of) => (await floor.ports.records.load(of))?.current?.offeredTo),
    );
    expect(offered.toSorted()).toEqual([EVA, TOM]);
  });

  it('ends one that is worked off, and goes on with the others (CAM-29)', async () => {
    const floor = await both({ free: [EVA] });
    await floor.add('done', { campaign: AUTUMN, state: 'closed' });
    await addTo(floor, 'spring', 1);

    const done = await floor.tick('autumn');

    expect(done).toEqual({ outcome: 'dialed', ordered: 1 });
    expect((await floor.ports.campaigns.load(AUTUMN)).state).toBe('ended');
  });

  it('reads each campaign, also one it has nobody to call for, so none counts that was paused', async () => {
    const floor = await both({ free: [EVA] });
    await addTo(floor, 'spring', 40);
    let reads = 0;
    const { load } = floor.ports.campaigns;
    floor.ports.campaigns.load = async (campaign) => {
      if (campaign === SPRING) reads++;
      return load(campaign);
    };
    const agents = Array.from({ length: 26 }, (_, n) => agentId(`agent-${n}`));
    await floor.tick('autumn');
    reads = 0;

    for (const [n, agent] of agents.entries()) {
      floor.waitUntil(5 * (n + 1));
      if (n >= 13) await floor.agent(agent);
      await dialerTick({ campaign: 'autumn', left: true }, floor.ports);
      expect(reads).toBeGreaterThanOrEqual(n + 1);
    }
  });
});
