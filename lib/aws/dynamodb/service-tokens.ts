// Tokens of api-login blocks in the runtime table, which is encrypted at rest; the table's TTL
// takes them away.

import type { ServiceTokens } from '../../application/ports/service-tokens.ts';
import type { ContactId } from '../../domain/model/ids.ts';
import type { Dynamo } from './document-table.ts';
import type { Key } from './items.ts';
import { put } from './writes.ts';

/** Seconds; longer than a call that waits and talks. */
const KEPT_SECONDS = 4 * 3600;

const keyOf = (contact: ContactId, block: string): Key => ({ pk: `token#${contact}`, sk: block });

export function dynamoServiceTokens(db: Dynamo, table: string): ServiceTokens {
  return {
    async keep(contact, block, token, now) {
      const expires = Math.ceil(now / 1000) + KEPT_SECONDS;
      await db.transact([put(table, { ...keyOf(contact, block), token, expires })]);
    },
    async read(contact, block) {
      const item = await db.get(table, keyOf(contact, block));
      return item === undefined ? undefined : String(item.token);
    },
  };
}
