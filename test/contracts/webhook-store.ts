// What every store of deliveries promises (lib/application/ports/webhook-store.ts; WHK-3).
import { describe, expect, it } from 'vitest';
import type { WebhookStore } from '../../lib/application/ports/webhook-store.ts';
import type { EntryType } from '../../lib/domain/model/journal.ts';
import {
  again,
  newDelivery,
  tried,
  type WebhookDelivery,
} from '../../lib/domain/webhooks/delivery.ts';
import { SOUND } from '../../lib/domain/webhooks/endpoint-state.ts';
import { at, ref } from '../support/records.ts';

const CRM = { campaign: 'spring', webhook: 'crm' };
const DESK = { campaign: 'spring', webhook: 'desk' };

function aDelivery(n: number, endpoint = CRM, record = 'ann'): WebhookDelivery {
  const id = `spring/${record}.${String(n + 1).padStart(9, '0')}.00`;
  const type: EntryType = 'record.closed';
  const entry = { type, at: at(n), because: 'sold' } as const;
  return newDelivery(endpoint, { id, campaign: 'spring', record, entry }, at(n));
}
const REFUSED = { kind: 'refused', because: '500' } as const;
const refusedAt = (delivery: WebhookDelivery, seconds: number) =>
  tried(delivery, { at: at(seconds), status: 500, milliseconds: 7, because: '500' }, REFUSED);
const failed = ({ due: _, ...delivery }: WebhookDelivery): WebhookDelivery => ({
  ...delivery,
  state: 'failed',
});

export function webhookStoreContract(name: string, make: () => Promise<WebhookStore>): void {
  describe(`webhook store: ${name}`, () => {
    it('knows an endpoint that nothing is stored of as sound', async () => {
      const webhooks = await make();

      expect(await webhooks.state(CRM)).toEqual(SOUND);
      expect(await webhooks.waiting(CRM, 5)).toEqual([]);
      expect(await webhooks.list(CRM, { limit: 5 })).toEqual({ deliveries: [] });
    });

    it('changes a state for whoever read it last, and for nobody else', async () => {
      const webhooks = await make();
      const held = { ...SOUND, version: 1, held: true, failures: 2, failingSince: at(1) };

      const changed = [
        await webhooks.changeState(CRM, SOUND, held),
        await webhooks.changeState(CRM, SOUND, { ...held, failures: 9 }),
        await webhooks.changeState(CRM, held, { ...SOUND, version: 2 }),
      ];

      expect(changed).toEqual([true, false, true]);
      expect(await webhooks.state(CRM)).toEqual({ ...SOUND, version: 2 });
      expect(await webhooks.state(DESK)).toEqual(SOUND);
    });

    it('adds a delivery once, however often its event comes', async () => {
      const webhooks = await make();
      const delivery = aDelivery(1);

      const added = [await webhooks.add(delivery), await webhooks.add(failed(delivery))];

      expect(added).toEqual([true, false]);
      expect(await webhooks.load(CRM, delivery.id)).toEqual(delivery);
      expect(await webhooks.load(DESK, delivery.id)).toBeUndefined();
    });

    it('hands out those that wait, the longest due first, and none that does not wait', async () => {
      const webhooks = await make();
      const [one, two, three] = [aDelivery(1), aDelivery(2), aDelivery(3)];
      for (const each of [three, one, two]) await webhooks.add(each);
      await webhooks.add(failed(aDelivery(0)));
      const later = refusedAt(one, 10);
      await webhooks.change(one, later);

      expect(await webhooks.waiting(CRM, 2)).toEqual([two, three]);
      expect(await webhooks.waiting(CRM, 9)).toEqual([two, three, later]);
      expect(await webhooks.waiting(DESK, 9)).toEqual([]);
    });

    it('changes a delivery that goes on waiting for the same moment', async () => {
      const webhooks = await make();
      const delivery = aDelivery(1);
      await webhooks.add(delivery);
      const once = again(delivery, at(9));
      const twice = again(once, at(9));

      const changed = [await webhooks.change(delivery, once), await webhooks.change(once, twice)];

      expect(changed).toEqual([true, true]);
      expect(await webhooks.waiting(CRM, 5)).toEqual([twice]);
    });

    it('refuses a change of a delivery that another has changed', async () => {
      const webhooks = await make();
      const delivery = aDelivery(1);
      await webhooks.add(delivery);
      const once = refusedAt(delivery, 5);

      const changed = [
        await webhooks.change(delivery, once),
        await webhooks.change(delivery, refusedAt(delivery, 6)),
        await webhooks.change(once, again(once, at(9))),
      ];

      expect(changed).toEqual([true, false, true]);
      expect((await webhooks.load(CRM, delivery.id))?.due).toBe(at(9));
    });

    it('lists the latest event first, page by page, or only those that failed', async () => {
      const webhooks = await make();
      const all = [1, 2, 3, 4, 5].map((n) => (n % 2 === 0 ? failed(aDelivery(n)) : aDelivery(n)));
      for (const each of all) await webhooks.add(each);

      const first = await webhooks.list(CRM, { limit: 3 });
      const rest = await webhooks.list(CRM, { limit: 3, from: first.next });
      const lost = await webhooks.list(CRM, { limit: 9, state: 'failed' });

      expect([...first.deliveries, ...rest.deliveries]).toEqual(all.toReversed());
      expect(first.next).toBeDefined();
      expect(lost.deliveries).toEqual([all[3], all[1]]);
    });

    it('finds those of events from a moment on, the earliest first', async () => {
      const webhooks = await make();
      const all = [1, 2, 3, 4, 5].map((n) => aDelivery(n));
      for (const each of all) await webhooks.add(each);

      const first = await webhooks.since(CRM, at(2), { limit: 2 });
      const rest = await webhooks.since(CRM, at(2), { limit: 9, from: first.next });

      expect(first.deliveries).toEqual(all.slice(1, 3));
      expect(rest.deliveries).toEqual(all.slice(3));
    });

    it('keeps what receivers answered, until the person is erased', async () => {
      const webhooks = await make();
      const [ann, ben] = [aDelivery(1), aDelivery(1, CRM, 'ben')];
      await webhooks.add(ann);
      const once = refusedAt(ann, 5);
      await webhooks.change(ann, once, 'no such customer: Ann');
      const twice = refusedAt(once, 400);
      await webhooks.change(once, twice);
      await webhooks.change(twice, refusedAt(twice, 9000), 'still none');
      await webhooks.add(refusedAt(ben, 5), 'no such customer: Ben');
      const before = await webhooks.answers(ann);

      await webhooks.forgetAnswers(ref('spring', 'ann'));

      expect(before).toEqual([
        { nth: 1, text: 'no such customer: Ann' },
        { nth: 3, text: 'still none' },
      ]);
      expect(await webhooks.answers(ann)).toEqual([]);
      expect(await webhooks.answers(ben)).toEqual([{ nth: 1, text: 'no such customer: Ben' }]);
      expect((await webhooks.load(CRM, ann.id))?.tried).toBe(3);
    });
  });
}
