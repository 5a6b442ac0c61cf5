// Ticks that begin to follow each other between two runs of the sweeper.
import { describe, expect, it } from 'vitest';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { at } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, SPRING, TOM } from '../a-floor.ts';

/** What a tick of the pool sends. */
async function sentBy(floor: Floor, asked: Partial<TaskInput<'dialer-tick'>> = {}) {
  const { tickQueue } = floor.ports;
  const before = tickQueue.sent.length;
  await dialerTick({ campaign: SPRING, ...asked }, floor.ports);
  return tickQueue.sent.slice(before);
}

const following = (until: number) => [
  ...[5, 10, 15].map((delay) => ({ body: SPRING, delay, left: true })),
  { body: SPRING, delay: 20, left: true, until: at(until) },
];

/** Agents are there, and a tick has found nothing due. */
async function atRest(free = [EVA]) {
  const floor = await aFloor({ free });
  await floor.tick();
  return floor;
}

describe('a tick that nobody asked for those that follow', () => {
  it('sends them where the pool was at rest and more is due than can be called', async () => {
    const floor = await atRest();
    await floor.add('ann', { nextContact: at(0) });
    await floor.add('ben', { nextContact: at(0) });
    floor.waitUntil(20);

    expect(await sentBy(floor)).toEqual(following(320));
  });

  it('is one of several, also where nobody can be called', async () => {
    const floor = await atRest([]);
    await floor.agent(EVA, 'talking');
    await floor.add('ann', { nextContact: at(0) });
    floor.waitUntil(20);

    expect(await sentBy(floor)).toEqual(following(320));
    expect(await sentBy(floor)).toEqual([]);
  });

  it('sends none where they follow each other already', async () => {
    const floor = await aFloor({ records: ['ann', 'ben', 'kim'] });
    await floor.tick();

    expect(await sentBy(floor)).toEqual([]);
  });

  it('begins with the first of a campaign that is switched on', async () => {
    const floor = await aFloor({ records: ['ann', 'ben'] });

    expect(await sentBy(floor)).toEqual(following(300));
  });

  it('sends none while the queue is closed', async () => {
    const floor = await atRest();
    const closed = 12 * 3600;
    floor.waitUntil(closed);
    await sentBy(floor);
    await floor.add('ann', { nextContact: at(0) });
    floor.waitUntil(closed + 20);

    expect(await sentBy(floor)).toEqual([]);
  });

  it('sends them for the first agent also where a tick has checked and stored what it learned', async () => {
    const floor = await aFloor({
      ...{ records: ['ann', 'ben', 'kim'], free: [] },
      outbound: { mode: 'predictive' },
      campaign: { alerts: { poolBelow: 5 } },
    });
    expect(await sentBy(floor, { until: at(300), check: true })).toEqual([]);
    expect((await floor.ports.campaigns.load(SPRING)).poolAlerted).toBe(true);

    floor.waitUntil(10);
    await floor.agent(EVA, 'free');

    expect(await sentBy(floor)).toEqual(following(310));
  });

  it('sends them for the first agent who comes after nobody was there', async () => {
    const floor = await aFloor({ records: ['ann', 'ben', 'kim'], free: [] });
    expect(await sentBy(floor, { until: at(300) })).toEqual([]);

    floor.waitUntil(400);
    await floor.agent(EVA, 'free');
    expect(await sentBy(floor)).toEqual(following(700));
    await floor.agent(TOM, 'free');
    expect(await sentBy(floor)).toEqual([]);
  });
});

describe('a tick that is to send others and finds nobody', () => {
  it('writes that down once', async () => {
    const floor = await aFloor({ records: ['ann'], free: [] });
    await sentBy(floor, { until: at(300) });
    const { version } = await floor.ports.campaigns.load(SPRING);
    floor.waitUntil(300);
    await sentBy(floor, { until: at(600) });

    expect((await floor.ports.campaigns.load(SPRING)).version).toBe(version);
  });

  it('has another look, too, after a campaign is switched on where no event tells who comes', async () => {
    const floor = await aFloor({ records: ['ann'], free: [], agentEvents: 'polled' });

    expect(await sentBy(floor)).toEqual([
      { body: SPRING, delay: 120, due: at(120), until: at(300) },
    ]);
  });

  it('has another look two minutes later where no event tells of those who come', async () => {
    const floor = await aFloor({ records: ['ann'], free: [], agentEvents: 'polled' });

    expect(await sentBy(floor, { until: at(300) })).toEqual([
      { body: SPRING, delay: 120, due: at(120), until: at(300) },
    ]);
  });
});
