import { describe, expect, it } from 'vitest';
import { agentEvents } from '../../../../lib/application/agents/agent-events.ts';
import { switchCampaign } from '../../../../lib/application/campaigns/switch-campaign.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import { publishJournal } from '../../../../lib/application/timeline/publish-journal.ts';
import type { CampaignId } from '../../../../lib/domain/model/ids.ts';
import { at, NOW } from '../../../support/records.ts';
import { aFloor, EVA, Floor, SPRING } from '../a-floor.ts';

describe('an agent event', () => {
  const event = (activity: 'free' | 'talking', eventAt = NOW) => ({
    agent: EVA,
    arn: 'arn:eva',
    group: 'team',
    activity,
    since: eventAt,
    eventAt,
  });

  it('of an agent who becomes free makes the running campaigns of their queue tick', async () => {
    const floor = await aFloor({ free: [], also: { autumn: { name: 'Autumn' } } });
    const before = floor.ports.tickQueue.sent.length;

    const outcome = await agentEvents(event('free'), floor.ports);

    expect(outcome).toEqual({ outcome: 'free: a tick; phone set' });
    expect(floor.ports.tickQueue.sent.slice(before)).toEqual([{ body: SPRING, delay: 0 }]);
  });

  it('asks a few of fifty campaigns when one of the first has somebody to call', async () => {
    const others = Array.from({ length: 49 }, (_, n) => [`other-${n}`, { name: `${n}` }] as const);
    const floor = await aFloor({ free: [], also: Object.fromEntries(others) });
    const asked: string[] = [];
    const { campaigns } = floor.ports;
    const switchOf = (campaign: CampaignId) => {
      asked.push(campaign);
      return campaigns.switchOf(campaign);
    };
    const ports = { ...floor.ports, campaigns: { ...campaigns, switchOf } };

    await agentEvents(event('free'), ports);
    const ofFirst = asked.splice(0).length;
    await floor.switchTo('off', SPRING);
    await floor.switchTo('running', 'other-48');
    const { outcome } = await agentEvents(event('free', at(300)), ports);

    expect([ofFirst, asked.length, outcome]).toEqual([4, 50, 'free: a tick']);
  });

  it('of anything else is noted', async () => {
    const floor = await aFloor({ free: [] });

    const outcome = await agentEvents(event('talking'), floor.ports);

    expect(outcome).toEqual({ outcome: 'noted; phone set' });
    expect(await floor.ports.agents.ofGroups(['team'])).toEqual([event('talking')]);
  });

  it('that is older than what is known changes nothing', async () => {
    const floor = await aFloor({ free: [] });
    await agentEvents(event('talking', at(10)), floor.ports);

    const outcome = await agentEvents(event('free', at(5)), floor.ports);

    expect(outcome).toEqual({ outcome: 'older than what is known' });
  });

  it('of an agent who comes to work sets their phone as the campaigns have it, once (CAM-3)', async () => {
    const floor = new Floor({ outbound: { wrapUp: '45 s' } });

    const told = [
      await agentEvents(event('free', at(1)), floor.ports),
      await agentEvents(event('talking', at(2)), floor.ports),
      await agentEvents({ ...event('free', at(3)), activity: 'offline' }, floor.ports),
      await agentEvents(event('free', at(4)), floor.ports),
    ];

    expect(told.map(({ outcome }) => outcome)).toEqual([
      'free: nothing to call; phone set',
      'noted',
      'noted',
      'free: nothing to call',
    ]);
    expect(floor.ports.phones.of('arn:eva')?.setting).toEqual({
      handling: 'automatic',
      wrapUp: 45,
    });
  });

  it('of an agent whose phone Connect does not let us set still makes the campaigns tick', async () => {
    const floor = new Floor();
    const silent = () => Promise.reject(new Fault('TelephonyUnavailable', 'throttled'));

    const outcome = await agentEvents(event('free'), { ...floor.ports, phones: { set: silent } });

    expect(outcome).toEqual({
      outcome: 'free: nothing to call; phone not set, Connect did not answer',
    });
  });
});

describe('a line of the journal', () => {
  it('of a record becomes an event with its type and what it tells (WHK-2)', async () => {
    const entry = { type: 'call.placed', at: NOW, attempt: 'a1', contact: 'c1' };
    const written = { id: 'spring/ann.000000003.00', campaign: 'spring', record: 'ann', entry };

    expect(await publishJournal({ entry: written }, {})).toEqual({
      detailType: 'call.placed',
      detail: {
        version: 1,
        id: 'spring/ann.000000003.00',
        sequence: 300,
        campaign: 'spring',
        record: 'ann',
        at: '2026-03-02T09:00:00.000Z',
        attempt: 'a1',
        contact: 'c1',
      },
    });
  });

  it('of a campaign becomes one without a record', async () => {
    const entry = { type: 'campaign.exhausted', at: NOW };
    const id = 'campaign#spring.000000002.01';

    const event = await publishJournal({ entry: { id, campaign: 'spring', entry } }, {});

    expect(event).toEqual({
      detailType: 'campaign.exhausted',
      detail: {
        ...{ version: 1, id, sequence: 201, campaign: 'spring' },
        at: '2026-03-02T09:00:00.000Z',
      },
    });
  });

  it('of a type nobody publishes is refused', async () => {
    const entry = { type: 'record.vanished', at: NOW };

    await expect(
      publishJournal({ entry: { id: 'x', campaign: 'spring', entry } }, {}),
    ).rejects.toThrow();
  });
});

describe('the switch of a campaign (CAM-2)', () => {
  it('starts it, tells who did, and makes it tick', async () => {
    const floor = new Floor();

    const switched = await floor.switchTo('running');

    expect(switched).toEqual({ kind: 'switched', state: 'running' });
    expect(await floor.ports.journal.ofCampaign(SPRING)).toEqual([
      { type: 'campaign.switched', at: NOW, from: 'off', to: 'running', by: 'olga' },
    ]);
    expect(floor.ports.tickQueue.sent).toEqual([{ body: SPRING, delay: 0 }]);
  });

  it('to where it stands tells nothing', async () => {
    const floor = await aFloor();

    const switched = await floor.switchTo('running');

    expect(switched).toEqual({ kind: 'switched', state: 'running' });
    expect((await floor.ports.journal.ofCampaign(SPRING)).length).toBe(1);
  });

  it('is refused with every reason', async () => {
    const floor = new Floor({ outbound: { callerIds: [] }, campaign: { classifiers: {} } });

    const switched = await floor.switchTo('running');

    expect(switched).toEqual({
      kind: 'refused',
      reasons: ['it has no own number to show', 'agents have no classifier to choose'],
    });
    expect((await floor.ports.campaigns.load(SPRING)).state).toBe('off');
  });

  it('does not exist for a campaign that does not', async () => {
    const floor = new Floor();

    const switched = await switchCampaign({ campaign: 'x', to: 'off', by: 'olga' }, floor.ports);

    expect(switched).toEqual({ kind: 'refused', reasons: ["there is no campaign 'x'"] });
  });
});
