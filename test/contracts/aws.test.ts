// The ports over DynamoDB keep the promises of every port.
import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoAgentBoard } from '../../lib/aws/dynamo-agent-board.ts';
import { dynamoCallThrottle } from '../../lib/aws/dynamo-call-throttle.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamo-campaign-store.ts';
import { dynamoJournal } from '../../lib/aws/dynamo-journal.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamo-record-store.ts';
import { dynamoTables, noDynamoDb, type TestTables } from '../support/dynamo-tables.ts';
import { agentBoardContract } from './agent-board.ts';
import { callThrottleContract } from './call-throttle.ts';
import { campaignStoreContract } from './campaign-store.ts';
import { recordStoreContract } from './record-store.ts';

const missing = noDynamoDb();

describe.skipIf(missing !== undefined)(`on DynamoDB${missing ? ` (${missing})` : ''}`, () => {
  let fresh: () => Promise<TestTables>;
  let stop: () => void;
  beforeAll(async () => {
    ({ fresh, stop } = await dynamoTables());
  });
  afterAll(() => stop());

  recordStoreContract('DynamoDB', async () => {
    const tables = await fresh();
    return {
      records: dynamoRecordStore(tables.db, tables),
      journal: dynamoJournal(tables.db, tables.journal),
    };
  });
  campaignStoreContract('DynamoDB', async () => {
    const tables = await fresh();
    return {
      campaigns: dynamoCampaignStore(tables.db, tables),
      journal: dynamoJournal(tables.db, tables.journal),
    };
  });
  agentBoardContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoAgentBoard(db, runtime);
  });
  callThrottleContract('DynamoDB', async ({ callsPerSecond, burst }) => {
    const { db, runtime } = await fresh();
    return dynamoCallThrottle(db, runtime, { perSecond: callsPerSecond, burst });
  });
});
