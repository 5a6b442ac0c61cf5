// What every queue of copies promises (lib/application/ports/copy-queue.ts).
import { describe, expect, it } from 'vitest';
import type { CopyQueue } from '../../lib/application/ports/copy-queue.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';

interface Sent {
  readonly queue: CopyQueue;
  readonly sent: () => readonly { readonly body: unknown; readonly delay: number }[];
}

export function copyQueueContract(name: string, make: () => Promise<Sent>): void {
  describe(`copy queue: ${name}`, () => {
    it('hands a copy over at once', async () => {
      const { queue, sent } = await make();
      const copy = { campaign: campaignId('autumn'), copy: '01COPY' };

      await queue.send(copy);

      expect(sent()).toEqual([{ body: copy, delay: 0 }]);
    });
  });
}
