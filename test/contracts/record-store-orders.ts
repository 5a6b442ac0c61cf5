// Orders: changes of several records written in the turn of a tick, with the campaign's state.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/application/ports/ports.ts';
import type { OrderTurn } from '../../lib/application/ports/record-store.ts';
import type { CampaignState } from '../../lib/domain/campaigns/campaign-state.ts';
import { orderCall } from '../../lib/domain/dialing/orders.ts';
import { attemptId, campaignId } from '../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { addition, aRecord, at, NOW } from '../support/records.ts';

const spring = campaignId('spring');
const autumn = campaignId('autumn');

type Stores = Pick<Ports, 'records' | 'campaigns' | 'journal'>;

const phoneOf = (n: number): string => `+4860020${String(n).padStart(4, '0')}`;

async function people({ records }: Stores, count: number) {
  const all = Array.from({ length: count }, (_, n) =>
    aRecord(`r${n}`, { phones: [{ value: phoneOf(n), isDefault: true }] }),
  );
  await Promise.all(all.map((each) => records.commit(addition(each))));
  return all;
}

const ordering = (record: CampaignRecord, phone = record.phones[0]?.value ?? '') =>
  orderCall(record, {
    attempt: attemptId(`a-${record.record}`),
    ...{ phone, delay: 0, gates: [], redialInterval: 120, now: NOW },
  });

/** The turn of a tick that has looked now; its state counts the calls. */
async function turn({ campaigns }: Stores, of = spring, lead = spring) {
  const [{ fence }, before] = await Promise.all([campaigns.seeTick(lead), campaigns.load(of)]);
  return (calls: number): OrderTurn => ({
    ...{ lead, fence, before },
    after: (refused): CampaignState => ({
      ...before,
      version: before.version + 1,
      nextCallerId: before.nextCallerId + calls - refused.size,
    }),
  });
}

export function recordStoreOrders(name: string, make: () => Promise<Stores>): void {
  describe(`record store, orders: ${name}`, () => {
    it('are written with the state of their campaign, whose tick counts one on', async () => {
      const stores = await make();
      const [ann, ben] = await people(stores, 2);
      const [look, before] = [await turn(stores), await stores.campaigns.seeTick(spring)];
      if (!(ann && ben)) throw new Error('two people were added');

      const given = await stores.records.orderEach([ordering(ann), ordering(ben)], look(2));

      const { fence, state } = await stores.campaigns.seeTick(spring);
      expect(given).toEqual({ committed: ['committed', 'committed'], state, isOvertaken: false });
      expect([fence - before.fence, state.nextCallerId, state.version]).toEqual([1, 2, 1]);
      expect((await stores.records.load(ben))?.current?.attempt).toBe('a-r1');
      expect((await stores.journal.ofRecord(ann)).map(({ type }) => type)).toContain(
        'call.ordered',
      );
      expect(await stores.records.counts(spring)).toEqual({ 'being-contacted': 2 });
    });

    it('of two ticks that have seen the same are written by one alone (DIA-7)', async () => {
      const stores = await make();
      const [ann, ben] = await people(stores, 2);
      const looks = [await turn(stores), await turn(stores)];
      if (!(ann && ben)) throw new Error('two people were added');

      const given = await Promise.all(
        [ann, ben].map((each, n) =>
          stores.records.orderEach([ordering(each)], looks[n]?.(1) as OrderTurn),
        ),
      );

      expect(given.map(({ isOvertaken }) => isOvertaken).toSorted()).toEqual([false, true]);
      const taken = await Promise.all([ann, ben].map((each) => stores.records.load(each)));
      expect(taken.filter((each) => each?.current !== undefined).length).toBe(1);
      expect(given.find(({ isOvertaken }) => isOvertaken)).toEqual({
        committed: ['conflict'],
        isOvertaken: true,
      });
    });

    it('are not written once the campaign was paused (DIA-6)', async () => {
      const stores = await make();
      const [ann] = await people(stores, 1);
      const look = await turn(stores);
      const state = await stores.campaigns.load(spring);
      await stores.campaigns.commit(state, { ...state, version: 1, state: 'paused' }, []);
      if (!ann) throw new Error('a person was added');

      const given = await stores.records.orderEach([ordering(ann)], look(1));

      expect(given).toEqual({ committed: ['conflict'], isOvertaken: true });
      expect(await stores.records.load(ann)).toEqual(ann);
    });

    it('of a pool’s campaigns are not written when a tick has ordered for another of them', async () => {
      const stores = await make();
      const [ann] = await people(stores, 1);
      const twin = aRecord('twin', { campaign: autumn });
      await stores.records.commit(addition(twin));
      const [first, second] = [await turn(stores, autumn), await turn(stores)];
      if (!ann) throw new Error('a person was added');

      const given = [
        await stores.records.orderEach([ordering(twin)], first(1)),
        await stores.records.orderEach([ordering(ann)], second(1)),
      ];

      expect(given.map(({ isOvertaken }) => isOvertaken)).toEqual([false, true]);
      expect((await stores.campaigns.load(autumn)).nextCallerId).toBe(1);
      expect((await stores.campaigns.load(spring)).version).toBe(0);
    });

    it('leave out who is refused, and say so to the state', async () => {
      const stores = await make();
      const [ann, ben, cid] = await people(stores, 3);
      if (!(ann && ben && cid)) throw new Error('three people were added');
      const twin = aRecord('twin', { campaign: autumn });
      await stores.records.commit(addition(twin));
      await stores.records.commit(ordering(twin, phoneOf(9)));
      await stores.records.commit(ordering(ann));
      const look = await turn(stores);
      const dan = aRecord('dan');
      await stores.records.commit(addition(dan));
      const changes = [ordering(ann), ordering(ben), ordering(dan, phoneOf(9)), ordering(cid)];

      const given = await stores.records.orderEach(changes, look(4));

      expect(given.committed).toEqual(['conflict', 'committed', 'number-taken', 'committed']);
      expect(given.state?.nextCallerId).toBe(2);
      expect(await stores.campaigns.load(spring)).toEqual(given.state);
    });

    it('leave the state alone when all are refused', async () => {
      const stores = await make();
      const [ann] = await people(stores, 1);
      if (!ann) throw new Error('a person was added');
      await stores.records.commit(ordering(ann));
      const look = await turn(stores);

      const given = await stores.records.orderEach([ordering(ann)], look(1));

      expect(given).toEqual({ committed: ['conflict'], isOvertaken: false });
      expect((await stores.campaigns.load(spring)).version).toBe(0);
    });

    it('may be many, and two of one number are one call', async () => {
      const stores = await make();
      const all = await people(stores, 60);
      const twin = aRecord('twin', { nextContact: at(-1) });
      await stores.records.commit(addition(twin));
      const look = await turn(stores);
      const changes = [...all.map((each) => ordering(each)), ordering(twin, phoneOf(3))];

      const given = await stores.records.orderEach(changes, look(61));

      expect(given.committed.filter((each) => each === 'committed').length).toBe(60);
      expect(given.committed.at(-1)).toBe('number-taken');
      expect(given.isOvertaken).toBe(false);
      expect(given.state?.version).toBe(1);
    });
  });
}
