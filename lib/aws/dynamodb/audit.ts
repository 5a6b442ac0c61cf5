// The audit in the runtime table, by month: entries are put and never changed; none expires.

import type {
  Audit,
  AuditEntry,
  AuditPosition,
  AuditTrail,
} from '../../application/ports/audit.ts';
import { type Instant, instant, toIso } from '../../domain/model/instant.ts';
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { isNew, put } from './writes.ts';

/** Months without any entry that a page looks back over. */
const MONTHS_BACK = 12;

const partitionOf = (at: Instant): string => `audit#${toIso(at).slice(0, 7)}`;
const keyOf = ({ at, id }: AuditPosition): Key => ({
  pk: partitionOf(at),
  sk: `${toIso(at)}#${id}`,
});

export function dynamoAudit(db: Dynamo, table: string): Audit {
  return {
    async append(entry) {
      const item = { ...keyOf(entry), entry: JSON.stringify(entry) };
      // the same entry again, after an answer that was lost, is there already
      await db.transact([put(table, item, isNew)]);
    },
  };
}

export function dynamoAuditTrail(db: Dynamo, table: string): AuditTrail {
  return {
    async page(limit, until, after) {
      const entries: AuditEntry[] = [];
      let month = after?.at ?? until;
      for (let back = 0; back < MONTHS_BACK && entries.length < limit; back++) {
        const below = back === 0 && after ? keyOf(after).sk : `${toIso(until)}~`;
        const { items } = await db.page({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk < :below',
          ExpressionAttributeValues: { ':pk': partitionOf(month), ':below': below },
          ScanIndexForward: false,
          Limit: limit - entries.length,
        });
        entries.push(...items.map(entryOf));
        month = monthBefore(month);
      }
      const last = entries.at(-1);
      if (last === undefined || entries.length < limit) return { entries };
      return { entries, next: { at: last.at, id: last.id } };
    },
  };
}

const entryOf = (item: Item): AuditEntry => JSON.parse(String(item.entry)) as AuditEntry;

/** Its last moment. */
const monthBefore = (at: Instant): Instant =>
  instant(Date.parse(`${toIso(at).slice(0, 7)}-01T00:00:00Z`) - 1);
