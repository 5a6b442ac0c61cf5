import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../scripts/bundle.ts';
import { type Asked, answeringAws } from '../../support/answering-aws.ts';

type Data = string | ArrayBuffer | ArrayBufferView;

function plain(data: Data): string | Uint8Array {
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

class NodeSum {
  private readonly sum;

  constructor(secret?: Data) {
    this.sum = secret === undefined ? createHash('sha256') : createHmac('sha256', plain(secret));
  }

  update(data: Data): void {
    this.sum.update(plain(data));
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.sum.digest());
  }

  reset(): void {}
}

interface Bundled {
  readonly DynamoDBClient: typeof DynamoDBClient;
  readonly GetItemCommand: typeof GetItemCommand;
  readonly SQSClient: typeof SQSClient;
  readonly SendMessageCommand: typeof SendMessageCommand;
  readonly Sha256: typeof NodeSum;
}

const ENTRY = `
  export { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
  export { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
  export { Sha256 } from '@smithy/core/checksum';
`;
const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: 'session' };
const QueueUrl = 'https://sqs.eu-central-1.amazonaws.com/1/sms';

describe('the SDK as bundles have it', () => {
  let folder: string;
  let sdk: Bundled;
  beforeAll(async () => {
    folder = await mkdtemp(join(import.meta.dirname, 'sdk-'));
    await writeFile(join(folder, 'entry.ts'), ENTRY);
    await bundle([{ in: join(folder, 'entry.ts'), out: 'sdk' }], folder);
    sdk = (await import(pathToFileURL(join(folder, 'sdk.mjs')).href)) as Bundled;
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('signs as the SDK does, the first request and the next', async () => {
    const { asked, config } = answeringAws(() => ({ body: {} }));
    const settings = { ...config, credentials: CREDENTIALS };
    const items = new sdk.DynamoDBClient(settings);
    const queues = new sdk.SQSClient({ ...settings, cacheMiddleware: true, md5: false });

    for (const pk of ['spring/ann', 'spring/jiří'])
      await items.send(new sdk.GetItemCommand({ TableName: 't', Key: { pk: { S: pk } } }));
    for (const MessageBody of ['{}', '{"to":"ě"}'])
      await queues.send(new sdk.SendMessageCommand({ QueueUrl, MessageBody }));

    expect(asked.map(({ headers }) => headers['x-amz-target'])).toEqual([
      ...['DynamoDB_20120810.GetItem', 'DynamoDB_20120810.GetItem'],
      ...['AmazonSQS.SendMessage', 'AmazonSQS.SendMessage'],
    ]);
    for (const [n, one] of asked.entries())
      expect(one.headers.authorization).toBe(await signed(one, n < 2 ? 'dynamodb' : 'sqs'));
  });

  it.each([
    ['nothing', []],
    ['one piece', ['one']],
    ['several pieces', ['one', 'two', 'three']],
  ])("makes the sums of %s that Node's crypto makes", async (_, texts) => {
    for (const secret of [undefined, 'key', new Uint8Array([1, 2, 3])]) {
      const [ours, theirs] = [new sdk.Sha256(secret), new NodeSum(secret)];
      for (const text of texts) for (const sum of [ours, theirs]) sum.update(Buffer.from(text));

      expect(await ours.digest()).toEqual(await theirs.digest());
    }
  });

  it('begins a sum anew when told to', async () => {
    const [sum, fresh] = [new sdk.Sha256(), new sdk.Sha256()];
    for (const text of ['one', 'two']) sum.update(Buffer.from(text));

    sum.reset();

    expect(await sum.digest()).toEqual(await fresh.digest());
  });
});

/** What the SDK's own signer makes of the request. */
async function signed({ method, path, headers, text }: Asked, service: string) {
  const { authorization: _, 'x-amz-content-sha256': __, ...others } = headers;
  const signer = new SignatureV4({
    ...{ service, region: 'eu-central-1', credentials: CREDENTIALS, sha256: NodeSum },
    applyChecksum: true,
  });
  const at = String(headers['x-amz-date']);
  const signingDate = new Date(at.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
  const request = { protocol: 'https:', hostname: '', method, path, headers: others, body: text };
  return (await signer.sign(request, { signingDate })).headers.authorization;
}
