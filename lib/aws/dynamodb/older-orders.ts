// Versions before the index of hanging messages left ordered ones out of it, so nobody finds those
// whose order got lost. They can lie with any record, a closed one too: the table is read once, a
// part with each run of the sweeper, and how far it has come lies in the table.
import type { OlderOrders } from '../../application/ports/older-orders.ts';
import type { Dynamo, Page } from './document-table.ts';
import type { Key } from './items.ts';
import { asMessage } from './record-items.ts';

/** Items read at once; at most the megabyte DynamoDB gives. */
const PART = 2000;

const POSITION: Key = { pk: 'older-orders', sk: 'position' };

export function dynamoOlderOrders(
  db: Pick<Dynamo, 'get' | 'scan' | 'update'>,
  table: string,
  size = PART,
): OlderOrders {
  let isOver = false;
  return {
    async part() {
      if (isOver) return undefined;
      const position = await db.get(table, POSITION);
      isOver = position?.isOver === true;
      if (isOver) return undefined;
      const { items, next } = await db.scan({
        TableName: table,
        FilterExpression:
          'begins_with(sk, :message) AND #state = :ordered AND attribute_not_exists(#bucket)',
        ExpressionAttributeNames: { '#state': 'state', '#bucket': 'bucket' },
        ExpressionAttributeValues: { ':message': 'message#', ':ordered': 'ordered' },
        ExclusiveStartKey: position?.from as Page['next'],
        Limit: size,
      });
      return { messages: items.map(asMessage), next };
    },
    async pass({ next }) {
      await db.update({
        TableName: table,
        Key: POSITION,
        UpdateExpression: next ? 'SET #from = :value' : 'SET isOver = :value REMOVE #from',
        ExpressionAttributeNames: { '#from': 'from' },
        ExpressionAttributeValues: { ':value': next ?? true },
        ReturnValues: 'NONE',
      });
    },
  };
}
