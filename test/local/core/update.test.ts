import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../lib/local/local-cloud.ts';
import { type AssemblySource, startCloud, writeAssembly } from './support/assembly.ts';
import { fn, lambdaRole, queue } from './support/templates.ts';

const Records = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: 'records',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  },
};

/** One function that says a word, and a table. @param more resources beside them */
const saying = (word: string, more: Readonly<Record<string, unknown>> = {}): AssemblySource => ({
  stacks: {
    one: {
      Resources: {
        Records,
        Role: lambdaRole(),
        Speaker: fn(`speaker-${word}`, 'Role', { FunctionName: 'speaker' }),
        ...more,
      },
    },
  },
  assets: { [`speaker-${word}`]: `let n = 0; export const handler = () => '${word} ' + ++n;` },
});

async function said(cloud: LocalCloud): Promise<string> {
  const lambda = new LambdaClient(cloud.clientConfig());
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: 'speaker' }));
  return JSON.parse(Buffer.from(Payload ?? []).toString());
}

describe('a running cloud', () => {
  it('takes over new code, with its tables as they were', async () => {
    const cloud = await startCloud(saying('before'));
    const db = new DynamoDBClient(cloud.clientConfig());
    const Item = { id: { S: 'r-1' }, state: { S: 'open' } };
    await db.send(new PutItemCommand({ TableName: 'records', Item }));
    expect([await said(cloud), await said(cloud)]).toEqual(['before 1', 'before 2']);

    const changes = await cloud.update(writeAssembly(saying('after')));

    expect(changes).toEqual({
      replaced: [{ stack: 'one', logicalId: 'Speaker', type: 'AWS::Lambda::Function' }],
      refused: [],
    });
    expect([await said(cloud), await said(cloud)]).toEqual(['after 1', 'after 2']);
    const kept = await db.send(
      new GetItemCommand({ TableName: 'records', Key: { id: { S: 'r-1' } } }),
    );
    expect(kept.Item).toEqual(Item);
  });

  it('takes over pages, which say what is deployed', async () => {
    const pages = (word: string): AssemblySource => ({
      ...saying('before', {
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'pages' } },
        Publish: {
          Type: 'Custom::CDKBucketDeployment',
          Properties: {
            ServiceToken: 'uploader',
            DestinationBucketName: { Ref: 'Bucket' },
            SourceBucketNames: ['assets'],
            SourceObjectKeys: [`page-${word}.zip`],
          },
        },
      }),
      assets: { ...saying('before').assets, [`page-${word}`]: word },
    });
    const cloud = await startCloud(pages('old'));
    const page = async () => {
      const asked = new GetObjectCommand({ Bucket: 'pages', Key: 'index.mjs' });
      const s3 = new S3Client({ ...cloud.clientConfig(), forcePathStyle: true });
      return (await s3.send(asked)).Body?.transformToString();
    };
    expect(await page()).toBe('old');

    const { refused } = await cloud.update(writeAssembly(pages('new')));

    expect(refused).toEqual([]);
    expect(await page()).toBe('new');
  });

  it('changes nothing when nothing differs', async () => {
    const cloud = await startCloud(saying('before'));
    await said(cloud);

    expect(await cloud.update(writeAssembly(saying('before')))).toEqual({
      replaced: [],
      refused: [],
    });
    expect(await said(cloud)).toBe('before 2');
  });

  it('refuses by name what it cannot take over, and takes over nothing of it', async () => {
    const cloud = await startCloud(saying('before'));

    const { refused } = await cloud.update(writeAssembly(saying('after', { Jobs: queue() })));

    expect(refused).toEqual([{ stack: 'one', logicalId: 'Jobs', type: 'AWS::SQS::Queue' }]);
    expect(await said(cloud)).toBe('before 1');
  });
});
