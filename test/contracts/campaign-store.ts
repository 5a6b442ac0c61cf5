// What every campaign store promises (lib/domain/ports.ts, CampaignStore).
import { describe, expect, it } from 'vitest';
import type { CampaignState } from '../../lib/domain/campaign-state.ts';
import { attemptId, campaignId } from '../../lib/domain/ids.ts';
import type { CampaignEntry, EntryOf } from '../../lib/domain/journal.ts';
import type { Ports } from '../../lib/domain/ports.ts';
import { at, NOW } from '../support/records.ts';

const spring = campaignId('spring');
const switched: EntryOf<'campaign.switched'> = {
  type: 'campaign.switched',
  at: NOW,
  from: 'off',
  to: 'running',
  by: 'olga',
};

const running = (before: CampaignState): CampaignState => ({
  ...before,
  version: before.version + 1,
  state: 'running',
  changedAt: NOW,
  changedBy: 'olga',
});

export function campaignStoreContract(
  name: string,
  make: () => Promise<Pick<Ports, 'campaigns' | 'journal'>>,
): void {
  describe(`campaign store: ${name}`, () => {
    it('takes a campaign never switched for off, version 0 (CAM-2)', async () => {
      const { campaigns, journal } = await make();

      expect(await campaigns.load(spring)).toMatchObject({
        campaign: spring,
        version: 0,
        state: 'off',
        poolAlerted: false,
        nextCallerId: 0,
        recentOrders: [],
      });
      expect(await journal.ofCampaign(spring)).toEqual([]);
    });

    it('gives back what was stored, whole, and tells of it', async () => {
      const { campaigns, journal } = await make();
      const off = await campaigns.load(spring);
      const on: CampaignState = {
        ...running(off),
        nextCallerId: 3,
        recentOrders: [{ attempt: attemptId('a1'), at: NOW }],
      };

      expect(await campaigns.commit(off, on, [switched])).toBe('committed');

      expect(await campaigns.load(spring)).toEqual(on);
      expect(await journal.ofCampaign(spring)).toEqual([switched]);
      expect((await campaigns.load(campaignId('autumn'))).state).toBe('off');
    });

    it('lets exactly one of two rivals change a campaign', async () => {
      const { campaigns, journal } = await make();
      const off = await campaigns.load(spring);

      const first = await Promise.all([
        campaigns.commit(off, running(off), [switched]),
        campaigns.commit(off, running(off), [switched]),
      ]);
      const on = await campaigns.load(spring);
      const second = await Promise.all([
        campaigns.commit(on, running(on), []),
        campaigns.commit(on, running(on), []),
      ]);

      expect(first.toSorted()).toEqual(['committed', 'conflict']);
      expect(second.toSorted()).toEqual(['committed', 'conflict']);
      expect((await campaigns.load(spring)).version).toBe(2);
      expect(await journal.ofCampaign(spring)).toEqual([switched]);
    });

    it('keeps the entries of a campaign in the order they were written', async () => {
      const { campaigns, journal } = await make();
      const told: CampaignEntry[] = [];
      for (let i = 0; i < 12; i++) {
        const before = await campaigns.load(spring);
        const entry: CampaignEntry = { ...switched, at: at(i), by: `person ${i}` };
        await campaigns.commit(before, running(before), [
          entry,
          { type: 'campaign.exhausted', at: at(i) },
        ]);
        told.push(entry, { type: 'campaign.exhausted', at: at(i) });
      }

      expect(await journal.ofCampaign(spring)).toEqual(told);
    });

    it('lets one of two ticks run (DIA-7)', async () => {
      const { campaigns } = await make();

      const fences = await Promise.all([
        campaigns.takeTick(spring, NOW, at(10)),
        campaigns.takeTick(spring, NOW, at(10)),
      ]);

      expect(fences.filter((fence) => fence !== undefined).length).toBe(1);
      expect(await campaigns.takeTick(campaignId('autumn'), NOW, at(10))).toBeDefined();
    });

    it('hands the tick on when its time is over, with a greater number', async () => {
      const { campaigns } = await make();
      const first = (await campaigns.takeTick(spring, NOW, at(10))) ?? Number.NaN;

      expect(await campaigns.takeTick(spring, at(9), at(20))).toBeUndefined();
      const second = await campaigns.takeTick(spring, at(10), at(20));

      expect(second).toBeGreaterThan(first);
    });

    it('hands the tick on when it is given back, with a greater number', async () => {
      const { campaigns } = await make();
      const first = (await campaigns.takeTick(spring, NOW, at(10))) ?? Number.NaN;

      await campaigns.releaseTick(spring, first);
      const second = await campaigns.takeTick(spring, at(1), at(11));

      expect(second).toBeGreaterThan(first);
    });

    it('ignores a holder whose time was over when it gives the tick back', async () => {
      const { campaigns } = await make();
      const first = (await campaigns.takeTick(spring, NOW, at(10))) ?? Number.NaN;
      await campaigns.takeTick(spring, at(10), at(20));

      await campaigns.releaseTick(spring, first);

      expect(await campaigns.takeTick(spring, at(15), at(25))).toBeUndefined();
    });

    it('keeps the tick of a campaign apart from its switch', async () => {
      const { campaigns } = await make();
      await campaigns.takeTick(spring, NOW, at(10));
      const off = await campaigns.load(spring);

      expect(await campaigns.commit(off, running(off), [])).toBe('committed');
      expect(await campaigns.takeTick(spring, at(1), at(11))).toBeUndefined();
    });
  });
}
