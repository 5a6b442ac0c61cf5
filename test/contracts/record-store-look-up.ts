// Records by number and by key, as callers are found (IVR-5, IVR-12).
import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../lib/application/ports/record-store.ts';
import { attemptId, campaignId, contactId } from '../../lib/domain/model/ids.ts';
import type { LookUp } from '../../lib/domain/records/look-up.ts';
import { addition, anAttempt, aRecord, changed } from '../support/records.ts';
import type { Stores } from './record-store.ts';

const spring = campaignId('spring');
const phone = (value: string): LookUp => ({ by: 'phone', phone: value });
const client = (value: string): LookUp => ({ by: 'field', field: 'client', value });
const numbers = (...values: string[]) => values.map((value, n) => ({ value, isDefault: n === 0 }));

async function names(records: RecordStore, by: LookUp, campaign = spring) {
  return (await records.lookUp(campaign, by)).map(({ record }) => record).toSorted();
}

/** @param make a store that is told to look records up by the field `client` */
export function recordStoreLookUp(name: string, make: () => Promise<Stores>): void {
  describe(`record store, look-up: ${name}`, () => {
    it('finds records by any of their numbers, whole, in their campaign only', async () => {
      const { records } = await make();
      const ann = aRecord('ann', { phones: numbers('+48600000001', '+48600000002') });
      await records.commit(addition(ann));
      await records.commit(addition(aRecord('ben', { phones: numbers('+48600000002') })));

      expect(await records.lookUp(spring, phone('+48600000001'))).toEqual([ann]);
      expect(await names(records, phone('+48600000002'))).toEqual(['ann', 'ben']);
      expect(await names(records, phone('+48600000003'))).toEqual([]);
      expect(await names(records, phone('+48600000001'), campaignId('autumn'))).toEqual([]);
    });

    it('finds them as they are now, in whatever state', async () => {
      const { records } = await make();
      const ann = aRecord('ann', { phones: numbers('+48600000001') });
      await records.commit(addition(ann));
      const { nextContact: _, ...closed } = changed(ann, { state: 'closed' });
      await records.commit({ before: ann, after: closed, entries: [] });

      expect(await records.lookUp(spring, phone('+48600000001'))).toEqual([closed]);
    });

    it('follows a record to its new number, and forgets one that was deleted', async () => {
      const { records } = await make();
      const ann = aRecord('ann', { phones: numbers('+48600000001') });
      await records.commit(addition(ann));
      const moved = changed(ann, { phones: numbers('+48600000009') });
      await records.commit({ before: ann, after: moved, entries: [] });

      const before = [
        await names(records, phone('+48600000001')),
        await names(records, phone('+48600000009')),
      ];
      const { nextContact: _, ...rest } = changed(moved, {
        state: 'deleted',
        phones: [],
        fields: {},
      });
      await records.commit({ before: moved, after: rest, entries: [] });

      expect(before).toEqual([[], ['ann']]);
      expect(await names(records, phone('+48600000009'))).toEqual([]);
    });

    it('finds records by their default e-mail address', async () => {
      const { records } = await make();
      const emails = ['ann@example.org', 'a@example.org'].map((value, n) => ({
        ...{ value, isDefault: n === 0 },
      }));
      await records.commit(addition(aRecord('ann', { phones: [], emails })));

      expect(await names(records, { by: 'email', email: 'Ann@example.org' })).toEqual(['ann']);
      expect(await names(records, { by: 'email', email: 'a@example.org' })).toEqual([]);
    });

    it('finds records by a field that callers are asked for, however it was written', async () => {
      const { records } = await make();
      const ann = aRecord('ann', { fields: { client: '12-34 56', city: 'Gdynia' } });
      await records.commit(addition(ann));
      const cityOf = (value: string): LookUp => ({ by: 'field', field: 'city', value });

      expect(await names(records, client('123456'))).toEqual(['ann']);
      expect(await names(records, client('12345'))).toEqual([]);
      expect(await names(records, cityOf('Gdynia'))).toEqual([]);

      const after = changed(ann, { fields: { client: '777' } });
      await records.commit({ before: ann, after, entries: [] });

      expect([await names(records, client('123456')), await names(records, client('777'))]).toEqual(
        [[], ['ann']],
      );
    });

    it('gives at most 25 of many', async () => {
      const { records } = await make();
      const all = Array.from({ length: 30 }, (_, n) =>
        aRecord(`r${n}`, { phones: numbers('+48600000001') }),
      );
      for (const record of all) await records.commit(addition(record));

      expect((await names(records, phone('+48600000001'))).length).toBe(25);
    });

    it('leaves everything as it was when the change is refused', async () => {
      const { records } = await make();
      const ann = aRecord('ann', { phones: numbers('+48600000001') });
      await records.commit(addition(ann));
      const stale = changed(aRecord('ann', { version: 4 }), { phones: numbers('+48600000002') });

      const committed = await records.commit({
        before: { ...ann, version: 4 },
        after: stale,
        entries: [],
      });

      expect(committed).toBe('conflict');
      expect(await names(records, phone('+48600000002'))).toEqual([]);
      expect(await names(records, phone('+48600000001'))).toEqual(['ann']);
    });

    it('leads from a contact to the attempt that took it last (IVR-5)', async () => {
      const { records } = await make();
      const contact = contactId('c-1');
      const [ann, ben] = [aRecord('ann'), aRecord('ben')];
      for (const record of [ann, ben]) await records.commit(addition(record));
      const call = (record: typeof ann) =>
        anAttempt(record, 'in-c-1', { contact, direction: 'inbound' });
      const take = (record: typeof ann) =>
        records.commit({
          before: record,
          after: changed(record),
          entries: [],
          attempt: { before: undefined, after: call(record) },
        });
      await take(ann);
      const first = await records.findByContact(contact);
      await take(ben);
      const second = await records.findByContact(contact);

      const left = { ...call(ann), version: 2, settled: true };
      const once = changed(ann);
      await records.commit({
        before: once,
        after: changed(once),
        entries: [],
        attempt: { before: call(ann), after: left },
      });
      const still = await records.findByContact(contact);
      const twice = changed(once);
      await records.commit({
        before: twice,
        after: changed(twice),
        entries: [],
        attempt: { before: left, after: { ...call(ann), version: 3 } },
      });

      const back = await records.findByContact(contact);
      expect([first, second, still, back].map((owner) => owner?.ref.record)).toEqual([
        'ann',
        'ben',
        'ben',
        'ann',
      ]);
      expect(back?.attempt).toBe(attemptId('in-c-1'));
    });
  });
}
