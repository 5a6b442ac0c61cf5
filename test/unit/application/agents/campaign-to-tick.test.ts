import { describe, expect, it } from 'vitest';
import { campaignToTick } from '../../../../lib/application/agents/campaign-to-tick.ts';
import type { CampaignId } from '../../../../lib/domain/model/ids.ts';
import { at } from '../../../support/records.ts';
import { aFloor, type Floor, SPRING } from '../a-floor.ts';

/** Ports that count what is asked of campaigns. */
function asking(floor: Floor) {
  const { campaigns } = floor.ports;
  const asked: string[] = [];
  const switchOf = (campaign: CampaignId) => {
    asked.push(campaign);
    return campaigns.switchOf(campaign);
  };
  return { asked, ports: { ...floor.ports, campaigns: { ...campaigns, switchOf } } };
}

/** Whether it ticks for agents who become free at these seconds, and how often that was asked. */
async function freeAt(floor: Floor, seconds: readonly number[]) {
  const { asked, ports } = asking(floor);
  const told: { readonly ticks: boolean; readonly asked: number }[] = [];
  for (const second of seconds) {
    const before = asked.length;
    const campaign = await campaignToTick('team', at(second), ports);
    told.push({ ticks: campaign === SPRING, asked: asked.length - before });
  }
  return told;
}

/** A tick has found nothing due. */
async function atRest(nextContact: number) {
  const floor = await aFloor();
  await floor.add('ann', { nextContact: at(nextContact) });
  await floor.tick();
  return floor;
}

describe('a campaign for which an agent becomes free', () => {
  it('is asked once a minute while it has somebody to call', async () => {
    const floor = await aFloor({ records: ['ann'] });

    expect(await freeAt(floor, [0, 30, 59, 60])).toEqual([
      { ticks: true, asked: 1 },
      { ticks: true, asked: 0 },
      { ticks: true, asked: 0 },
      { ticks: true, asked: 1 },
    ]);
  });

  it('is asked again after four minutes while nothing is due: what is stored has its own tick', async () => {
    expect(await freeAt(await atRest(3000), [10, 249, 250])).toEqual([
      { ticks: false, asked: 1 },
      { ticks: false, asked: 0 },
      { ticks: false, asked: 1 },
    ]);
  });

  it('is asked when its next record is due', async () => {
    expect(await freeAt(await atRest(120), [10, 119, 120])).toEqual([
      { ticks: false, asked: 1 },
      { ticks: false, asked: 0 },
      { ticks: true, asked: 1 },
    ]);
  });

  it('is asked again after four minutes while it does not run: the switch has it tick', async () => {
    const floor = await aFloor({ records: ['ann'] });
    await floor.switchTo('paused');

    expect(await freeAt(floor, [0, 239, 240])).toEqual([
      { ticks: false, asked: 1 },
      { ticks: false, asked: 0 },
      { ticks: false, asked: 1 },
    ]);
  });
});
