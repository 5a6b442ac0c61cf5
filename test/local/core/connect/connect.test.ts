// The emulated Connect as templates and flows meet it, without any of our own definitions around
// it.
import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DescribeUserCommand,
  GetContactAttributesCommand,
  UpdateUserPhoneConfigCommand,
} from '@aws-sdk/client-connect';
import { describe, expect, it } from 'vitest';
import { connectPhones } from '../../../../lib/aws/connect/phones.ts';
import { localConnect } from '../../../../lib/local/connect/local-connect.ts';
import { routingSteps } from '../../../../lib/simulation/connect/routing-steps.ts';
import { renderWav, wavLength } from '../../../../lib/simulation/connect/wav.ts';
import { behaviour } from '../../../../lib/simulation/phone-network/behaviour.ts';
import { callerFromScript } from '../../../../lib/simulation/phone-network/caller.ts';
import { seededRandom } from '../../../../lib/simulation/random.ts';
import { startCloud } from '../support/assembly.ts';

const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: 'fn',
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'lambda.amazonaws.com' },
        },
      ],
    },
  },
};
const lambda = (asset: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: asset,
    Code: { S3Bucket: 'assets', S3Key: `${asset}.zip` },
    Handler: 'index.handler',
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    Runtime: 'nodejs24.x',
  },
});
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** Asks the function; what comes of it is told by which words are said before the end. */
const FLOW = {
  Version: '2019-10-30',
  StartAction: 'ask',
  Actions: [
    {
      Identifier: 'ask',
      Type: 'InvokeLambdaFunction',
      Parameters: {
        LambdaFunctionARN: '${asked}',
        InvocationTimeLimitSeconds: '8',
        ResponseValidation: { ResponseType: 'STRING_MAP' },
      },
      Transitions: {
        NextAction: 'keep',
        Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }],
      },
    },
    {
      Identifier: 'keep',
      Type: 'UpdateContactAttributes',
      Parameters: { Attributes: { told: '$.External.told' } },
      Transitions: {
        NextAction: 'bye',
        Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }],
      },
    },
    { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
};

const LINKER = `
export const handler = async ({ ResponseURL, ResourceProperties, ...event }) => {
  const { number } = ResourceProperties;
  const answer = number === 'broken'
    ? { Status: 'FAILED', Reason: 'it is broken', PhysicalResourceId: 'x' }
    : { Status: 'SUCCESS', PhysicalResourceId: number };
  await fetch(ResponseURL, { method: 'PUT', body: JSON.stringify({ ...event, ...answer }) });
};`;
const TELLER = `
export const handler = async ({ Details }) => ({ told: Details.ContactData.InitiationMethod });`;

interface Wanted {
  readonly associated?: boolean;
  readonly permitted?: boolean;
}

async function centre({ associated = true, permitted = true }: Wanted) {
  const phone = localConnect({ callsPerSecond: 2, burst: 5 });
  const cloud = await startCloud(
    {
      assets: { teller: TELLER },
      stacks: {
        connect: {
          Resources: {
            Role: ROLE,
            Teller: lambda('teller'),
            Instance: {
              Type: 'AWS::Connect::Instance',
              Properties: { IdentityManagementType: 'CONNECT_MANAGED', Attributes: {} },
            },
            Number: {
              Type: 'AWS::Connect::PhoneNumber',
              Properties: { TargetArn: arnOf('Instance'), CountryCode: 'PL', Type: 'DID' },
            },
            Flow: {
              Type: 'AWS::Connect::ContactFlow',
              Properties: {
                InstanceArn: arnOf('Instance'),
                Name: 'entry',
                Type: 'CONTACT_FLOW',
                Content: { 'Fn::Sub': [JSON.stringify(FLOW), { asked: arnOf('Teller') }] },
              },
            },
            Association: associated
              ? {
                  Type: 'AWS::Connect::IntegrationAssociation',
                  Properties: {
                    InstanceId: arnOf('Instance'),
                    IntegrationType: 'LAMBDA_FUNCTION',
                    IntegrationArn: arnOf('Teller'),
                  },
                }
              : undefined,
            Permission: permitted
              ? {
                  Type: 'AWS::Lambda::Permission',
                  Properties: {
                    FunctionName: arnOf('Teller'),
                    Action: 'lambda:InvokeFunction',
                    Principal: 'connect.amazonaws.com',
                    SourceArn: arnOf('Instance'),
                  },
                }
              : undefined,
          },
        },
      },
    },
    { extensions: [phone.extension] },
  );
  const network = phone.open({
    agents: [{ id: 'eva', profile: 'team' }],
    behaviour: behaviour(),
    random: seededRandom('1'),
    classify: () => {},
  });
  return { cloud, phone, network };
}

describe('a flow that asks a function', () => {
  const called = async (wanted: Wanted) => {
    const { cloud, phone, network } = await centre(wanted);
    const connect = new ConnectClient(cloud.clientConfig());
    const InstanceId = cloud.resource('Instance').ref;
    const number = cloud.resource('Number');
    await connect.send(
      new AssociatePhoneNumberContactFlowCommand({
        InstanceId,
        PhoneNumberId: number.ref.split('/').at(-1),
        ContactFlowId: cloud.resource('Flow').ref.split('/').at(-1),
      }),
    );
    const caller = callerFromScript({}, behaviour().callers);
    const to = String(number.attributes?.Address);
    const contact = phone.ring({ from: '+48601100200', to, caller });
    if (contact === undefined) throw new Error('no flow answered');
    await cloud.time.until(() => network.describe(contact)?.disconnected !== undefined);
    const { Attributes } = await connect.send(
      new GetContactAttributesCommand({
        InstanceId: InstanceId.split('/').at(-1),
        InitialContactId: contact,
      }),
    );
    return { told: Attributes?.told, logs: cloud.logs.lines() };
  };

  it('gets its answer when the function is associated and lets Connect call it', async () => {
    expect(await called({})).toMatchObject({ told: 'INBOUND' });
  });

  it('takes its error branch when it is not associated, and a log says why', async () => {
    const { told, logs } = await called({ associated: false });

    expect(told).toBeUndefined();
    expect(logs.map(({ text }) => text)).toContain(
      'not called: the function is not associated with the instance',
    );
  });

  it('takes it as well when the function’s policy does not let Connect call it', async () => {
    const { told, logs } = await called({ permitted: false });

    expect(told).toBeUndefined();
    expect(logs.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('not authorized to perform: lambda:InvokeFunction'),
    );
  });
});

describe('a user', () => {
  it('has the phone that was set last, and a desk phone only with a number (CAM-3)', async () => {
    const { cloud, network } = await centre({});
    const [eva] = network.agents();
    const instance = cloud.resource('Instance').ref.split('/').at(-1) ?? '';
    const connect = new ConnectClient(cloud.clientConfig());
    const phones = connectPhones(connect, instance);
    const user = { InstanceId: instance, UserId: eva?.arn.split('/').at(-1) };

    const told = [
      await phones.set(eva?.arn ?? '', { handling: 'manual-web', wrapUp: 45 }),
      await phones.set(eva?.arn ?? '', { handling: 'manual-web', wrapUp: 45 }),
      await phones.set(eva?.arn ?? '', { handling: 'manual-phone', wrapUp: 45 }),
      await phones.set('arn/stranger', { handling: 'automatic', wrapUp: 45 }),
    ];

    expect(told).toEqual(['set', 'unchanged', 'no-desk-phone', 'unknown-agent']);
    expect((await connect.send(new DescribeUserCommand(user))).User).toEqual({
      Id: user.UserId,
      Arn: eva?.arn,
      Username: 'eva',
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 45 },
    });
    await expect(
      connect.send(
        new UpdateUserPhoneConfigCommand({ ...user, PhoneConfig: { PhoneType: 'DESK_PHONE' } }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('a custom resource', () => {
  const deployed = (number: string) =>
    startCloud(
      {
        assets: { linker: LINKER },
        stacks: {
          one: {
            Resources: {
              Role: ROLE,
              Linker: lambda('linker'),
              Link: {
                Type: 'Custom::ConnectLink',
                Properties: { ServiceToken: arnOf('Linker'), number },
              },
            },
            Outputs: { Link: { Value: { Ref: 'Link' } } },
          },
        },
      },
      { extensions: [localConnect({ callsPerSecond: 2, burst: 5 }).extension] },
    );

  it('is made by its function', async () => {
    expect((await deployed('n1')).outputs('one')).toEqual({ Link: 'n1' });
  });

  it('that its function cannot make stops the deployment with the reason', async () => {
    await expect(deployed('broken')).rejects.toThrow(
      'one.Link (Custom::ConnectLink): it is broken',
    );
  });
});

describe('routing criteria', () => {
  it('that are not emulated are refused by name', () => {
    const AndExpression = [{ AttributeCondition: { Name: 'skill', Value: 'czech' } }];

    expect(() => routingSteps({ Steps: [{ Expression: { AndExpression } }] }, () => 'x')).toThrow(
      /not emulated: routing criteria .*AndExpression/,
    );
  });
});

describe('a recording', () => {
  it('plays as long as the call it stands for', () => {
    const sounds = [{ from: 100, to: 900, by: 'person' as const }];

    expect(wavLength(renderWav(1234, sounds))).toBeCloseTo(1234, 0);
    expect(wavLength(Buffer.from('ID3, an MP3'))).toBeUndefined();
  });

  it('is silent where nobody spoke', () => {
    const wav = renderWav(1000, [{ from: 500, to: 1000, by: 'person' }]);

    const samples = wav.subarray(44);
    expect(samples.subarray(0, 8000).every((byte) => byte === 0)).toBe(true);
    expect(samples.subarray(8000).some((byte) => byte !== 0)).toBe(true);
  });
});
