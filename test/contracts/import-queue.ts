// What every queue of imports promises (lib/application/ports/import-queue.ts).
import { describe, expect, it } from 'vitest';
import type { ImportQueue } from '../../lib/application/ports/import-queue.ts';

interface Sent {
  readonly queue: ImportQueue;
  readonly sent: () => readonly { readonly body: unknown; readonly delay: number }[];
}

export function importQueueContract(name: string, make: () => Promise<Sent>): void {
  describe(`import queue: ${name}`, () => {
    it('hands an order over at once, with where it goes on', async () => {
      const { queue, sent } = await make();
      const tally = { rows: 9, imported: 8, present: 0, duplicates: 0, rejected: 1, remarked: 0 };
      const order = {
        campaign: 'spring',
        key: 'imports/spring/people.csv',
        goesOn: { row: 10, reportBytes: 120, tally },
      };

      await queue.send(order);

      expect(sent()).toEqual([{ body: order, delay: 0 }]);
    });
  });
}
