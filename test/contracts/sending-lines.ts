// What the lines of messages promise (lib/application/ports/sending-lines.ts).
import { describe, expect, it } from 'vitest';
import type { SendingLines } from '../../lib/application/ports/sending-lines.ts';
import { at, NOW } from '../support/records.ts';

const fast = { id: 'sms', perSecond: 2 };
const slow = { id: 'sms/Ringback', perSecond: 1 };

export function sendingLinesContract(name: string, make: () => Promise<SendingLines>): void {
  describe(`sending lines: ${name}`, () => {
    it('let the first message go at once and give the others turns at the rate', async () => {
      const lines = await make();

      const turns = [];
      for (let n = 0; n < 4; n++) turns.push(await lines.turn(fast, 1, NOW));

      expect(turns).toEqual([NOW, at(0.5), at(1), at(1.5)]);
    });

    it('give no turn twice to messages of the same moment', async () => {
      const lines = await make();

      const turns = await Promise.all(Array.from({ length: 6 }, () => lines.turn(slow, 1, NOW)));

      expect(turns.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5].map(at));
    });

    it('count a long message as often as it has parts', async () => {
      const lines = await make();

      const turns = [await lines.turn(slow, 3, NOW), await lines.turn(slow, 1, NOW)];

      expect(turns).toEqual([NOW, at(3)]);
    });

    it('save nothing up while nobody waits', async () => {
      const lines = await make();
      await lines.turn(slow, 1, NOW);

      const turns = [await lines.turn(slow, 1, at(3600)), await lines.turn(slow, 1, at(3600))];

      expect(turns).toEqual([at(3600), at(3601)]);
    });

    it('seem free while this function has seen nobody wait', async () => {
      const lines = await make();
      const passings = [fast, slow].map((line) => ({ line, units: 1 }));
      const free = [lines.seemFree(passings, NOW)];

      await lines.turn(slow, 1, NOW);

      free.push(lines.seemFree(passings, NOW), lines.seemFree(passings, at(1)));
      expect(free).toEqual([true, false, true]);
    });

    it('do not hold up one another', async () => {
      const lines = await make();
      for (let n = 0; n < 5; n++) await lines.turn(slow, 1, NOW);

      expect(await lines.turn(fast, 1, NOW)).toBe(NOW);
    });
  });
}
