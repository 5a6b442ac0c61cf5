// The ports over AWS keep the promises of every port: over a real DynamoDB engine, over an S3 in
// this process, and over the SDK's Connect client with canned answers.
import { createHash } from 'node:crypto';
import { ConnectClient } from '@aws-sdk/client-connect';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe } from 'vitest';
import type { CustomerCall } from '../../lib/application/ports/contact-reader.ts';
import { connectAgentLook } from '../../lib/aws/connect/agent-look.ts';
import { connectContactReader } from '../../lib/aws/connect/contact-reader.ts';
import { connectLinks } from '../../lib/aws/connect/links.ts';
import { connectRouting } from '../../lib/aws/connect/routing.ts';
import { connectTelephony } from '../../lib/aws/connect/telephony.ts';
import { dynamoAgentBoard } from '../../lib/aws/dynamodb/agent-board.ts';
import { dynamoAudit, dynamoAuditTrail } from '../../lib/aws/dynamodb/audit.ts';
import { dynamoCallSlots } from '../../lib/aws/dynamodb/call-slots.ts';
import { dynamoCallThrottle } from '../../lib/aws/dynamodb/call-throttle.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import { dynamoContactLog } from '../../lib/aws/dynamodb/contact-log.ts';
import { dynamoGivenAnswers } from '../../lib/aws/dynamodb/given-answers.ts';
import { dynamoJournal } from '../../lib/aws/dynamodb/journal.ts';
import { dynamoLedger } from '../../lib/aws/dynamodb/ledger.ts';
import { dynamoRecordList } from '../../lib/aws/dynamodb/record-list.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { dynamoSendingLines } from '../../lib/aws/dynamodb/sending-lines.ts';
import { dynamoServiceTokens } from '../../lib/aws/dynamodb/service-tokens.ts';
import { dynamoWebhookStore } from '../../lib/aws/dynamodb/webhook-store.ts';
import { guardedReceivers } from '../../lib/aws/http/guarded-receivers.ts';
import { guardedServices } from '../../lib/aws/http/guarded-services.ts';
import { s3ContactFiles } from '../../lib/aws/s3/contact-files.ts';
import { s3Recordings, s3Voicemails } from '../../lib/aws/s3/recordings.ts';
import { secretPseudonyms } from '../../lib/aws/secrets-manager/pseudonyms.ts';
import { secretsManager } from '../../lib/aws/secrets-manager/secrets.ts';
import {
  managedSecretRotation,
  managedSigningSecrets,
} from '../../lib/aws/secrets-manager/signing-secrets.ts';
import { sqsCopyQueue } from '../../lib/aws/sqs/copy-queue.ts';
import { sqsImportQueue } from '../../lib/aws/sqs/import-queue.ts';
import { sqsMessageQueue } from '../../lib/aws/sqs/message-queue.ts';
import { sqsSurveyQueue } from '../../lib/aws/sqs/survey-queue.ts';
import { sqsWebhookQueue } from '../../lib/aws/sqs/webhook-queue.ts';
import { systemClock } from '../../lib/aws/system-clock.ts';
import { ulidIds } from '../../lib/aws/ulid-ids.ts';
import { agentId, campaignId, contactId } from '../../lib/domain/model/ids.ts';
import type { IvrWay } from '../../lib/domain/model/inbound-call.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import { answeringAgents, profilesOf } from '../support/answering-agents.ts';
import { answeringAws } from '../support/answering-aws.ts';
import { answeringConnect, type CameIn } from '../support/answering-connect.ts';
import { answeringLinks } from '../support/answering-links.ts';
import { answeringRouting } from '../support/answering-routing.ts';
import { onDynamo } from '../support/on-dynamo.ts';
import { NOW } from '../support/records.ts';
import { type TlsServer, tlsServer } from '../support/tls-server.ts';
import { agentBoardContract } from './agent-board.ts';
import { agentLookContract } from './agent-look.ts';
import { auditContract } from './audit.ts';
import { callSlotsContract } from './call-slots.ts';
import { callThrottleContract } from './call-throttle.ts';
import { campaignStoreContract } from './campaign-store.ts';
import { clockContract } from './clock.ts';
import { connectLinksContract, OWN } from './connect-links.ts';
import { contactFilesContract } from './contact-files.ts';
import { contactLogContract } from './contact-log.ts';
import { copyQueueContract } from './copy-queue.ts';
import { givenAnswersContract } from './given-answers.ts';
import { idsContract } from './ids.ts';
import { importQueueContract } from './import-queue.ts';
import { ledgerContract } from './ledger.ts';
import { emailQueueContract, messageQueueContract } from './message-queue.ts';
import { pseudonymsContract } from './pseudonyms.ts';
import { receiversContract } from './receivers.ts';
import { recordListContract } from './record-list.ts';
import { LOOKED_UP, recordStoreContract } from './record-store.ts';
import { recordStoreOrders } from './record-store-orders.ts';
import { recordingsContract } from './recordings.ts';
import { routingContract } from './routing.ts';
import { secretsContract } from './secrets.ts';
import { sendingLinesContract } from './sending-lines.ts';
import { serviceTokensContract } from './service-tokens.ts';
import { servicesContract } from './services.ts';
import { signingSecretsContract } from './signing-secrets.ts';
import { surveyQueueContract } from './survey-queue.ts';
import { telephonyContract } from './telephony.ts';
import { webhookQueueContract } from './webhook-queue.ts';
import { webhookStoreContract } from './webhook-store.ts';

onDynamo((fresh) => {
  recordStoreContract('DynamoDB', async () => {
    const tables = await fresh();
    return {
      records: dynamoRecordStore(tables.db, tables, memoryPseudonyms(), () => LOOKED_UP),
      journal: dynamoJournal(tables.db, tables.journal),
    };
  });
  recordStoreOrders('DynamoDB', async () => {
    const tables = await fresh();
    return {
      records: dynamoRecordStore(tables.db, tables, memoryPseudonyms()),
      campaigns: dynamoCampaignStore(tables.db, tables),
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
  recordListContract('DynamoDB', async () => {
    const tables = await fresh();
    return {
      records: dynamoRecordStore(tables.db, tables, memoryPseudonyms()),
      list: dynamoRecordList(tables.db, tables),
    };
  });
  auditContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return { audit: dynamoAudit(db, runtime), trail: dynamoAuditTrail(db, runtime) };
  });
  givenAnswersContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoGivenAnswers(db, runtime);
  });
  ledgerContract('DynamoDB', async () => {
    const { db, records } = await fresh();
    return dynamoLedger(db, records, memoryPseudonyms());
  });
  contactLogContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoContactLog(db, runtime, memoryPseudonyms());
  });
  callSlotsContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoCallSlots(db, runtime);
  });
  webhookStoreContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoWebhookStore(db, runtime);
  });
  serviceTokensContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoServiceTokens(db, runtime);
  });
  sendingLinesContract('DynamoDB', async () => {
    const { db, runtime } = await fresh();
    return dynamoSendingLines(db, runtime);
  });
  callThrottleContract('DynamoDB', async ({ callsPerSecond, burst }) => {
    const { db, runtime } = await fresh();
    return dynamoCallThrottle(db, runtime, { perSecond: callsPerSecond, burst });
  });
  callThrottleContract('DynamoDB, with the pool', async ({ callsPerSecond, burst }) => {
    const { db, ...tables } = await fresh();
    const lead = campaignId('spring');
    const campaigns = dynamoCampaignStore(db, tables);
    await campaigns.listRunning(lead, 0, [lead]);
    return dynamoCallThrottle(db, tables.runtime, { perSecond: callsPerSecond, burst }, { lead });
  });
});

clockContract('of the system', async () => systemClock());
idsContract('ULID', async (now) => ulidIds({ now }));

const received = new Map<string, CameIn>();
const receive = (_: unknown, call: CustomerCall, way?: IvrWay) => {
  const contact = contactId(`in-${received.size + 1}`);
  received.set(contact, { ...call, way });
  return contact;
};
telephonyContract(
  'Connect',
  async () => {
    const { config } = answeringAws(answeringConnect(received));
    const queue = 'arn:aws:connect:eu-central-1:111122223333:instance/i/queue/q-1';
    const directory = {
      queueArn: async () => queue,
      waitingFlowArn: async () => undefined,
      surveyFlowArn: async (campaign: string) => `arn:flow/survey-${campaign}`,
      number: async () => '+48221230000',
      queueOf: async () => 'sales',
      profiles: async () => new Map(),
    };
    const place = { instance: 'i', outboundFlow: 'f-1' };
    const connect = new ConnectClient(config);
    return {
      ...connectTelephony(connect, place, directory),
      ...connectContactReader(connect, place.instance, directory, async () => undefined),
    };
  },
  receive,
);

secretsContract('Secrets Manager', async (values) => {
  const { config } = answeringAws(({ body }) => {
    const SecretString = values[String(body.SecretId)];
    if (SecretString === undefined) return { error: 'ResourceNotFoundException' };
    return { body: { SecretString } };
  });
  return secretsManager(new SecretsManagerClient(config), { now: () => NOW });
});
signingSecretsContract('Secrets Manager', async (now) => {
  let versions = [{ SecretString: 'Zmlyc3Q=', CreatedDate: NOW / 1000 }];
  const { config } = answeringAws(({ body, headers }) => {
    if (body.SecretId !== 'ringback/crm') return { error: 'ResourceNotFoundException' };
    if (headers['x-amz-target']?.endsWith('PutSecretValue')) {
      const SecretString = String(body.SecretString);
      versions = [{ SecretString, CreatedDate: now() / 1000 }, ...versions];
      return { body: {} };
    }
    const found = versions[body.VersionStage === 'AWSPREVIOUS' ? 1 : 0];
    return found === undefined ? { error: 'ResourceNotFoundException' } : { body: found };
  });
  const client = new SecretsManagerClient(config);
  return {
    read: managedSigningSecrets(client, { now }, 'ringback'),
    rotation: managedSecretRotation(client, 'ringback'),
  };
});
pseudonymsContract('Secrets Manager', async (key, ...former) => {
  const { config } = answeringAws(() => ({
    body: { SecretString: JSON.stringify({ key, former }) },
  }));
  const secrets = secretsManager(new SecretsManagerClient(config), { now: () => NOW });
  return secretPseudonyms(secrets, 'ringback/keys/pseudonyms');
});

describe('over TLS', () => {
  const open: TlsServer[] = [];
  afterAll(() => Promise.all(open.map((server) => server.stop())));

  servicesContract('https', async (played) => {
    const server = await tlsServer((request, response) => {
      const parts: Uint8Array[] = [];
      request.on('data', (part: Uint8Array) => parts.push(part));
      request.on('end', () => {
        const { method = '', url = '' } = request;
        const body = Buffer.concat(parts).toString();
        const answer = played({ method, url: `https://service.example${url}`, body });
        if (answer.kind === 'failed') return request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        return response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
      });
    });
    open.push(server);
    return guardedServices(server.network);
  });
  receiversContract('https', async (played) => {
    const server = await tlsServer((request, response) => {
      const parts: Uint8Array[] = [];
      request.on('data', (part: Uint8Array) => parts.push(part));
      request.on('end', () => {
        const url = `https://service.example${request.url}`;
        const headers = request.headers as Readonly<Record<string, string>>;
        const answer = played({ url, headers, body: Buffer.concat(parts).toString() });
        if (answer.kind === 'failed') return request.socket.destroy();
        const { status, retryAfter } = answer;
        response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
        return response.end(answer.text);
      });
    });
    open.push(server);
    return guardedReceivers(server.network);
  });
});

/** SQS as far as sending goes, and what was sent. */
function answeringSqs() {
  const { asked, config } = answeringAws(({ body }) => {
    const entries = body.Entries as { Id: string; MessageBody: string }[];
    const ids = entries.map(({ Id, MessageBody }) => ({
      Id,
      MessageId: Id,
      MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
    }));
    return { body: { Successful: ids } };
  });
  const bodies = () =>
    asked
      .flatMap(({ body }) => body.Entries as { MessageBody: string; DelaySeconds: number }[])
      .map(({ MessageBody, DelaySeconds: delay }) => ({ order: JSON.parse(MessageBody), delay }));
  const sent = () =>
    bodies().map(({ order: { campaign, record, ...rest }, delay }) => {
      return { order: { ref: { campaign, record }, ...rest }, delay };
    });
  return { client: new SQSClient(config), sent, bodies };
}
const QUEUE = 'https://sqs.eu-central-1.amazonaws.com/1/queue';

webhookQueueContract('SQS', async () => {
  const { client, bodies } = answeringSqs();
  const sent = () => bodies().map(({ order: body, delay }) => ({ body, delay }));
  return { queue: sqsWebhookQueue(client, QUEUE), sent };
});
copyQueueContract('SQS', async () => {
  const { client, bodies } = answeringSqs();
  const sent = () => bodies().map(({ order: body, delay }) => ({ body, delay }));
  return { queue: sqsCopyQueue(client, QUEUE), sent };
});
importQueueContract('SQS', async () => {
  const { client, bodies } = answeringSqs();
  const sent = () => bodies().map(({ order: body, delay }) => ({ body, delay }));
  return { queue: sqsImportQueue(client, QUEUE), sent };
});
surveyQueueContract('SQS', async () => {
  const { client, sent: taken } = answeringSqs();
  return { queue: sqsSurveyQueue(client, QUEUE), taken };
});
messageQueueContract('SQS', async () => {
  const { client, sent } = answeringSqs();
  return { queue: sqsMessageQueue(client, QUEUE), sent };
});
emailQueueContract('SQS', async () => {
  const { client, bodies: sent } = answeringSqs();
  return { queue: sqsMessageQueue(client, QUEUE), sent };
});

describe('on S3', () => {
  let server: FauxqsServer;
  let buckets = 0;
  const client = () =>
    new S3Client({
      endpoint: `http://127.0.0.1:${server.port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      forcePathStyle: true,
    });
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false });
  });
  afterAll(() => server.stop());

  recordingsContract('S3', async () => {
    const s3 = client();
    const bucket = `recordings-${buckets++}`;
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    const begun = new Map<string, { Location: string; StartTimestamp: number }>();
    const { config } = answeringAws(({ path }) => {
      const contact = path.slice(path.lastIndexOf('/') + 1);
      const recording = begun.get(contact);
      if (recording === undefined) return { error: 'ResourceNotFoundException', status: 404 };
      return { body: { Contact: { Id: contact, Recordings: [recording] } } };
    });
    return {
      recordings: s3Recordings(s3, new ConnectClient(config), { bucket, instance: 'i' }),
      voicemails: s3Voicemails(s3, bucket),
      async put(contact, Key, Body, begunAt) {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
        if (begunAt === undefined) return;
        begun.set(contact, { Location: `${bucket}/${Key}`, StartTimestamp: begunAt / 1000 });
      },
    };
  });

  contactFilesContract('S3', async () => {
    const s3 = client();
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

agentLookContract('Connect', async (agents) => {
  const { config } = answeringAws(answeringAgents(agents ?? []));
  const names = async (arn: string) => agentId(arn.slice(arn.lastIndexOf('/') + 1));
  const directory = { profiles: async () => profilesOf(agents ?? []) };
  return connectAgentLook(new ConnectClient(config), 'i', {
    ...{ directory, names, deployment: 'ringback' },
  });
});

routingContract('Connect', async (over) => {
  const { answer, levelOf } = answeringRouting(over);
  return { routing: connectRouting(new ConnectClient(answeringAws(answer).config), 'i'), levelOf };
});

connectLinksContract('Connect', async () => {
  const { answer, flows, quickConnects } = answeringLinks({ number: OWN.number, id: 'n1' });
  const links = connectLinks(new ConnectClient(answeringAws(answer).config), 'i');
  const last = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);
  return {
    links,
    flowOf: (number) => flows.get(last(number)),
    quickConnectsOf: (queue) => [...(quickConnects.get(last(queue)) ?? [])],
  };
});
