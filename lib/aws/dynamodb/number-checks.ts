// Answers of HLR checks in the runtime table. The key is a pseudonym, so no list of numbers lies
// there; the table's TTL takes them away.
import type { NumberChecks } from '../../application/ports/number-checks.ts';
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import type { HlrAnswer } from '../../domain/rules/hlr.ts';
import type { Dynamo } from './document-table.ts';
import type { Key } from './items.ts';
import { put } from './writes.ts';

/** TTL takes an item away some time after it expires: until then the moment is asked. */
export function dynamoNumberChecks(
  db: Dynamo,
  table: string,
  pseudonyms: Pseudonyms,
): NumberChecks {
  const keyOf = async (phone: string): Promise<Key> => {
    const [name] = await pseudonyms.of(`hlr:${phone}`);
    return { pk: `hlr#${name}`, sk: 'hlr' };
  };
  return {
    async read(phone, now) {
      const item = await db.get(table, await keyOf(phone));
      if (item === undefined || Number(item.until) <= now) return undefined;
      return String(item.answer) as HlrAnswer;
    },
    async keep(phone, answer, until) {
      const expires = Math.ceil(until / 1000);
      await db.transact([put(table, { ...(await keyOf(phone)), answer, until, expires })]);
    },
  };
}
