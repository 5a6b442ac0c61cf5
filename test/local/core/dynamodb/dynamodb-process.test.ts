import { expect, it } from 'vitest';
import { dynoxideBinary, startDynamoDb } from '../../../../lib/local/dynamodb/dynamodb-process.ts';

it('says which package to install where no DynamoDB is there', () => {
  expect(() => dynoxideBinary('sunos', 'ia32')).toThrow(
    'no DynamoDB to run on: install the package @dynoxide/sunos-ia32 (npm i -D @dynoxide/sunos-ia32) or set RINGBACK_DYNAMODB_ENDPOINT',
  );
});

it('takes any endpoint it is given instead', async () => {
  const { host, port } = await startDynamoDb({
    RINGBACK_DYNAMODB_ENDPOINT: 'http://dynamo.example:8000',
  });

  expect({ host, port }).toEqual({ host: 'dynamo.example', port: 8000 });
});
