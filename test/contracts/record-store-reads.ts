// What a store knows of its reads without asking again.
import { describe, expect, it } from 'vitest';
import { addition, anAttempt, aRecord, changed, taken } from '../support/records.ts';
import type { Stores } from './record-store.ts';

export function recordStoreReads(name: string, make: () => Promise<Stores>): void {
  describe(`record store, reads: ${name}`, () => {
    it('tells a record whose rule follows, and its attempt, as they were read last, until they are changed here', async () => {
      const { records } = await make();
      const ann = aRecord();
      const attempt = anAttempt(ann, 'a1', { settled: true });
      const begun = taken(ann, 'a1', { phase: 'ended' });
      await records.commit(addition(ann));
      await records.commit({
        ...{ before: ann, after: begun, entries: [] },
        attempt: { before: undefined, after: attempt },
      });
      const told = [records.lastRead(ann, attempt.id)];
      await records.load(ann);
      told.push(records.lastRead(ann, attempt.id));
      await records.loadAttempt(ann, attempt.id);
      told.push(records.lastRead(ann, attempt.id));
      told.push(records.lastRead(ann, anAttempt(ann, 'a2').id));
      await records.commit({ before: begun, after: changed(begun), entries: [] });
      told.push(records.lastRead(ann, attempt.id));

      const read = { record: begun, attempt };
      expect(told).toEqual([undefined, undefined, read, undefined, undefined]);
    });

    it('keeps nothing of a record whose call goes on', async () => {
      const { records } = await make();
      const ann = aRecord();
      const attempt = anAttempt(ann);
      await records.commit(addition(ann));
      await records.commit({
        ...{ before: ann, after: taken(ann), entries: [] },
        attempt: { before: undefined, after: attempt },
      });

      await records.load(ann);
      await records.loadAttempt(ann, attempt.id);

      expect(records.lastRead(ann, attempt.id)).toBeUndefined();
    });
  });
}
