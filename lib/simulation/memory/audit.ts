// The audit in memory.
import type { Audit, AuditEntry, AuditTrail } from '../../application/ports/audit.ts';

export function memoryAudit(): Audit & AuditTrail {
  const entries: AuditEntry[] = [];
  return {
    async append(entry) {
      const there = entries.some(({ at, id }) => at === entry.at && id === entry.id);
      if (!there) entries.push(entry);
    },
    async page(limit, until, after) {
      const found = entries
        .filter(({ at }) => at <= until)
        .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
      const from = after
        ? found.findIndex(({ at, id }) => at === after.at && id === after.id) + 1
        : 0;
      const some = found.slice(from, from + limit);
      const last = some.at(-1);
      if (last === undefined || some.length < limit) return { entries: some };
      return { entries: some, next: { at: last.at, id: last.id } };
    },
  };
}
