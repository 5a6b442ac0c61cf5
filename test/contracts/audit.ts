// What every audit promises (lib/application/ports/audit.ts; NEW-12).
import { describe, expect, it } from 'vitest';
import type {
  Audit,
  AuditEntry,
  AuditPosition,
  AuditTrail,
} from '../../lib/application/ports/audit.ts';
import { type Instant, parseInstant } from '../../lib/domain/model/instant.ts';
import { at } from '../support/records.ts';

interface Both {
  readonly audit: Audit;
  readonly trail: AuditTrail;
}

const entry = (when: Instant, id: string, by = 'ewa'): AuditEntry => ({
  at: when,
  id,
  by,
  operation: 'switchCampaign',
  campaign: 'spring',
  from: { state: 'off' },
  to: { state: 'running' },
  status: 200,
});

export function auditContract(name: string, make: () => Promise<Both>): void {
  describe(`audit: ${name}`, () => {
    it('gives back what was written, the newest first, page by page, over the months (NEW-12)', async () => {
      const { audit, trail } = await make();
      const december = parseInstant('2025-12-30T12:00:00Z');
      const written = [
        entry(december, 'r-1'),
        entry(at(0), 'r-2'),
        entry(at(0), 'r-3'),
        entry(at(5), 'r-4'),
      ];
      for (const one of written) await audit.append(one);

      const pages: AuditEntry[][] = [];
      let after: AuditPosition | undefined;
      do {
        const page = await trail.page(3, at(60), after);
        pages.push([...page.entries]);
        after = page.next;
      } while (after);

      expect(pages.flat()).toEqual(written.toReversed());
      expect(pages[0]).toHaveLength(3);
    });

    it('keeps an entry as it was written first', async () => {
      const { audit, trail } = await make();
      await audit.append(entry(at(0), 'r-1', 'ewa'));

      await audit.append(entry(at(0), 'r-1', 'somebody else'));

      const { entries } = await trail.page(10, at(60));
      expect(entries.map(({ by }) => by)).toEqual(['ewa']);
    });

    it('leaves out what came later than asked for', async () => {
      const { audit, trail } = await make();
      await audit.append(entry(at(0), 'r-1'));
      await audit.append(entry(at(60), 'r-2'));

      const { entries } = await trail.page(10, at(30));

      expect(entries.map(({ id }) => id)).toEqual(['r-1']);
    });
  });
}
