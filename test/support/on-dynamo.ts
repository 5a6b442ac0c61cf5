// Tests on the embedded DynamoDB, each with tables of its own; skipped with the reason where it is
// not installed.
import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoTables, noDynamoDb, type TestTables } from './dynamo-tables.ts';

export function onDynamo(tests: (fresh: () => Promise<TestTables>) => void): void {
  const missing = noDynamoDb();
  describe.skipIf(missing !== undefined)(`on DynamoDB${missing ? ` (${missing})` : ''}`, () => {
    let tables: Awaited<ReturnType<typeof dynamoTables>>;
    beforeAll(async () => {
      tables = await dynamoTables();
    });
    afterAll(() => tables.stop());

    tests(() => tables.fresh());
  });
}
