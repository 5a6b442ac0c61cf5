// What every campaign store promises (lib/application/ports/ports.ts, CampaignStore).
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/application/ports/ports.ts';
import { type CampaignState, neverSwitched } from '../../lib/domain/campaigns/campaign-state.ts';
import { attemptId, campaignId, recordId } from '../../lib/domain/model/ids.ts';
import type { CampaignEntry, EntryOf } from '../../lib/domain/model/journal.ts';
import { emptyMemory, storedMemory } from '../../lib/domain/pacing/pacing-memory.ts';
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
    it('has its entries page by page, the newest first', async () => {
      const { campaigns, journal } = await make();
      let state = neverSwitched(spring);
      for (const by of ['ann', 'bob', 'cid', 'dan', 'eve']) {
        const after = { ...state, version: state.version + 1 };
        const entry = { type: 'campaign.switched', at: NOW, from: 'off', to: 'off', by } as const;
        await campaigns.commit(state, after, [entry]);
        state = after;
      }

      const pages: string[][] = [];
      let before: string | undefined;
      do {
        const page = await journal.latestOfCampaign(spring, { limit: 2, before });
        pages.push(page.entries.map(({ entry }) => ('by' in entry ? String(entry.by) : '')));
        before = page.next;
      } while (before !== undefined);

      expect(pages.filter((page) => page.length > 0)).toEqual([
        ['eve', 'dan'],
        ['cid', 'bob'],
        ['ann'],
      ]);
    });

    it('says whether a campaign runs without what its ticks remember', async () => {
      const { campaigns } = await make();
      const off = await campaigns.switchOf(spring);
      const before = neverSwitched(spring);
      await campaigns.commit(before, running(before), []);

      expect([off.state, (await campaigns.switchOf(spring)).state]).toEqual(['off', 'running']);
    });

    it('keeps what a large campaign remembers, and takes it back when there is less', async () => {
      const { campaigns } = await make();
      const before = neverSwitched(spring);
      // ids are drawn, so they do not compress
      const id = () => crypto.randomUUID();
      const watched = Array.from({ length: 20_000 }, () => ({
        record: recordId(id()),
        attempt: attemptId(id()),
        rang: false,
      }));
      const recentOrders = Array.from({ length: 3000 }, () => ({
        attempt: attemptId(id()),
        at: NOW,
      }));
      const large = { ...running(before), recentOrders, pacing: { ...emptyMemory(), watched } };
      await campaigns.commit(before, large, []);

      const tick = await campaigns.seeTick(spring);
      const loaded = await campaigns.load(spring);
      const small = { ...large, version: 2, recentOrders: [], pacing: emptyMemory() };
      const outcome = await campaigns.commit(loaded, small, []);

      expect(loaded).toEqual(large);
      expect(tick.state).toEqual(large);
      expect((await campaigns.switchOf(spring)).state).toBe('running');
      expect(outcome).toBe('committed');
      expect(await campaigns.load(spring)).toEqual(small);
    });

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

    it('tells a line of the journal by its id', async () => {
      const { campaigns, journal } = await make();
      const off = await campaigns.load(spring);
      await campaigns.commit(off, running(off), [switched]);

      expect(await journal.line('campaign#spring.000000001.00')).toEqual({
        id: 'campaign#spring.000000001.00',
        campaign: 'spring',
        entry: switched,
      });
      expect(await journal.line('campaign#spring.000000001.01')).toBeUndefined();
      expect(await journal.line('campaign#autumn.000000001.00')).toBeUndefined();
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

    it('says with the tick how the campaign stands', async () => {
      const { campaigns } = await make();
      const off = await campaigns.load(spring);

      const first = await campaigns.seeTick(spring);
      await campaigns.commit(off, running(off), []);
      const second = await campaigns.seeTick(spring);

      expect([first.state, second.state]).toEqual([off, running(off)]);
      expect(second.fence).toBe(first.fence);
    });

    it('forgets what a campaign has no longer', async () => {
      const { campaigns } = await make();
      const off = await campaigns.load(spring);
      const learned: CampaignState = { ...running(off), pacing: emptyMemory() };
      await campaigns.commit(off, learned, []);
      const { pacing: _, ...without } = running(learned);

      expect(await campaigns.commit(learned, without, [])).toBe('committed');

      expect(await campaigns.load(spring)).toEqual(without);
    });

    it('lists the running campaigns of a pool, whatever is stored of the campaign', async () => {
      const { campaigns } = await make();
      const autumn = campaignId('autumn');
      const before = await campaigns.seeTick(spring);
      await campaigns.listRunning(spring, before.fence, [autumn, spring]);
      const off = await campaigns.load(spring);
      await campaigns.commit(off, running(off), []);

      const tick = await campaigns.seeTick(spring);

      expect(before.running).toEqual([]);
      expect(tick.running).toEqual([autumn, spring]);
      expect(tick.state).toEqual(running(off));
    });

    it('lets one of two ticks that have seen the same list them, with a greater number', async () => {
      const { campaigns } = await make();
      const { fence } = await campaigns.seeTick(spring);

      const listed = await Promise.all(
        [[spring], []].map((ids) => campaigns.listRunning(spring, fence, ids)),
      );
      const next = await campaigns.seeTick(spring);

      expect(listed.toSorted()).toEqual(['committed', 'conflict']);
      expect(next.fence).toBe(fence + 1);
      expect(await campaigns.listRunning(spring, next.fence, [spring])).toBe('committed');
    });

    it('reads what an older version has learned under its old name', async () => {
      const { campaigns } = await make();
      const off = await campaigns.load(spring);
      const { model, ...counts } = emptyMemory();
      const older: CampaignState = { ...running(off), pacing: { ...counts, learned: model } };

      await campaigns.commit(off, older, []);

      const { pacing } = await campaigns.load(spring);
      expect(storedMemory(pacing)).toEqual(emptyMemory());
    });
  });
}
