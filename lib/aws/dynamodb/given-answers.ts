// Answers by idempotency key in the runtime table, whose TTL takes them away some time after their
// day is over.
import type { Earlier, GivenAnswer, GivenAnswers } from '../../application/ports/given-answers.ts';
import { plus } from '../../domain/model/instant.ts';
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { remove } from './writes.ts';

/** Seconds. */
const KEPT = 86_400;
const UNDER_WAY = 60;

const keyOf = (key: string): Key => ({ pk: `answer#${key}`, sk: 'answer' });

export function dynamoGivenAnswers(db: Dynamo, table: string): GivenAnswers {
  return {
    async begin(key, request, now) {
      const begun = await db.update({
        TableName: table,
        Key: keyOf(key),
        UpdateExpression:
          'SET #request = :request, lostAt = :lost, overAt = :over, expires = :expires REMOVE #answer',
        ConditionExpression:
          'attribute_not_exists(pk) OR overAt <= :now OR (attribute_not_exists(#answer) AND lostAt <= :now)',
        ExpressionAttributeNames: { '#request': 'request', '#answer': 'answer' },
        ExpressionAttributeValues: {
          ':request': request,
          ':now': now,
          ':lost': plus(now, UNDER_WAY),
          ':over': plus(now, KEPT),
          ':expires': Math.ceil(now / 1000) + KEPT,
        },
      });
      return begun.done ? { kind: 'none' } : earlier(begun.item, request);
    },
    async answered(key, answer) {
      await db.update({
        TableName: table,
        Key: keyOf(key),
        UpdateExpression: 'SET #answer = :answer',
        ExpressionAttributeNames: { '#answer': 'answer' },
        ExpressionAttributeValues: { ':answer': JSON.stringify(answer) },
        ReturnValues: 'NONE',
      });
    },
    async forget(key) {
      await db.transact([remove(table, keyOf(key))]);
    },
  };
}

function earlier(item: Item | undefined, request: string): Earlier {
  if (item?.request !== request) return { kind: 'other' };
  if (item.answer === undefined) return { kind: 'under-way' };
  return { kind: 'answered', answer: JSON.parse(String(item.answer)) as GivenAnswer };
}
