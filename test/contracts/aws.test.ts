// The ports over AWS keep the promises of every port: over a real DynamoDB engine, over an S3 in this process, and over
// the SDK's Connect client with canned answers.
import { ConnectClient } from '@aws-sdk/client-connect';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe } from 'vitest';
import { connectTelephony } from '../../lib/aws/connect-telephony.ts';
import { dynamoAgentBoard } from '../../lib/aws/dynamo-agent-board.ts';
import { dynamoCallThrottle } from '../../lib/aws/dynamo-call-throttle.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamo-campaign-store.ts';
import { dynamoJournal } from '../../lib/aws/dynamo-journal.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamo-record-store.ts';
import { s3ContactFiles } from '../../lib/aws/s3-contact-files.ts';
import { ulidIds } from '../../lib/aws/ulid-ids.ts';
import { answeringAws } from '../support/answering-aws.ts';
import { answeringConnect } from '../support/answering-connect.ts';
import { dynamoTables, noDynamoDb, type TestTables } from '../support/dynamo-tables.ts';
import { agentBoardContract } from './agent-board.ts';
import { callThrottleContract } from './call-throttle.ts';
import { campaignStoreContract } from './campaign-store.ts';
import { contactFilesContract } from './contact-files.ts';
import { idsContract } from './ids.ts';
import { recordStoreContract } from './record-store.ts';
import { telephonyContract } from './telephony.ts';

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

idsContract('ULID', async (now) => ulidIds({ now }));

telephonyContract('Connect', async () => {
  const { config } = answeringAws(answeringConnect());
  const queue = 'arn:aws:connect:eu-central-1:111122223333:instance/i/queue/q-1';
  const directory = {
    queueArn: async () => queue,
    waitingFlowArn: async () => undefined,
    surveyFlowArn: async (campaign: string) => `arn:flow/survey-${campaign}`,
    number: async () => '+48221230000',
    queueOf: async () => 'sales',
  };
  const place = { instance: 'i', outboundFlow: 'f-1' };
  return connectTelephony(new ConnectClient(config), place, directory, async () => undefined);
});

describe('on S3', () => {
  let server: FauxqsServer;
  let buckets = 0;
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false });
  });
  afterAll(() => server.stop());

  contactFilesContract('S3', async () => {
    const s3 = new S3Client({
      endpoint: `http://127.0.0.1:${server.port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      forcePathStyle: true,
    });
    const Bucket = `contacts-${buckets++}`;
    await s3.send(new CreateBucketCommand({ Bucket }));
    return {
      files: s3ContactFiles(s3, Bucket),
      async put(Key, Body) {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
      },
    };
  });
});
