// Numbers: one attempt at a time may dial a number, whatever its campaign (DIA-7).
import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../lib/application/ports/record-store.ts';
import type { Change } from '../../lib/domain/model/change.ts';
import { attemptId, campaignId } from '../../lib/domain/model/ids.ts';
import { type Instant, plus } from '../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { addition, anAttempt, aRecord, at, changed, NOW, taken } from '../support/records.ts';
import type { Stores } from './record-store.ts';

const PHONE = '+48221000001';
const spring = aRecord('ann');
const autumn = aRecord('ann', { campaign: campaignId('autumn') });

const taking = (record: CampaignRecord, id: string, now: Instant, until: Instant): Change => ({
  before: record,
  after: taken(record, id),
  entries: [],
  attempt: { before: undefined, after: anAttempt(record, id) },
  takeNumber: { phone: PHONE, attempt: attemptId(id), now, until },
});

async function withBoth(records: RecordStore): Promise<RecordStore> {
  await records.commit(addition(spring));
  await records.commit(addition(autumn));
  return records;
}

export function recordStoreNumbers(name: string, make: () => Promise<Stores>): void {
  describe(`record store, numbers: ${name}`, () => {
    it('lets a number rest after a call, for as long as the next campaign wants (DIA-7)', async () => {
      const records = await withBoth((await make()).records);
      const first = taking(spring, 'a1', NOW, at(3600));
      await records.commit(first);
      const freeNumber = { phone: PHONE, attempt: attemptId('a1'), calledUntil: at(60) };
      await records.commit({
        before: first.after,
        after: changed(first.after),
        entries: [],
        freeNumber,
      });
      const take = (now: Instant, rests: number) => {
        const { takeNumber, ...rest } = taking(autumn, 'b1', now, at(7200));
        return records.commit({
          ...rest,
          takeNumber: takeNumber && { ...takeNumber, rested: plus(now, -rests) },
        });
      };

      expect(await take(at(170), 120)).toBe('number-taken');
      expect(await take(at(180), 120)).toBe('committed');
    });

    it('lets a number rest for nobody who does not ask for it', async () => {
      const records = await withBoth((await make()).records);
      const first = taking(spring, 'a1', NOW, at(3600));
      await records.commit(first);
      const freeNumber = { phone: PHONE, attempt: attemptId('a1'), calledUntil: at(60) };
      await records.commit({
        before: first.after,
        after: changed(first.after),
        entries: [],
        freeNumber,
      });

      expect(await records.commit(taking(autumn, 'b1', at(61), at(3600)))).toBe('committed');
    });

    it('lets one of two campaigns take a number and leaves the other as it was (DIA-7)', async () => {
      const records = await withBoth((await make()).records);

      const outcomes = await Promise.all([
        records.commit(taking(spring, 'a1', NOW, at(60))),
        records.commit(taking(autumn, 'b1', NOW, at(60))),
      ]);

      expect(outcomes.toSorted()).toEqual(['committed', 'number-taken']);
      const loser = outcomes[0] === 'committed' ? autumn : spring;
      expect(await records.load(loser)).toEqual(loser);
      expect(await records.loadAttempt(loser, attemptId('a1'))).toBeUndefined();
      expect(await records.loadAttempt(loser, attemptId('b1'))).toBeUndefined();
    });

    it('takes the numbers of several records together, and says which were taken', async () => {
      const records = await withBoth((await make()).records);
      const other = aRecord('ben', { phones: [{ value: '+48221000009', isDefault: true }] });
      await records.commit(addition(other));
      const twin = aRecord('cid');
      await records.commit(addition(twin));
      await records.commit(taking(autumn, 'b1', NOW, at(60)));
      const ben = {
        ...{ before: other, after: taken(other, 'a2'), entries: [] },
        attempt: { before: undefined, after: anAttempt(other, 'a2') },
        takeNumber: { phone: '+48221000009', attempt: attemptId('a2'), now: NOW, until: at(60) },
      };
      const stale = { ...ben, after: taken(other, 'a3') };

      const first = await records.commitEach([taking(spring, 'a1', NOW, at(60)), ben]);
      const second = await records.commitEach([
        stale,
        taking(spring, 'a1', at(60), at(90)),
        taking(twin, 'a4', at(60), at(90)),
      ]);

      expect(first).toEqual(['number-taken', 'committed']);
      // two of them want one number: either may have it
      expect(second[0]).toBe('conflict');
      expect(second.slice(1).toSorted()).toEqual(['committed', 'number-taken']);
      expect(await records.load(other)).toEqual(taken(other, 'a2'));
      expect(await records.counts(spring.campaign)).toEqual({ new: 1, 'being-contacted': 2 });
    });

    it('hands a number on when its time is over', async () => {
      const records = await withBoth((await make()).records);
      await records.commit(taking(spring, 'a1', NOW, at(60)));

      expect(await records.commit(taking(autumn, 'b1', at(59), at(200)))).toBe('number-taken');
      expect(await records.commit(taking(autumn, 'b1', at(60), at(200)))).toBe('committed');
    });

    it('hands a number on as soon as its attempt frees it', async () => {
      const records = await withBoth((await make()).records);
      await records.commit(taking(spring, 'a1', NOW, at(60)));
      const called = taken(spring);
      await records.commit({
        before: called,
        after: changed(called),
        entries: [],
        freeNumber: { phone: PHONE, attempt: attemptId('a1') },
      });

      expect(await records.commit(taking(autumn, 'b1', at(1), at(60)))).toBe('committed');
    });

    it('keeps a number that another attempt took since, and commits all the same', async () => {
      const records = await withBoth((await make()).records);
      await records.commit(taking(spring, 'a1', NOW, at(60)));
      await records.commit(taking(autumn, 'b1', at(60), at(200)));
      const called = taken(spring);

      const late = await records.commit({
        before: called,
        after: changed(called),
        entries: [],
        freeNumber: { phone: PHONE, attempt: attemptId('a1') },
      });

      expect(late).toBe('committed');
      const third = aRecord('third');
      await records.commit(addition(third));
      expect(await records.commit(taking(third, 'c1', at(61), at(90)))).toBe('number-taken');
    });

    it('frees a number that nobody holds without complaint', async () => {
      const records = await withBoth((await make()).records);

      const outcome = await records.commit({
        before: spring,
        after: changed(spring),
        entries: [],
        freeNumber: { phone: PHONE, attempt: attemptId('a1') },
      });

      expect(outcome).toBe('committed');
    });

    it('lets an attempt take its own number again, for longer', async () => {
      const records = await withBoth((await make()).records);
      await records.commit(taking(spring, 'a1', NOW, at(60)));
      const called = taken(spring);

      const longer = await records.commit({
        before: called,
        after: changed(called),
        entries: [],
        takeNumber: { phone: PHONE, attempt: attemptId('a1'), now: at(30), until: at(120) },
      });

      expect(longer).toBe('committed');
      expect(await records.commit(taking(autumn, 'b1', at(90), at(200)))).toBe('number-taken');
    });
  });
}
