import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { addRingback } from '../../../lib/infra/ringback-app.ts';
import { tooLargeTemplates, tooManyResources } from '../../../lib/infra/stack-limits.ts';
import type { Definitions } from '../../../lib/language/definitions.ts';
import {
  deploymentOf,
  exampleDefinitions,
  ofType,
  receptionDeployment,
  synthesise,
} from './deployment.ts';

const definitions = await exampleDefinitions();
const cloud = synthesise(deploymentOf(definitions));
const reception = synthesise(await receptionDeployment());

const templatesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.template.json'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('the stacks', () => {
  it('give cdk-nag and the schemas of CloudFormation nothing to find', () => {
    const checked = synthesise(deploymentOf(definitions, { alarmsTo: 'ops@example.com' }), {
      againstSchemas: true,
    });

    expect(checked.findings).toEqual([]);
  });

  it('of a centre that takes calls give them nothing to find either', async () => {
    const checked = synthesise(
      { ...(await receptionDeployment()), alarmsTo: 'ops@example.com' },
      { againstSchemas: true },
    );

    expect(checked.findings).toEqual([]);
  });

  it('cannot be synthesised with a finding nobody gave a reason for', () => {
    const careless = () =>
      synthesise(deploymentOf(definitions), {
        more: ({ dialer }) => new Queue(dialer, 'Careless'),
      });

    expect(careless).toThrow(/Careless.*AwsSolutions-SQS3/s);
  });

  it('are the same to the byte when made twice', () => {
    const again = synthesise(deploymentOf(definitions));

    expect(templatesIn(again.folder)).toEqual(templatesIn(cloud.folder));
  });

  it('name no account and no region', () => {
    const text = Object.values(templatesIn(cloud.folder)).join('\n');

    expect(text).not.toMatch(/\b\d{12}\b/);
    expect(text).not.toMatch(/\b(eu|us|ap|sa|ca|me|af)-(north|south|east|west|central)+-\d\b/);
  });

  it('consist of these kinds of resources, which the local cloud has to know', async () => {
    const all = [...cloud.resources, ...reception.resources];
    const types = [...new Set(all.map(({ type }) => type))].toSorted();

    await expect(`${types.join('\n')}\n`).toMatchFileSnapshot('../../golden/resource-types.txt');
  });

  it('stay below the 500 resources and 1 MB of a stack with eighty campaigns and rules', () => {
    const many = synthesise(deploymentOf(times(80, definitions)));

    const perStack = Map.groupBy(many.resources, ({ stack }) => stack);
    const sizes = [many, reception].flatMap(({ folder }) =>
      Object.values(templatesIn(folder)).map((text) => text.length),
    );
    expect(ofType(many, 'AWS::StepFunctions::StateMachine')).toHaveLength(80);
    expect(Math.max(...[...perStack.values()].map(({ length }) => length))).toBeLessThan(500);
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
  });

  it('say what is too much for CloudFormation, and what to do', () => {
    const app = new App({ autoSynth: false });
    addRingback(app, deploymentOf(times(170, definitions)));
    const fits = new App({ autoSynth: false });
    addRingback(fits, deploymentOf(definitions));

    const lines = tooManyResources(app);
    const line = lines.find((each) => each.startsWith('ringback-rules'));
    expect(line).toMatch(
      /^ringback-rules: \d{3} resources, CloudFormation takes 500 in a stack \(most are 170 AWS::\w+::\w+, 170 AWS::\w+::\w+, 170 AWS::\w+::\w+\)\n/,
    );
    expect(line).toContain('deploy each under a name of its own');
    expect(tooManyResources(fits)).toEqual([]);
  });

  it('say which template is too large for CloudFormation', () => {
    const templates = [
      { stack: 'ringback-data', bytes: 1_000_000 },
      { stack: 'ringback-dialer', bytes: 1_000_001 },
    ];

    expect(tooLargeTemplates(templates)).toEqual([
      expect.stringMatching(/^ringback-dialer: a template of 1000001 bytes, .* takes 1000000\n/),
    ]);
  });

  it('carry the name they are deployed under', () => {
    const named = synthesise(deploymentOf(definitions, { name: 'clinic' }));

    const stacks = new Set(named.resources.map(({ stack }) => stack));
    expect([...stacks].toSorted()).toEqual([
      'clinic-api',
      'clinic-connect',
      'clinic-data',
      'clinic-dialer',
      'clinic-rules',
    ]);
    expect(ofType(named, 'AWS::Events::EventBus')[0]?.properties.Name).toBe('clinic');
  });
});

describe('data', () => {
  const kept = [
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::Connect::Instance',
    'AWS::Connect::PhoneNumber',
    'AWS::SecretsManager::Secret',
  ];

  it('outlives its stack in production and is guarded against deletion', () => {
    const policies = kept.map((type) => [
      ...new Set(
        [...ofType(cloud, type), ...ofType(reception, type)].map((each) => each.deletionPolicy),
      ),
    ]);

    // a protected table cannot be deleted, so its first deployment cannot take it back either
    const unlessItsFirstFails = [['RetainExceptOnCreate']];
    expect(policies).toEqual([['Retain'], ...kept.slice(1).flatMap(() => unlessItsFirstFails)]);
    for (const { properties } of ofType(cloud, 'AWS::DynamoDB::Table')) {
      expect(properties).toMatchObject({
        DeletionProtectionEnabled: true,
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
  });

  it('goes with its stack elsewhere', () => {
    const trial = synthesise(deploymentOf(definitions, { production: false }));

    const held = kept.flatMap((type) => ofType(trial, type));
    expect(held.map(({ deletionPolicy }) => deletionPolicy)).toEqual(held.map(() => 'Delete'));
  });

  it('of a first try that fails leaves no name behind that a second one needs', () => {
    const named = [...cloud.resources, ...reception.resources].filter(
      ({ deletionPolicy, properties }) =>
        deletionPolicy === 'Retain' && PHYSICAL_NAMES.some((name) => name in (properties ?? {})),
    );

    expect(named.map(({ id }) => id)).toEqual([]);
  });

  it('has an index of what is due and one of all records, streams of what pages are told and an end for what expires', () => {
    const [records, journal, runtime] = ['Records', 'Journal', 'Runtime'].map(
      (name) =>
        ofType(cloud, 'AWS::DynamoDB::Table').find(({ id }) => id.startsWith(name))?.properties,
    );

    expect(records.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'due',
        KeySchema: [
          { AttributeName: 'bucket', KeyType: 'HASH' },
          { AttributeName: 'at', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
      {
        IndexName: 'list',
        KeySchema: [
          { AttributeName: 'campaign', KeyType: 'HASH' },
          { AttributeName: 'createdAt', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ]);
    expect(journal.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
    expect(runtime.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
    expect(runtime.TimeToLiveSpecification).toEqual({ AttributeName: 'expires', Enabled: true });
  });

  it('uploaded is closed to the public, needs TLS and announces itself on the default bus', () => {
    expect(ofType(cloud, 'AWS::S3::Bucket')[0]?.properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });
});

/** Properties that give a resource a name of ours. */
const PHYSICAL_NAMES = ['Name', 'TableName', 'BucketName', 'InstanceAlias', 'LogGroupName'];

/** The example's campaign, queue and rule so many times over. */
function times(count: number, one: Definitions): Definitions {
  const campaign = one.campaigns['spring-recall'];
  const rule = one.rules['recall-politely'];
  const queue = one.queues.recall;
  if (!campaign || !rule || !queue) throw new Error('the example has a campaign, a rule, a queue');
  const repeated = <T>(id: string, thing: T): Readonly<Record<string, T>> =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${id}-${n}`, thing]));
  return {
    ...one,
    campaigns: repeated('spring-recall', campaign),
    rules: repeated('recall-politely', rule),
    queues: repeated('recall', queue),
  };
}
