// What every store of places in overflow paths promises (lib/application/ports/ports.ts, CallSlots;
// IVR-18).
import { describe, expect, it } from 'vitest';
import type { CallSlots, SlotPlace } from '../../lib/application/ports/call-slots.ts';
import { campaignId, contactId } from '../../lib/domain/model/ids.ts';
import { at, NOW } from '../support/records.ts';

const place: SlotPlace = { campaign: campaignId('spring'), ivr: 'reception', block: 'few' };
const call = (n: number) => contactId(`c-${n}`);
const HOUR = 3600;

export function callSlotsContract(name: string, make: () => Promise<CallSlots>): void {
  describe(`call slots: ${name}`, () => {
    it('gives so many places and no more, until one is freed', async () => {
      const slots = await make();

      const taken = [];
      for (const n of [1, 2, 3]) taken.push(await slots.take(place, call(n), 2, NOW));
      await slots.free(place, call(1));

      expect(taken).toEqual([true, true, false]);
      expect(await slots.take(place, call(3), 2, at(1))).toBe(true);
      expect(await slots.take(place, call(4), 2, at(1))).toBe(false);
    });

    it('never gives the last place twice, however many want it', async () => {
      const slots = await make();

      const taken = await Promise.all(
        Array.from({ length: 12 }, (_, n) => slots.take(place, call(n), 3, NOW)),
      );

      expect(taken.filter(Boolean).length).toBe(3);
    });

    it('lets a call keep the place it has', async () => {
      const slots = await make();
      await slots.take(place, call(1), 1, NOW);

      expect(await slots.take(place, call(1), 1, at(1))).toBe(true);
      expect(await slots.take(place, call(2), 1, at(1))).toBe(false);
      await slots.free(place, call(1));
      expect(await slots.take(place, call(2), 1, at(2))).toBe(true);
    });

    it('frees nothing for a call that has no place', async () => {
      const slots = await make();
      await slots.take(place, call(1), 1, NOW);

      await slots.free(place, call(2));
      await slots.free({ ...place, block: 'other' }, call(1));

      expect(await slots.take(place, call(3), 1, at(1))).toBe(false);
    });

    it('counts each path by itself', async () => {
      const slots = await make();
      await slots.take(place, call(1), 1, NOW);
      const others: SlotPlace[] = [
        { ...place, block: 'other' },
        { ...place, ivr: 'night' },
        { ...place, campaign: campaignId('autumn') },
      ];

      const taken = await Promise.all(others.map((other) => slots.take(other, call(2), 1, NOW)));

      expect(taken).toEqual([true, true, true]);
    });

    it('gives the places of calls away whose end got lost', async () => {
      const slots = await make();
      for (const n of [1, 2]) await slots.take(place, call(n), 2, NOW);

      const early = await slots.take(place, call(3), 2, at(4 * HOUR));
      const late = await slots.take(place, call(3), 2, at(4 * HOUR + 1));

      expect([early, late]).toEqual([false, true]);
    });

    it('has no place at all where none are meant', async () => {
      const slots = await make();

      expect(await slots.take(place, call(1), 0, NOW)).toBe(false);
    });
  });
}
