// What every queue of wakes promises (lib/application/ports/webhook-queue.ts).
import { describe, expect, it } from 'vitest';
import type { WebhookQueue } from '../../lib/application/ports/webhook-queue.ts';
import { at, NOW } from '../support/records.ts';

interface Sent {
  readonly queue: WebhookQueue;
  readonly sent: () => readonly { readonly body: unknown; readonly delay: number }[];
}

export function webhookQueueContract(name: string, make: () => Promise<Sent>): void {
  describe(`webhook queue: ${name}`, () => {
    it('keeps a wake back until its moment', async () => {
      const { queue, sent } = await make();
      const crm = { campaign: 'spring', webhook: 'crm' };

      await queue.wake(crm, NOW, NOW);
      await queue.wake(crm, at(900), NOW);

      expect(sent()).toEqual([
        { body: { ...crm, wake: NOW }, delay: 0 },
        { body: { ...crm, wake: at(900) }, delay: 900 },
      ]);
    });
  });
}
