// The ports over SQS, End User Messaging and SES keep the promises of every port, over the wire of
// the local cloud.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, onTestFinished } from 'vitest';
import { TASKS } from '../../lib/application/tasks/tasks.ts';
import { bundledDefinitions } from '../../lib/aws/bundled-definitions.ts';
import { s3Mails } from '../../lib/aws/s3/mails.ts';
import { sesEmail } from '../../lib/aws/ses/email.ts';
import { endUserMessagingSms } from '../../lib/aws/sms/text-messages.ts';
import { sqsDialQueue } from '../../lib/aws/sqs/dial-queue.ts';
import { sqsTickQueue } from '../../lib/aws/sqs/tick-queue.ts';
import { definitionsVersion } from '../../lib/compiler/definitions-version.ts';
import { drawnGraphs } from '../../lib/compiler/drawn-graphs.ts';
import type { AttemptRef } from '../../lib/domain/model/attempt-ref.ts';
import { attemptId, campaignId, recordId } from '../../lib/domain/model/ids.ts';
import { PricesFile } from '../../lib/language/schema/prices.ts';
import type { LocalCloud } from '../../lib/local/local-cloud.ts';
import { memoryDefinitions } from '../../lib/simulation/memory/definitions-source.ts';
import { NOON, startCloud } from '../local/core/support/assembly.ts';
import { queue as aQueue } from '../local/core/support/templates.ts';
import { noDynamoDb } from '../support/dynamo-tables.ts';
import { loadExample } from '../support/example.ts';
import { definitionsSourceContract } from './definitions-source.ts';
import { mailsContract } from './mails.ts';
import { messageSenderContract } from './message-sender.ts';
import { dialQueueContract, tickQueueContract } from './work-queues.ts';

const RESOURCES = {
  // Longer than any test looks, so that nothing is handed out twice.
  Work: aQueue({ VisibilityTimeout: 43_200 }),
  Texts: {
    Type: 'AWS::SMSVOICE::ConfigurationSet',
    Properties: { ConfigurationSetName: 'ringback' },
  },
  Emails: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'ringback' } },
  Mail: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'mail' } },
};

const cloudWithAll = () => startCloud({ stacks: { App: { Resources: RESOURCES } } });

/** The bodies a queue has handed out by so many simulated seconds after the start. */
function receiving<T>(
  cloud: LocalCloud,
  sqs: SQSClient,
  QueueUrl: string,
  read: (body: string) => T,
) {
  const received: T[] = [];
  return async (seconds: number): Promise<readonly T[]> => {
    await cloud.time.until(NOON + seconds * 1000);
    for (;;) {
      const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
      const { Messages = [] } = await sqs.send(command);
      if (Messages.length === 0) return received;
      received.push(...Messages.map(({ Body = '' }) => read(Body)));
    }
  };
}

function readOrder(body: string): AttemptRef {
  const { campaign, record, attempt } = TASKS['place-call'].input.parse(JSON.parse(body));
  return {
    ref: { campaign: campaignId(campaign), record: recordId(record) },
    attempt: attemptId(attempt),
  };
}

const readTick = (body: string): string =>
  TASKS['dialer-tick'].input.parse(JSON.parse(body)).campaign;

const missing = noDynamoDb();

const nothing = async () => new Uint8Array();

describe.skipIf(missing !== undefined)(
  `on the local cloud${missing ? ` (${missing})` : ''}`,
  () => {
    dialQueueContract('SQS', async () => {
      const cloud = await cloudWithAll();
      const sqs = new SQSClient(cloud.clientConfig());
      const url = cloud.resource('Work').ref;
      return { queue: sqsDialQueue(sqs, url), arrivedBy: receiving(cloud, sqs, url, readOrder) };
    });
    tickQueueContract('SQS', async () => {
      const cloud = await cloudWithAll();
      const sqs = new SQSClient(cloud.clientConfig());
      const url = cloud.resource('Work').ref;
      return { queue: sqsTickQueue(sqs, url), arrivedBy: receiving(cloud, sqs, url, readTick) };
    });

    messageSenderContract('End User Messaging', 'sms', async () => {
      const cloud = await cloudWithAll();
      const client = new PinpointSMSVoiceV2Client(cloud.clientConfig());
      const definitions = memoryDefinitions((await loadExample()).definitions);
      return {
        sender: endUserMessagingSms(client, 'ringback', definitions),
        sent: () => cloud.outbox.texts().map(({ to, text }) => ({ to, text })),
        unwanted: (message) => ({
          ...message,
          content: { kind: 'sms', to: 'no number', from: 'MEDIKA', text: message.content.text },
        }),
      };
    });
    messageSenderContract('SES', 'email', async () => {
      const cloud = await cloudWithAll();
      const { definitions: example } = await loadExample();
      const mailboxes = { 'front-desk': { address: 'desk@clinic.example' } };
      const definitions = memoryDefinitions({
        ...example,
        centre: { ...example.centre, mailboxes },
      });
      return {
        sender: sesEmail(new SESv2Client(cloud.clientConfig()), 'ringback', definitions, nothing),
        sent: () => cloud.outbox.emails().map(({ to, text = '' }) => ({ to: to[0] ?? '', text })),
        unwanted: (message) => {
          if (message.content.kind !== 'email') throw new Error('not an e-mail');
          const crowd = Array.from({ length: 50 }, (_, n) => `person-${n}@clinic.example`);
          return { ...message, content: { ...message.content, cc: crowd } };
        },
      };
    });
  },
);

mailsContract('S3', async () => {
  const cloud = await cloudWithAll();
  const s3 = new S3Client({ ...cloud.clientConfig(), forcePathStyle: true });
  return {
    mails: s3Mails(s3, 'mail'),
    async put(Key, Body) {
      await s3.send(new PutObjectCommand({ Bucket: 'mail', Key, Body }));
    },
  };
});

definitionsSourceContract(
  'bundled with the function',
  async (definitions, attachments, scenarios, prices = PricesFile.parse({})) => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-bundle-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'definitions.json'), JSON.stringify(definitions));
    await writeFile(join(folder, 'graphs.json'), JSON.stringify(drawnGraphs(definitions)));
    const deployed = { version: definitionsVersion(definitions) };
    await writeFile(join(folder, 'deployed.json'), JSON.stringify(deployed));
    await writeFile(join(folder, 'scenarios.json'), JSON.stringify(scenarios));
    await writeFile(join(folder, 'prices.json'), JSON.stringify(prices));
    await mkdir(join(folder, 'attachments'));
    for (const [name, bytes] of Object.entries(attachments))
      await writeFile(join(folder, 'attachments', name), bytes);
    return bundledDefinitions(folder);
  },
);
