// Campaigns that share agents rest together, and wake together.
import { describe, expect, it } from 'vitest';
import { agentEvents } from '../../../../lib/application/agents/agent-events.ts';
import { sendFirstTicks } from '../../../../lib/application/dialing/first-ticks.ts';
import { agentPoolOf } from '../../../../lib/domain/dialing/agent-pool.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { at } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, SPRING } from '../a-floor.ts';
import { watchedTick } from './watched-tick.ts';

const AUTUMN = campaignId('autumn');

/** Two campaigns with one queue, of which nothing is due; both have been looked at. */
async function atRest(): Promise<Floor> {
  const floor = await aFloor({ also: { autumn: { name: 'Autumn' } } });
  await floor.switchTo('running', 'autumn');
  await floor.add('ann', { nextContact: at(600) });
  await floor.tick();
  await floor.tick('autumn');
  floor.waitUntil(60);
  return floor;
}

const becomesFree = (floor: Floor, seconds: number) =>
  agentEvents(
    {
      ...{ agent: EVA, arn: `arn:${EVA}`, group: 'team', activity: 'free' },
      ...{ since: at(seconds), eventAt: at(seconds) },
    },
    floor.ports,
  );

describe('campaigns that share agents', () => {
  it('neither order nor look at agents while nothing is due in any of them', async () => {
    const floor = await atRest();

    const done = await watchedTick(floor, { campaign: 'autumn' });

    expect(done).toEqual({ outcome: 'nothing is due', ordered: 0, asked: [] });
  });

  it('have one of them begin the ticks that follow each other when all are switched on at once', async () => {
    const others = ['autumn', 'winter', 'summer'];
    const also = Object.fromEntries(others.map((id) => [id, { name: id }]));
    const floor = await aFloor({ also, records: ['ann', 'ben', 'kim'] });
    for (const id of others) {
      await floor.switchTo('running', id);
      await floor.add(`one-of-${id}`, { campaign: campaignId(id) });
      await floor.add(`two-of-${id}`, { campaign: campaignId(id) });
    }

    for (const id of ['spring', ...others]) await floor.tick(id);

    const following = floor.ports.tickQueue.sent.filter(({ left }) => left === true);
    expect(following.map(({ body, delay }) => [body, delay])).toEqual(
      [5, 10, 15, 20].map((delay) => [SPRING, delay]),
    );
  });

  it('are all noted by the first tick when they are switched on at once', async () => {
    const others = ['autumn', 'winter', 'summer'];
    const also = Object.fromEntries(others.map((id) => [id, { name: id }]));
    const floor = await aFloor({ also, records: ['ann'] });
    for (const id of others) await floor.switchTo('running', id);

    await floor.tick('winter');

    const { lead = SPRING } = agentPoolOf(floor.ports.definitions.definitions(), SPRING) ?? {};
    const { running } = await floor.ports.campaigns.seeTick(lead);
    expect(running.toSorted()).toEqual(['autumn', 'spring', 'summer', 'winter']);
  });

  it('tick once for all, when the first record of any of them is due', async () => {
    const floor = await atRest();
    floor.waitUntil(541);
    const before = floor.ports.tickQueue.sent.length;

    await sendFirstTicks(floor.ports);

    const sent = floor.ports.tickQueue.sent.slice(before);
    expect(sent).toEqual([{ body: SPRING, delay: 59, due: at(600), until: at(841) }]);
  });

  it('need no tick when an agent becomes free, until something is due', async () => {
    const floor = await atRest();
    const before = floor.ports.tickQueue.sent.length;

    const resting = await becomesFree(floor, 61);
    await floor.add('ben', { campaign: AUTUMN, nextContact: at(70), updatedAt: at(70) });
    // until then `ben` has ticks of his own
    const awake = await becomesFree(floor, 61 + 240);

    expect([resting, awake]).toEqual([
      { outcome: 'free: nothing to call' },
      { outcome: 'free: a tick' },
    ]);
    const sent = floor.ports.tickQueue.sent.slice(before);
    expect(sent).toEqual([{ body: AUTUMN, delay: 0 }]);
  });
});
