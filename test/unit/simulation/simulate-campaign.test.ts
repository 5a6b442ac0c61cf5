import { describe, expect, it } from 'vitest';
import { plus } from '../../../lib/domain/model/instant.ts';
import { behaviour } from '../../../lib/simulation/phone-network/behaviour.ts';
import type { CampaignSimulationOptions } from '../../../lib/simulation/simulate-campaign.ts';
import { simulateCampaign } from '../../../lib/simulation/simulate-campaign.ts';
import { definitions, exampleRule, ZONE } from '../../support/definitions.ts';
import { local } from '../../support/journey.ts';

const people = Array.from({ length: 60 }, (_, i) => ({
  id: `r${i}`,
  phone: `+48600${String(i).padStart(6, '0')}`,
  email: `r${i}@example.org`,
}));

const dryRun = (changes: Partial<CampaignSimulationOptions> = {}) =>
  simulateCampaign({
    definitions: definitions({ rule: exampleRule('worked-b') }),
    campaign: 'spring',
    records: people,
    start: local('2026-03-02 07:30'),
    seed: 'dry run',
    ...changes,
  });

describe('a dry run', () => {
  it('works a campaign for two weeks; everything adds up', async () => {
    const result = await dryRun();

    const { new: fresh = 0, closed = 0, unhandled = 0 } = result.counts;
    const { 'recall-scheduled': recalled = 0, 'set-aside': aside = 0 } = result.counts;
    expect(fresh + closed + unhandled + recalled + aside).toBe(people.length);
    expect(result).toMatchObject({ doubleDialed: 0, deadJobs: [], discrepancies: [] });
    expect(result.network.calls).toBeGreaterThan(people.length);
    expect(result.counts['message:sms:delivered']).toBe(result.messages.length);
    expect(result.messages.length).toBeGreaterThan(0);
  });

  it('stops when the campaign has ended (CAM-29)', async () => {
    const scripts = { '+48600000001': ['rings-out'] } as const;
    const result = await dryRun({
      records: [{ id: 'ann', phone: '+48600000001' }],
      behaviour: behaviour({ timeZone: ZONE, callees: { scripts } }),
    });

    expect(result.state).toBe('ended');
    expect(result.to).toBeLessThan(plus(result.from, 14 * 86_400));
  });

  it('says the same with the same seed, and something else with another', async () => {
    const [first, again, other] = await Promise.all(
      ['a', 'a', 'b'].map(async (seed) => {
        const { counts, network } = await dryRun({ seed });
        return { counts, network };
      }),
    );

    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('stops at the moment asked for and tells how far it has come', async () => {
    const progress: number[] = [];
    const start = local('2026-03-02 07:30');

    const result = await dryRun({
      until: plus(start, 3 * 3600 + 1800),
      onProgress: ({ at }) => void progress.push((at - start) / 3_600_000),
    });

    expect(progress).toEqual([1, 2, 3, 3.5]);
    expect(result.to).toBe(plus(start, 3 * 3600 + 1800));
  });

  it('names its seed when it fails', async () => {
    const unready = definitions({ outbound: { callerIds: [] } });

    await expect(dryRun({ definitions: unready, seed: 4711 })).rejects.toThrow(
      /seed 4711 .*number/,
    );
  });

  it('counts staffed time only while somebody is there', async () => {
    const { network } = await dryRun({ until: local('2026-03-02 21:00') });

    const staffed = Object.values(network.agents).map(
      (time) => (time.staffed + time.breaks) / 3_600_000,
    );
    for (const hours of staffed) {
      expect(hours).toBeGreaterThan(11.5);
      expect(hours).toBeLessThan(12.5);
    }
    expect(network.utilisation).toBeGreaterThan(0);
    expect(network.utilisation).toBeLessThan(1);
  });
});
