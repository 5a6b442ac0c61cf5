import { expect, it } from 'vitest';
import { dynamoCallThrottle } from '../../../../lib/aws/dynamodb/call-throttle.ts';
import { dynamo, dynamoClient } from '../../../../lib/aws/dynamodb/document-table.ts';
import { answeringAws } from '../../../support/answering-aws.ts';
import { at, NOW } from '../../../support/records.ts';

it('a function that has not called for a while takes a token with one request, whatever rivals took', async () => {
  const { asked, config } = answeringAws(({ body }) => {
    const values = body.ExpressionAttributeValues as Record<string, { N: string }>;
    return { body: { Attributes: { arrival: values[':arrival'] } } };
  });
  const throttle = dynamoCallThrottle(dynamo(dynamoClient(config)), 'runtime', {
    perSecond: 2,
    burst: 2,
  });
  await throttle.take(NOW);

  await throttle.take(at(60));

  expect(asked.map(({ body }) => body.ConditionExpression)).toEqual([
    'attribute_not_exists(arrival) OR arrival <= :now',
    'attribute_not_exists(arrival) OR arrival <= :now',
  ]);
});
