import { ConnectClient, DescribeContactCommand } from '@aws-sdk/client-connect';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetParameterCommand, GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { bundled, startCloud } from './support/assembly.ts';
import { att, fn, type Grant, lambdaRole, ref } from './support/templates.ts';

const stack = (Resources: Readonly<Record<string, unknown>>, Outputs = {}) => ({
  stacks: { App: { Resources, Outputs } },
});

describe('S3', () => {
  const bucket = {
    Type: 'AWS::S3::Bucket',
    Properties: { NotificationConfiguration: { EventBridgeConfiguration: {} } },
  };
  const policy = {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: ref('Files'),
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Resource: [att('Files'), { 'Fn::Sub': '${Files.Arn}/*' }],
            Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
          },
        ],
      },
    },
  };

  it('keeps objects and tells the default bus of each that was made', async () => {
    const cloud = await startCloud(
      stack({ Files: bucket, Policy: policy }, { Files: { Value: ref('Files') } }),
    );
    const s3 = new S3Client(cloud.clientConfig());
    const Bucket = cloud.outputs('App').Files;

    await s3.send(new PutObjectCommand({ Bucket, Key: 'imports/ľudia 1.csv', Body: 'a;b\n1;2' }));
    const read = await s3.send(new GetObjectCommand({ Bucket, Key: 'imports/ľudia 1.csv' }));
    const listed = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'imports/' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'imports/ľudia 1.csv' }));

    expect(await read.Body?.transformToString()).toBe('a;b\n1;2');
    expect(listed.Contents?.map((object) => object.Key)).toEqual(['imports/ľudia 1.csv']);
    expect(cloud.buses.history()).toMatchObject([
      {
        source: 'aws.s3',
        'detail-type': 'Object Created',
        detail: {
          bucket: { name: 'app-files' },
          object: { key: 'imports/ľudia 1.csv', size: 7 },
          reason: 'PutObject',
        },
      },
    ]);
  });

  const reader = (resource: unknown) => ({
    ...stack({
      Files: bucket,
      ReaderRole: lambdaRole([{ actions: ['s3:GetObject'], resources: [resource] }]),
      Reader: fn('reader', 'ReaderRole', { Environment: { Variables: { FILES: ref('Files') } } }),
    }),
    assets: {
      reader: bundled(`
        import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
        const s3 = new S3Client({ maxAttempts: 1 });
        export const handler = async ({ Key }) => {
          const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.FILES, Key }));
          return Body.transformToString();
        };`),
    },
  });

  it.each([
    ['allowed', { 'Fn::Sub': '${Files.Arn}/in/*' }, '"yes"'],
    [
      'refused',
      { 'Fn::Sub': '${Files.Arn}/out/*' },
      /AccessDenied.*s3:GetObject.*app-files\/in\/a/,
    ],
  ])('asks the role for the object: %s', async (_, resource, expected) => {
    const cloud = await startCloud(reader(resource));
    const s3 = new S3Client(cloud.clientConfig());
    await s3.send(new PutObjectCommand({ Bucket: 'app-files', Key: 'in/a', Body: 'yes' }));

    const answer = await new LambdaClient(cloud.clientConfig()).send(
      new InvokeCommand({ FunctionName: 'App-Reader', Payload: '{"Key":"in/a"}' }),
    );

    expect(answer.Payload?.transformToString()).toMatch(expected);
  });
});

describe('parameters and secrets', () => {
  const parameter = (Name: string, Value: string) => ({
    Type: 'AWS::SSM::Parameter',
    Properties: { Name, Type: 'String', Value },
  });

  it('gives parameters by name and below a path', async () => {
    const cloud = await startCloud(
      stack({
        A: parameter('/app/queues/a', '1'),
        B: parameter('/app/queues/deep/b', '2'),
        C: parameter('/other', '3'),
      }),
    );
    const ssm = new SSMClient(cloud.clientConfig());

    const one = await ssm.send(new GetParameterCommand({ Name: '/other' }));
    const flat = await ssm.send(new GetParametersByPathCommand({ Path: '/app/queues/' }));
    const deep = await ssm.send(new GetParametersByPathCommand({ Path: '/app', Recursive: true }));

    expect(one.Parameter?.Value).toBe('3');
    expect(flat.Parameters?.map(({ Name }) => Name)).toEqual(['/app/queues/a']);
    expect(deep.Parameters?.map(({ Value }) => Value)).toEqual(['1', '2']);
  });

  it('gives a secret that was generated into a template, by its name', async () => {
    const Properties = {
      Name: 'webhook',
      GenerateSecretString: {
        SecretStringTemplate: '{"user":"ringback"}',
        GenerateStringKey: 'password',
        PasswordLength: 12,
      },
    };
    const cloud = await startCloud(
      stack({ Secret: { Type: 'AWS::SecretsManager::Secret', Properties } }),
    );

    const scope = `${cloud.iam.administratorKey}/20260307/eu-central-1/secretsmanager/aws4_request`;
    const answer = await fetch(cloud.endpoint, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
        'x-amz-target': 'secretsmanager.GetSecretValue',
      },
      body: JSON.stringify({ SecretId: 'webhook' }),
    });

    const { SecretString } = (await answer.json()) as { SecretString: string };
    expect(JSON.parse(SecretString)).toEqual({
      user: 'ringback',
      password: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });
});

describe('DynamoDB', () => {
  const key = (name: string, type: string) => ({ AttributeName: name, KeyType: type });
  const records = {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      TableName: 'records',
      AttributeDefinitions: ['pk', 'due'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [key('pk', 'HASH')],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [key('due', 'HASH')],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      Replicas: [{ Region: { Ref: 'AWS::Region' } }],
    },
  };

  it('keeps items, answers queries on indexes and meters capacity units', async () => {
    const cloud = await startCloud(stack({ Records: records }));
    const dynamo = new DynamoDBClient(cloud.clientConfig());

    const Item = { pk: { S: 'ann' }, due: { S: 'x' }, note: { S: 'n'.repeat(3000) } };
    await dynamo.send(new PutItemCommand({ TableName: 'records', Item }));
    const found = await dynamo.send(
      new QueryCommand({
        TableName: 'records',
        IndexName: 'due',
        KeyConditionExpression: 'due = :x',
        ExpressionAttributeValues: { ':x': { S: 'x' } },
      }),
    );

    expect(found.Items).toEqual([Item]);
    const metered = cloud.meter.lines().map(({ action, calls, units }) => [action, calls, units]);
    // 3 KB written to the table and to its index; 3 KB read eventually consistent.
    expect(metered).toEqual([
      ['PutItem', 1, 6],
      ['Query', 1, 0.5],
    ]);
  });

  const asker = (grant: Grant) => ({
    ...stack({
      Records: records,
      Role: lambdaRole([grant]),
      Asker: fn('asker', 'Role'),
    }),
    assets: {
      asker: bundled(`
        import { DynamoDBClient, GetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
        const dynamo = new DynamoDBClient({ maxAttempts: 1 });
        const commands = {
          query: () => new QueryCommand({ TableName: 'records', IndexName: 'due', KeyConditionExpression: 'due = :x', ExpressionAttributeValues: { ':x': { S: 'x' } } }),
          transact: () => new TransactWriteItemsCommand({ TransactItems: [
            { Put: { TableName: 'records', Item: { pk: { S: 'a' } } } },
            { Delete: { TableName: 'records', Key: { pk: { S: 'b' } } } } ] }),
        };
        export const handler = async ({ command }) => { await dynamo.send(commands[command]()); return 'done'; };`),
    },
  });
  const index = { 'Fn::Sub': '${Records.Arn}/index/due' };

  it.each([
    ['query', ['dynamodb:Query'], index, /^"done"$/],
    ['query', ['dynamodb:Query'], att('Records'), /dynamodb:Query.*records\/index\/due/],
    ['transact', ['dynamodb:PutItem', 'dynamodb:DeleteItem'], att('Records'), /^"done"$/],
    ['transact', ['dynamodb:PutItem'], att('Records'), /dynamodb:DeleteItem/],
  ])('asks the role for a %s with %j', async (command, actions, resource, expected) => {
    const cloud = await startCloud(asker({ actions, resources: [resource] }));

    const answer = await new LambdaClient(cloud.clientConfig()).send(
      new InvokeCommand({ FunctionName: 'App-Asker', Payload: JSON.stringify({ command }) }),
    );

    expect(answer.Payload?.transformToString()).toMatch(expected);
  });

  it('answers with the exceptions of DynamoDB', async () => {
    const cloud = await startCloud(stack({ Records: records }));
    const dynamo = new DynamoDBClient(cloud.clientConfig());

    const asked = dynamo.send(
      new GetItemCommand({ TableName: 'nothing', Key: { pk: { S: 'a' } } }),
    );

    await expect(asked).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('what is not emulated', () => {
  it('is refused by name: a service', async () => {
    const cloud = await startCloud(stack({}));
    const connect = new ConnectClient(cloud.clientConfig());

    const asked = connect.send(new DescribeContactCommand({ InstanceId: 'i', ContactId: 'c' }));

    await expect(asked).rejects.toThrow("not emulated: service 'connect' (GET /contacts/i/c)");
  });

  it('is refused by name: an action', async () => {
    const cloud = await startCloud(stack({}));
    const sqs = new SQSClient(cloud.clientConfig());

    const asked = sqs.send(new CreateQueueCommand({ QueueName: 'q' }));

    await expect(asked).rejects.toThrow('not emulated: sqs:CreateQueue');
  });

  it('is refused at start: all unknown resource types at once', async () => {
    const started = startCloud(
      stack({ A: { Type: 'AWS::Batch::JobQueue' }, B: { Type: 'AWS::MSK::Cluster' } }),
    );

    await expect(started).rejects.toThrow(
      'not emulated: resource types: AWS::Batch::JobQueue (App.A), AWS::MSK::Cluster (App.B)',
    );
  });

  it('is refused at start: a property nobody reads', async () => {
    const started = startCloud(
      stack({ Q: { Type: 'AWS::SQS::Queue', Properties: { Priority: 1 } } }),
    );

    await expect(started).rejects.toThrow(
      "App.Q (AWS::SQS::Queue): not emulated: unknown property 'Priority'",
    );
  });
});
