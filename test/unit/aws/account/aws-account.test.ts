import { ConnectClient } from '@aws-sdk/client-connect';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { awsAccount } from '../../../../lib/aws/account/aws-account.ts';
import { type AskCognito, CognitoRefusal } from '../../../../lib/aws/account/cognito.ts';
import { type Answer, type Asked, answeringAws } from '../../../support/answering-aws.ts';

/** `GET /path` of REST services, the operation of the others → what comes back, page after page. */
type Answers = Readonly<Record<string, Answer | readonly Answer[]>>;

const QUEUE = 'arn:aws:connect:eu-central-1:111122223333:instance/i-1/queue/q-1';
const NOT_FOUND: Answer = { error: 'ResourceNotFoundException' };

function accountOver(answers: Answers, cognito: AskCognito = async () => ({})) {
  const seen = new Map<string, number>();
  const { asked, config } = answeringAws((one) => {
    const name = operationOf(one);
    const answer = answers[name] ?? NOT_FOUND;
    if (!Array.isArray(answer)) return answer as Answer;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return answer[nth] ?? NOT_FOUND;
  });
  const account = awsAccount({
    cognito,
    connect: new ConnectClient(config),
    lambda: new LambdaClient(config),
    sms: new PinpointSMSVoiceV2Client(config),
    secrets: new SecretsManagerClient(config),
    quotas: new ServiceQuotasClient(config),
    receiving: async () => ({ ruleSet: undefined, recipients: new Set() }),
    ses: new SESv2Client(config),
    ssm: new SSMClient(config),
  });
  return { asked, account };
}

function operationOf({ method, path, headers }: Asked): string {
  const target = headers['x-amz-target'];
  return target === undefined ? `${method} ${path}` : (target.split('.').at(-1) ?? '');
}

describe('the account', () => {
  it('tells how many functions may run at once', async () => {
    const limit = { AccountLimit: { ConcurrentExecutions: 10 } };
    const { account } = accountOver({ 'GET /2016-08-19/account-settings': { body: limit } });

    expect(await account.concurrentFunctions()).toBe(10);
  });

  it('tells the quotas of Connect from all pages', async () => {
    const { account, asked } = accountOver({
      ListServiceQuotas: [
        { body: { Quotas: [{ QuotaName: 'Queues per instance', Value: 50 }], NextToken: 'more' } },
        { body: { Quotas: [{ QuotaName: 'Phone numbers per instance', Value: 5 }] } },
      ],
    });

    expect([...(await account.connectQuotas())]).toEqual([
      ['Queues per instance', 50],
      ['Phone numbers per instance', 5],
    ]);
    expect(asked.map(({ body }) => body)).toEqual([
      { ServiceCode: 'connect' },
      { ServiceCode: 'connect', NextToken: 'more' },
    ]);
  });

  it('tells its Connect instances and numbers', async () => {
    const { account } = accountOver({
      'GET /instance': {
        body: { InstanceSummaryList: [{ Arn: 'arn:i', InstanceAlias: 'clinic' }] },
      },
      'POST /phone-number/list': {
        body: {
          ListPhoneNumbersSummaryList: [{ PhoneNumber: '+442079460000', PhoneNumberArn: 'arn:n' }],
        },
      },
    });

    expect(await account.connectInstances()).toEqual([{ arn: 'arn:i', alias: 'clinic' }]);
    expect([...(await account.ownNumbers())]).toEqual([['+442079460000', 'arn:n']]);
  });

  it('tells what an instance has: names, and where events and recordings go', async () => {
    const stream = { KinesisStreamConfig: { StreamArn: 'arn:s' }, StorageType: 'KINESIS_STREAM' };
    const { account } = accountOver({
      'GET /routing-profiles-summary/i': {
        body: { RoutingProfileSummaryList: [{ Name: 'north sales' }] },
      },
      'GET /queues-summary/i': { body: { QueueSummaryList: [{ Name: 'north sales' }] } },
      'GET /contact-flows-summary/i': { body: { ContactFlowSummaryList: [{ Name: 'Default' }] } },
      'GET /instance/i/storage-configs': [
        { body: { StorageConfigs: [stream] } },
        { body: { StorageConfigs: [] } },
      ],
    });

    expect(await account.thingsOf('arn:aws:connect:eu-central-1:1:instance/i')).toEqual({
      routingProfiles: new Set(['north sales']),
      queues: new Set(['north sales']),
      flows: new Set(['Default']),
      agentEvents: 'arn:s',
      recordings: undefined,
    });
  });

  it('tells whether e-mails and text messages are in a sandbox, and how fast they go', async () => {
    const { account } = accountOver({
      'GET /v2/email/account': {
        body: { ProductionAccessEnabled: false, SendQuota: { MaxSendRate: 1 } },
      },
      DescribeAccountAttributes: {
        body: { AccountAttributes: [{ Name: 'ACCOUNT_TIER', Value: 'PRODUCTION' }] },
      },
      DescribeSpendLimits: {
        body: { SpendLimits: [{ Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 20 }] },
      },
    });

    expect(await account.email()).toEqual({ sandbox: true, perSecond: 1 });
    expect(await account.texts()).toEqual({ sandbox: false, monthlySpend: 20 });
  });

  it('tells which senders and mailboxes are there: one that is not is no error', async () => {
    const { account } = accountOver({
      DescribePhoneNumbers: { body: { PhoneNumbers: [{ PhoneNumber: '+48732100200' }] } },
      DescribeSenderIds: { body: { SenderIds: [{ SenderId: 'MEDIKA' }] } },
      'GET /v2/email/identities/clinic.example': { body: { VerifiedForSendingStatus: true } },
      'GET /v2/email/identities/new.example': { body: { VerifiedForSendingStatus: false } },
      'GET /v2/email/identities/none.example': { error: 'NotFoundException' },
    });

    expect(await account.textSenders()).toEqual(new Set(['+48732100200', 'MEDIKA']));
    expect(await account.verified(['clinic.example', 'new.example', 'none.example'])).toEqual(
      new Set(['clinic.example']),
    );
  });

  it('tells whether the centre is deployed and which secrets are taken', async () => {
    const { account } = accountOver({
      GetParametersByPath: [
        { body: { Parameters: [{ Name: '/ringback/tables/records' }], NextToken: 'more' } },
        { body: { Parameters: [{ Name: '/ringback/queues/sales', Value: QUEUE }] } },
      ],
      DescribeSecret: [{ body: { Name: 'ringback/a' } }, NOT_FOUND],
    });

    expect(await account.deployed('ringback')).toEqual({
      data: true,
      connect: true,
      api: false,
      instance: 'i-1',
    });
    expect(await account.secretsNamed(['ringback/a', 'ringback/b'])).toEqual(
      new Set(['ringback/a']),
    );
  });

  it('tells the groups of a user pool, and whether it has our scopes', async () => {
    const noSuch = new CognitoRefusal('there is none');
    noSuch.name = 'ResourceNotFoundException';
    const pool: AskCognito = async (action, body) => {
      if (action === 'DescribeResourceServer') throw noSuch;
      return 'NextToken' in body && body.NextToken === 'more'
        ? { Groups: [{ GroupName: 'agent' }] }
        : { Groups: [{ GroupName: 'staff' }], NextToken: 'more' };
    };
    const none: AskCognito = () => Promise.reject(noSuch);
    const refused: AskCognito = () => Promise.reject(new CognitoRefusal('not authorized'));

    expect(await accountOver({}, pool).account.userPool('p')).toEqual({
      groups: new Set(['staff', 'agent']),
      hasScopes: false,
    });
    expect(await accountOver({}, none).account.userPool('p')).toBeUndefined();
    await expect(accountOver({}, refused).account.userPool('p')).rejects.toThrow('not authorized');
  });

  it('does not take a refusal for something that is not there', async () => {
    const { account } = accountOver({ DescribeSecret: { error: 'AccessDeniedException' } });

    await expect(account.secretsNamed(['ringback/a'])).rejects.toThrow();
  });
});
