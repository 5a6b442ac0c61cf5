// All records of a campaign in memory, the newest first.
import type { RecordList } from '../../application/ports/record-list.ts';
import type { MemoryRecordStore } from './record-store.ts';

export function memoryRecordList(store: Pick<MemoryRecordStore, 'all'>): RecordList {
  return {
    async page(campaign, limit, after) {
      const all = [...store.all(campaign)].toSorted(
        (a, b) => b.createdAt - a.createdAt || (a.record < b.record ? 1 : -1),
      );
      const from = after ? all.findIndex(({ record }) => record === after.record) + 1 : 0;
      const records = all.slice(from, from + limit);
      const last = records.at(-1);
      if (last === undefined || from + limit >= all.length) return { records };
      return { records, next: { createdAt: last.createdAt, record: last.record } };
    },
  };
}
