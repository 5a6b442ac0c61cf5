// A web page that the user opens while a local run goes on can send requests to every port of the
// machine. None of them may reach the run: these are such requests, sent over real sockets with the
// headers a browser gives them.
import { request } from 'node:http';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignRequest } from '../../../../lib/local/gateway/browser-guard.ts';
import type { LocalCloud } from '../../../../lib/local/local-cloud.ts';
import { startDynamoDb } from '../../../support/dynoxide.ts';
import { startCloud } from '../support/assembly.ts';
import { fn, lambdaRole, queue } from '../support/templates.ts';

const TABLE = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: 'people',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  },
};
const SWITCH = 'export const handler = async () => "paused";';

const aRun = (): Promise<LocalCloud> =>
  startCloud({
    stacks: {
      App: {
        Resources: { Q: queue(), T: TABLE, Switch: fn('switch', 'Role'), Role: lambdaRole() },
      },
    },
    assets: { switch: SWITCH },
  });

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** fetch would not let us choose Host. */
function send(cloud: LocalCloud, { method = 'POST', path = '/', headers, body = '' }: Sent) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const sent = request(`${cloud.endpoint}${path}`, { method, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

const scope = (key: string, service: string) =>
  `${key}/20260307/eu-central-1/${service}/aws4_request`;
const signed = (key: string, service: string, target: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${scope(key, service)}, SignedHeaders=host, Signature=0`,
  'x-amz-target': target,
});

const toQueue = (cloud: LocalCloud): Sent => ({
  headers: signed(cloud.iam.administratorKey, 'sqs', 'AmazonSQS.SendMessage'),
  body: JSON.stringify({
    QueueUrl: cloud.queues.withName('App-Q').settings.url,
    MessageBody: 'an order',
  }),
});
const readTable = (cloud: LocalCloud): Sent => ({
  headers: signed(cloud.iam.administratorKey, 'dynamodb', 'DynamoDB_20120810.Scan'),
  body: JSON.stringify({ TableName: 'people' }),
});
const withHeaders = (sent: Sent, more: Readonly<Record<string, string>>): Sent => ({
  ...sent,
  headers: { ...sent.headers, ...more },
});

describe('a web page', () => {
  it('of another origin gives no orders, even with the key of the run', async () => {
    const cloud = await aRun();
    const order = toQueue(cloud);
    const origins = ['http://evil.example', 'https://127.0.0.1', 'http://127.0.0.1:1', 'null'];

    const answers = await Promise.all(
      origins.map((origin) => send(cloud, withHeaders(order, { origin }))),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(answers[0]?.body).toContain(
      "the local cloud takes no requests from web pages; Origin is 'http://evil.example'",
    );
    expect(cloud.queues.withName('App-Q').counts().available).toBe(0);
    expect((await send(cloud, order)).status).toBe(200);
  });

  it('reads no table under a host name of its own that resolves to this machine', async () => {
    const cloud = await aRun();
    const scan = readTable(cloud);
    const port = new URL(cloud.endpoint).port;
    const hosts = [
      `evil.example:${port}`,
      'evil.example',
      '127.0.0.1:1',
      `127.0.0.1.nip.io:${port}`,
    ];

    const answers = await Promise.all(
      hosts.map((host) => send(cloud, withHeaders(scan, { host }))),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(answers[0]?.body).toContain(`Host 'evil.example:${port}' is not the local cloud`);
    expect((await send(cloud, scan)).status).toBe(200);
  });

  it('gives no orders by a plain form post, with no header that would need permission', async () => {
    const cloud = await aRun();
    const guesses = ['local-admin', 'administrator', 'L1.App-Role', 'App-Switch'];
    const path = (key: string) =>
      `/2015-03-31/functions/App-Switch/invocations?X-Amz-Credential=${encodeURIComponent(scope(key, 'lambda'))}`;
    const headers = { 'content-type': 'text/plain' };

    const answers = await Promise.all(
      guesses.map((key) => send(cloud, { path: path(key), headers, body: '{}' })),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(cloud.meter.calls('lambda', 'Invocation')).toBe(0);
  });

  it('gets nothing by an image or a link to an address signed in its query', async () => {
    const cloud = await aRun();
    const key = encodeURIComponent(scope(cloud.iam.administratorKey, 'dynamodb'));
    const from = (site: string): Sent => ({
      method: 'GET',
      path: `/?X-Amz-Credential=${key}`,
      headers: { 'sec-fetch-site': site, 'x-amz-target': 'DynamoDB_20120810.DescribeTable' },
    });

    const answers = await Promise.all(
      ['cross-site', 'same-site'].map((site) => send(cloud, from(site))),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  it('is given no permission when its browser asks for it beforehand', async () => {
    const cloud = await aRun();

    const { status, headers } = await send(cloud, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,x-amz-target',
      },
    });

    expect(status).toBe(403);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('does not reach the services a run plays, nor the answers of custom resources', async () => {
    const cloud = await aRun();
    let asked = 0;
    cloud.outside.play('lab.example', {
      answer: () => {
        asked++;
        return { status: 200, body: '' };
      },
    });
    const headers = { origin: 'http://evil.example' };

    const answers = [
      await send(cloud, { path: '/outside/lab.example/results', headers }),
      await send(cloud, { path: '/cloudformation/answers/App-X', headers }),
    ];

    expect([...answers.map(({ status }) => status), asked]).toEqual([403, 403, 0]);
  });

  it('cannot stop the time of a run with a request that does not end', async () => {
    const cloud = await aRun();
    const headers = { origin: 'http://evil.example', 'content-length': '1000' };
    const held = request(cloud.endpoint, { method: 'POST', headers });
    const answered = new Promise((resolve) => held.on('response', resolve));
    held.on('error', () => {});
    held.write('{');
    await answered;

    expect(cloud.time.inFlight()).toEqual([]);
    held.destroy();
  });

  it('is refused under every host name but those of the local cloud', () => {
    fc.assert(
      fc.property(fc.domain(), fc.integer({ min: 1, max: 65_535 }), (domain, port) => {
        expect(foreignRequest({ host: `${domain}:${port}` }, port)).toBeDefined();
        expect(foreignRequest({ host: `127.0.0.1:${port}` }, port)).toBeUndefined();
      }),
    );
  });
});

describe('the keys of a run', () => {
  it('are its own: those of another run open nothing', async () => {
    const [one, other] = [await aRun(), await aRun()];
    const key = other.iam.administratorKey;

    const answer = await send(one, { headers: signed(key, 'sqs', 'AmazonSQS.SendMessage') });

    expect(key).not.toBe(one.iam.administratorKey);
    expect(answer).toMatchObject({
      status: 403,
      body: expect.stringContaining('UnrecognizedClientException'),
    });
  });

  it('reach those who should have them: SDK clients by the configuration of the cloud', async () => {
    const cloud = await aRun();
    const config = cloud.clientConfig();

    const sent = await new SQSClient(config).send(
      new SendMessageCommand({
        QueueUrl: cloud.queues.withName('App-Q').settings.url,
        MessageBody: 'x',
      }),
    );
    const table = await new DynamoDBClient(config).send(
      new DescribeTableCommand({ TableName: 'people' }),
    );

    expect([sent.$metadata.httpStatusCode, table.Table?.TableName]).toEqual([200, 'people']);
  });
});

describe('the DynamoDB process, which any page may ask', () => {
  // macOS has no loopback address but 127.0.0.1.
  it.skipIf(process.platform === 'darwin')('listens where no page can guess', async () => {
    const [one, other] = await Promise.all([startDynamoDb({}), startDynamoDb({})]);
    const answers = await Promise.allSettled([
      fetch(`http://${one.host}:${one.port}/`),
      fetch(`http://127.0.0.1:${one.port}/`),
    ]);
    one.stop();
    other.stop();

    expect(one.host).toMatch(/^127\.\d+\.\d+\.\d+$/);
    expect(new Set([one.host, other.host, '127.0.0.1']).size).toBe(3);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});
