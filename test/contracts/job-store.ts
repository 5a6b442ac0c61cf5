// What every store of jobs promises (lib/application/ports/job-store.ts).
import { describe, expect, it } from 'vitest';
import type { JobStore } from '../../lib/application/ports/job-store.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import type { ImportJob } from '../../lib/domain/model/job.ts';
import { at, NOW } from '../support/records.ts';

const spring = campaignId('spring');

const job = (id: string, changes: Partial<ImportJob> = {}): ImportJob => ({
  kind: 'import',
  campaign: spring,
  id,
  version: 1,
  state: 'running',
  startedAt: NOW,
  changedAt: NOW,
  rows: 0,
  imported: 0,
  present: 0,
  duplicates: 0,
  rejected: 0,
  ...changes,
});

export function jobStoreContract(name: string, make: () => Promise<JobStore>): void {
  describe(`job store: ${name}`, () => {
    it('gives a job as it was changed last, by its campaign and kind', async () => {
      const jobs = await make();
      const first = job('people.csv');
      const later = job('people.csv', { version: 2, rows: 480, imported: 470, changedAt: at(5) });

      const changed = [await jobs.change(undefined, first), await jobs.change(first, later)];

      expect(changed).toEqual([true, true]);
      expect(await jobs.load(spring, 'import', 'people.csv')).toEqual(later);
      expect(await jobs.load(spring, 'copy', 'people.csv')).toBeUndefined();
      expect(await jobs.load(campaignId('autumn'), 'import', 'people.csv')).toBeUndefined();
    });

    it('refuses a change of a job that another has changed first', async () => {
      const jobs = await make();
      const first = job('people.csv');
      await jobs.change(undefined, first);
      await jobs.change(first, job('people.csv', { version: 2, rows: 480 }));

      const late = await jobs.change(first, job('people.csv', { version: 2, rows: 960 }));
      const anew = await jobs.change(undefined, first);

      expect([late, anew]).toEqual([false, false]);
      expect(await jobs.load(spring, 'import', 'people.csv')).toMatchObject({ rows: 480 });
    });

    it('lists jobs of one kind, the last ids first, so many at most', async () => {
      const jobs = await make();
      for (const id of ['a.csv', 'b.csv', 'c.csv']) await jobs.change(undefined, job(id));

      const listed = await jobs.list(spring, 'import', 2);

      expect(listed.map(({ id }) => id)).toEqual(['c.csv', 'b.csv']);
      expect(await jobs.list(spring, 'copy', 2)).toEqual([]);
    });
  });
}
