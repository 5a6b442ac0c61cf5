// Requests by caller and window in the runtime table, whose TTL takes them away.
import type { CallerRates } from '../../application/ports/caller-rates.ts';
import type { Dynamo } from './document-table.ts';

/** Seconds; nobody counts in a window that is over. */
const KEPT = 3600;

export function dynamoCallerRates(db: Dynamo, table: string): CallerRates {
  return {
    async count(caller, window) {
      const { item } = await db.update({
        TableName: table,
        Key: { pk: `rate#${caller}`, sk: String(window) },
        UpdateExpression: 'ADD requests :one SET expires = :expires',
        ExpressionAttributeValues: { ':one': 1, ':expires': Math.ceil(window / 1000) + KEPT },
      });
      return Number(item?.requests);
    },
  };
}
