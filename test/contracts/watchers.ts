// What every store of watchers promises (lib/application/ports/watchers.ts).
import { describe, expect, it } from 'vitest';
import type { Admissions, Watchers } from '../../lib/application/ports/watchers.ts';
import { at, NOW } from '../support/records.ts';

const EWA = { campaigns: ['spring'] };
const ANNA = { campaigns: [], agent: 'anna' };
const HOUR = 3600;

export function watchersContract(name: string, make: () => Promise<Watchers & Admissions>): void {
  describe(`watchers: ${name}`, () => {
    it('lets in once with a ticket, as who it was given to', async () => {
      const watchers = await make();
      const [ewa, anna] = [await watchers.admit(EWA, NOW), await watchers.admit(ANNA, NOW)];

      expect(await watchers.take(ewa, at(1))).toEqual(EWA);
      expect(await watchers.take(ewa, at(2))).toBeUndefined();
      expect(await watchers.take(anna, at(2))).toEqual(ANNA);
    });

    it('lets nobody in without a ticket, or with one of an hour ago', async () => {
      const watchers = await make();
      const ticket = await watchers.admit(EWA, NOW);

      expect(await watchers.take('none', NOW)).toBeUndefined();
      expect(await watchers.take(ticket, at(HOUR))).toBeUndefined();
    });

    it('lets in one of two who come with the same ticket', async () => {
      const watchers = await make();
      const ticket = await watchers.admit(EWA, NOW);

      const both = await Promise.all([watchers.take(ticket, NOW), watchers.take(ticket, NOW)]);

      expect(both.filter((one) => one !== undefined)).toEqual([EWA]);
    });

    it('knows who is there, until they leave', async () => {
      const watchers = await make();
      await watchers.join({ connection: 'c-1', since: NOW, watch: EWA });
      await watchers.join({ connection: 'c-2', since: at(5), watch: ANNA });
      await watchers.leave('c-1');
      await watchers.leave('c-1');

      expect(await watchers.all(at(6))).toEqual([{ connection: 'c-2', since: at(5), watch: ANNA }]);
    });

    it('sees who joins after nobody was there within five minutes', async () => {
      const watchers = await make();
      expect(await watchers.all(NOW)).toEqual([]);

      await watchers.join({ connection: 'c-1', since: at(1), watch: EWA });

      expect(await watchers.all(at(300))).toEqual([
        { connection: 'c-1', since: at(1), watch: EWA },
      ]);
    });
  });
}
