import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { dialerTick } from '../../../../lib/application/dialing/dialer-tick.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { at } from '../../../support/records.ts';
import { aFloor, type Floor, rangOut, SPRING } from '../a-floor.ts';

/** A tick, and what it asked of the lease and the agents. */
async function watched(floor: Floor) {
  const asked: string[] = [];
  const { campaigns, agents } = floor.ports;
  const ports = {
    ...floor.ports,
    campaigns: {
      ...campaigns,
      takeTick: (...of: Parameters<typeof campaigns.takeTick>) => {
        asked.push('lease');
        return campaigns.takeTick(...of);
      },
    },
    agents: {
      ...agents,
      ofGroups: (groups: readonly string[]) => {
        asked.push('agents');
        return agents.ofGroups(groups);
      },
    },
  };
  return { ...(await dialerTick({ campaign: 'spring' }, ports)), asked };
}

const RESTS = { outcome: 'nothing is due', ordered: 0, asked: [] };

describe('a tick with nobody to call', () => {
  it('takes no lease and looks at no agents', async () => {
    const floor = await aFloor();
    await floor.add('ann', { nextContact: at(60) });
    const before = await floor.ports.campaigns.load(SPRING);

    expect(await watched(floor)).toEqual(RESTS);
    expect(await floor.ports.campaigns.load(SPRING)).toEqual(before);
    floor.waitUntil(60);
    expect(await watched(floor)).toMatchObject({ ordered: 1, asked: ['lease', 'agents'] });
  });

  it('ends the campaign when nothing is left to do (CAM-29)', async () => {
    const floor = await aFloor({ campaign: { goal: 'exhaustion' } });
    await floor.add('ann', { state: 'closed', nextContact: undefined });

    expect(await watched(floor)).toMatchObject({ outcome: 'exhausted' });
    expect((await floor.ports.campaigns.load(SPRING)).state).toBe('ended');
  });

  it('is a whole one while a predictive dialer still learns from calls', async () => {
    const floor = await aFloor({ records: ['ann'], outbound: { mode: 'predictive' } });
    await floor.tick();
    await floor.placeAll();

    const ringing = await watched(floor);
    await contactEvents(rangOut({ contact: contactId('contact-1') }), floor.ports);
    floor.waitUntil(30);
    const learning = await watched(floor);
    floor.waitUntil(35);

    expect([ringing.asked, learning.asked]).toEqual([
      ['lease', 'agents'],
      ['lease', 'agents'],
    ]);
    expect((await watched(floor)).asked).toEqual([]);
  });

  it('gives an alert that is due, once (MON-6)', async () => {
    const floor = await aFloor({ campaign: { alerts: { poolBelow: 5 } } });
    await floor.add('ann', { nextContact: at(60) });

    const [first, second] = [await watched(floor), await watched(floor)];

    expect([first.asked, second.asked]).toEqual([['lease', 'agents'], []]);
    const journal = await floor.ports.journal.ofCampaign(SPRING);
    expect(journal.filter(({ type }) => type === 'campaign.pool-low')).toHaveLength(1);
  });

  it('is none while the campaign is paused', async () => {
    const floor = await aFloor();
    await floor.add('ann', { nextContact: at(60) });
    await floor.switchTo('paused');

    expect(await watched(floor)).toMatchObject({ outcome: 'the campaign is paused', asked: [] });
  });
});
