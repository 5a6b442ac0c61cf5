import { describe, expect, it } from 'vitest';
import { switchCampaign } from '../../../../lib/application/campaigns/switch-campaign.ts';
import type { CampaignStore } from '../../../../lib/application/ports/campaign-store.ts';
import { Floor, SPRING } from '../a-floor.ts';

const ticks = (floor: Floor) => floor.ports.tickQueue.sent.length;
const state = async (floor: Floor) => (await floor.ports.campaigns.load(SPRING)).state;

describe('switching a campaign (CAM-2)', () => {
  it('on is written down with who did it, and ticked at once', async () => {
    const floor = new Floor();

    expect(await floor.switchTo('running')).toEqual({ kind: 'switched', state: 'running' });
    expect(await floor.ports.campaigns.load(SPRING)).toMatchObject({
      state: 'running',
      changedBy: 'olga',
      version: 1,
    });
    expect(ticks(floor)).toBe(1);
  });

  it('to what it is already changes nothing, and ticks once more: the first may have been lost', async () => {
    const floor = new Floor();
    await floor.switchTo('running');

    expect(await floor.switchTo('running')).toEqual({ kind: 'switched', state: 'running' });
    expect((await floor.ports.campaigns.load(SPRING)).version).toBe(1);
    expect(ticks(floor)).toBe(2);
  });

  it.each(['paused', 'ended', 'off'] as const)('to %s ticks nothing', async (to) => {
    const floor = new Floor();
    await floor.switchTo('running');

    expect(await floor.switchTo(to)).toEqual({ kind: 'switched', state: to });
    expect([await state(floor), ticks(floor)]).toEqual([to, 1]);
  });

  it('against the table is refused, and it stays as it is', async () => {
    const floor = new Floor();

    expect(await floor.switchTo('paused')).toEqual({
      kind: 'refused',
      reasons: ['it is off: it can be running next'],
    });
    expect([await state(floor), ticks(floor)]).toEqual(['off', 0]);
  });

  it('on with something missing is refused for every reason', async () => {
    const floor = new Floor({ queue: { groups: ['gone'] }, campaign: { lastDate: '2026-03-01' } });

    expect(await floor.switchTo('running')).toEqual({
      kind: 'refused',
      reasons: ["its queue 'sales' has no agents", 'its last date, 2026-03-01, is over'],
    });
  });

  it('that does not exist is refused', async () => {
    expect(await new Floor().switchTo('running', 'gone')).toEqual({
      kind: 'refused',
      reasons: ["there is no campaign 'gone'"],
    });
  });

  it('is decided again when somebody else was faster', async () => {
    const floor = new Floor();
    let left = 2;
    const campaigns: CampaignStore = {
      ...floor.ports.campaigns,
      commit: async (...change) =>
        left-- > 0 ? 'conflict' : floor.ports.campaigns.commit(...change),
    };
    const input = { campaign: 'spring', to: 'running', by: 'jan' } as const;

    expect(await switchCampaign(input, { ...floor.ports, campaigns })).toMatchObject({
      kind: 'switched',
    });
    expect((await floor.ports.campaigns.load(SPRING)).changedBy).toBe('jan');
  });
});
