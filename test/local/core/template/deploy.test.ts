import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startLocalCloud } from '../../../../lib/local/local-cloud.ts';
import { startCloud } from '../support/assembly.ts';
import { att, queue, ref } from '../support/templates.ts';

const one = (Resources: Readonly<Record<string, unknown>>, more: object = {}) =>
  startCloud({ stacks: { App: { Resources, ...more } } });

describe('a template', () => {
  it('uses what another stack exports', async () => {
    const cloud = await startCloud({
      stacks: {
        Data: {
          Resources: { Work: queue() },
          Outputs: {
            Arn: { Value: att('Work'), Export: { Name: { 'Fn::Sub': '${AWS::StackName}:arn' } } },
          },
        },
        App: {
          Resources: {
            Name: {
              Type: 'AWS::SSM::Parameter',
              Properties: { Name: 'q', Type: 'String', Value: { 'Fn::ImportValue': 'Data:arn' } },
            },
          },
        },
      },
    });

    expect(cloud.parameters.get('q').value).toBe('arn:aws:sqs:eu-central-1:000000000000:Data-Work');
  });

  it('makes resources and outputs only where their condition holds', async () => {
    const cloud = await one(
      { Yes: { ...queue(), Condition: 'On' }, No: { ...queue(), Condition: 'Off' } },
      {
        Parameters: { Stage: { Type: 'String', Default: 'prod' } },
        Conditions: {
          On: { 'Fn::Equals': [ref('Stage'), 'prod'] },
          Off: { 'Fn::Not': [{ Condition: 'On' }] },
        },
        Outputs: {
          Yes: { Value: ref('Yes'), Condition: 'On' },
          No: { Value: ref('No'), Condition: 'Off' },
        },
      },
    );

    expect(cloud.resources.map(({ logicalId }) => logicalId)).toEqual(['Yes']);
    expect(Object.keys(cloud.outputs('App'))).toEqual(['Yes']);
  });

  it('takes no notice of the bootstrap version and its rule', async () => {
    const cloud = await one(
      { Work: queue() },
      {
        Parameters: {
          BootstrapVersion: {
            Type: 'AWS::SSM::Parameter::Value<String>',
            Default: '/cdk-bootstrap/hnb659fds/version',
          },
        },
        Rules: { CheckBootstrapVersion: {} },
      },
    );

    expect(cloud.resource('Work').ref).toBe(`${cloud.endpoint}/000000000000/App-Work`);
  });

  it.each<[string, Readonly<Record<string, unknown>>, object, RegExp]>([
    [
      'an attribute nobody has',
      { A: queue({ QueueName: att('B', 'Colour') }), B: queue() },
      {},
      /attribute 'Colour' of AWS::SQS::Queue B/,
    ],
    [
      'a parameter without a default',
      {},
      { Parameters: { Stage: { Type: 'String' } } },
      /parameter 'Stage' of stack App has no default/,
    ],
    ['FIFO queues', { A: queue({ FifoQueue: true }) }, {}, /App\.A .*FIFO queues/],
    [
      'a wrong type of value',
      { A: queue({ DelaySeconds: 'soon' }) },
      {},
      /property 'DelaySeconds'/,
    ],
    [
      'several replicas',
      {
        T: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Properties: { AttributeDefinitions: [], KeySchema: [], Replicas: [{}, {}] },
        },
      },
      {},
      /several replicas/,
    ],
    [
      'unknown managed policies',
      {
        R: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: { Statement: [] },
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          },
        },
      },
      {},
      /managed policy 'arn:aws:iam::aws:policy\/AdministratorAccess'/,
    ],
    [
      'subscriptions of queues',
      {
        S: {
          Type: 'AWS::SNS::Subscription',
          Properties: { Protocol: 'sqs', TopicArn: 't', Endpoint: 'e' },
        },
      },
      {},
      /SNS subscription of protocol 'sqs'/,
    ],
    [
      'Standard state machines',
      {
        M: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { RoleArn: 'r', DefinitionString: '{}' },
        },
      },
      {},
      /state machine type 'STANDARD'/,
    ],
    [
      'S3 notifications to functions',
      {
        B: {
          Type: 'AWS::S3::Bucket',
          Properties: { NotificationConfiguration: { LambdaConfigurations: [] } },
        },
      },
      {},
      /unknown property 'LambdaConfigurations'/,
    ],
  ])('with %s is refused, its place named', async (_, resources, more, message) => {
    await expect(one(resources, more)).rejects.toThrow(message);
  });
});

describe('the resources of a running cloud', () => {
  it('are found by id, by stack and id, and by type', async () => {
    const cloud = await one({
      Work: queue(),
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'b' } },
    });

    expect([
      cloud.resource('Work').type,
      cloud.resource('App.Bus').ref,
      cloud.resource('AWS::Events::EventBus').logicalId,
    ]).toEqual(['AWS::SQS::Queue', 'b', 'Bus']);
  });

  it('are refused when the name says nothing or too little', async () => {
    const cloud = await one({ A: queue(), B: queue() });

    expect(() => cloud.resource('C')).toThrow("no resource 'C' in the assembly");
    expect(() => cloud.resource('AWS::SQS::Queue')).toThrow("'AWS::SQS::Queue' names 2 resources");
    expect(() => cloud.outputs('Other')).toThrow("no stack 'Other'");
  });
});

it('a folder that is no assembly is refused with what to do', async () => {
  const assembly = mkdtempSync(join(tmpdir(), 'ringback-nothing-'));

  await expect(startLocalCloud({ assembly, start: 0 })).rejects.toThrow(
    "manifest.json is missing; run 'cdk synth'",
  );
});
