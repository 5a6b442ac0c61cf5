// What every list of records promises (lib/application/ports/record-list.ts).
import { describe, expect, it } from 'vitest';
import type { ListPosition, RecordList } from '../../lib/application/ports/record-list.ts';
import type { RecordStore } from '../../lib/application/ports/record-store.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { addition, anAttempt, aRecord, aText, at, changed } from '../support/records.ts';

const spring = campaignId('spring');

interface Store {
  readonly records: RecordStore;
  readonly list: RecordList;
}

export function recordListContract(name: string, make: () => Promise<Store>): void {
  describe(`record list: ${name}`, () => {
    it('gives records of the campaign page by page, the newest first, each once', async () => {
      const { records, list } = await make();
      const names = ['ann', 'bob', 'cid', 'dan', 'eve'];
      for (const [n, record] of names.entries())
        await records.commit(addition(aRecord(record, { createdAt: at(n) })));
      await records.commit(addition(aRecord('zoe', { campaign: campaignId('autumn') })));

      const pages: string[][] = [];
      let after: ListPosition | undefined;
      do {
        const page = await list.page(spring, 2, after);
        pages.push(page.records.map(({ record }) => record));
        after = page.next;
      } while (after);

      expect(pages.filter((page) => page.length > 0)).toEqual([
        ['eve', 'dan'],
        ['cid', 'bob'],
        ['ann'],
      ]);
    });

    it('gives records as they are now, whatever their state, and nothing of their calls and messages', async () => {
      const { records, list } = await make();
      const ann = aRecord('ann');
      await records.commit(addition(ann));
      const { nextContact: _, ...rest } = ann;
      const closed = changed(rest, { state: 'closed' });
      await records.commit({
        before: ann,
        after: closed,
        entries: [],
        attempt: { before: undefined, after: anAttempt(ann) },
        messages: [{ before: undefined, after: aText(ann, 'a1.sms') }],
      });

      const { records: found, next } = await list.page(spring, 10);

      expect(found).toEqual([closed]);
      expect(next).toBeUndefined();
    });
  });
}
