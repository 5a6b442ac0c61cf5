// The account as its services tell of it, with calls that only read. Quotas of Connect are matched
// by name: their codes say nothing to a reader, and a name that AWS changes costs a row of the
// table, not the table.
import {
  ConnectClient,
  ListInstancesCommand,
  ListPhoneNumbersV2Command,
} from '@aws-sdk/client-connect';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeAccountAttributesCommand,
  DescribePhoneNumbersCommand,
  DescribeSenderIdsCommand,
  DescribeSpendLimitsCommand,
  PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { z } from 'zod';
import type { Account } from '../../application/deployment/account.ts';
import { errorName } from '../service-errors.ts';
import { type AskCognito, cognito } from './cognito.ts';
import { connectThings } from './connect-things.ts';
import { everyPage } from './every-page.ts';
import { type AskReceiving, receiptRules } from './receipt-rules.ts';

const Groups60 = z.object({
  Groups: z.array(z.object({ GroupName: z.string() })).default([]),
  NextToken: z.string().optional(),
});
const NO_SUCH = 'ResourceNotFoundException';
/** Identifier of the resource server (lib/api/roles.ts). */
const SCOPES_OF_THE_API = 'ringback';

export interface AccountClients {
  readonly cognito: AskCognito;
  readonly connect: ConnectClient;
  readonly lambda: LambdaClient;
  readonly sms: PinpointSMSVoiceV2Client;
  readonly secrets: SecretsManagerClient;
  readonly quotas: ServiceQuotasClient;
  readonly receiving: AskReceiving;
  readonly ses: SESv2Client;
  readonly ssm: SSMClient;
}

/** Clients for the account and region that the user's AWS settings name. */
export const accountClients = (): AccountClients => ({
  cognito: cognito(new SSMClient({}).config),
  connect: new ConnectClient({}),
  lambda: new LambdaClient({}),
  sms: new PinpointSMSVoiceV2Client({}),
  secrets: new SecretsManagerClient({}),
  quotas: new ServiceQuotasClient({}),
  receiving: receiptRules(new SSMClient({}).config),
  ses: new SESv2Client({}),
  ssm: new SSMClient({}),
});

export function awsAccount(clients: AccountClients): Account {
  const { cognito: ask, connect, lambda, quotas, receiving, secrets, ssm } = clients;
  return {
    ...messaging(clients),
    receiving,
    thingsOf: (instanceArn) => connectThings(connect, instanceArn),
    async concurrentFunctions() {
      const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
    async connectQuotas() {
      const found = await everyPage(async (NextToken) => {
        const page = new ListServiceQuotasCommand({ ServiceCode: 'connect', NextToken });
        const { Quotas = [], NextToken: next } = await quotas.send(page);
        return { items: Quotas, next };
      });
      return new Map(found.map(({ QuotaName = '', Value = 0 }) => [QuotaName, Value]));
    },
    async connectInstances() {
      const found = await everyPage(async (NextToken) => {
        const answer = await connect.send(new ListInstancesCommand({ NextToken }));
        return { items: answer.InstanceSummaryList ?? [], next: answer.NextToken };
      });
      return found.map(({ Arn = '', InstanceAlias }) => ({ arn: Arn, alias: InstanceAlias }));
    },
    async ownNumbers() {
      const found = await everyPage(async (NextToken) => {
        const answer = await connect.send(new ListPhoneNumbersV2Command({ NextToken }));
        return { items: answer.ListPhoneNumbersSummaryList ?? [], next: answer.NextToken };
      });
      return new Map(
        found.map(({ PhoneNumber = '', PhoneNumberArn = '' }) => [PhoneNumber, PhoneNumberArn]),
      );
    },
    async deployed(name) {
      const parameters = await everyPage(async (NextToken) => {
        const ask = { Path: `/${name}`, Recursive: true, NextToken };
        const answer = await ssm.send(new GetParametersByPathCommand(ask));
        return { items: answer.Parameters ?? [], next: answer.NextToken };
      });
      const has = (part: string) =>
        parameters.some(({ Name = '' }) => Name.startsWith(`/${name}/${part}/`));
      const [queue] = parameters.filter(({ Name = '' }) => Name.startsWith(`/${name}/queues/`));
      const [, instance] = /:instance\/([^/]+)\//.exec(queue?.Value ?? '') ?? [];
      return { data: has('tables'), connect: has('queues'), api: has('api'), instance };
    },
    async userPool(id) {
      try {
        const groups = await everyPage(async (NextToken) => {
          const page = await ask('ListGroups', { UserPoolId: id, Limit: 60, NextToken });
          const { Groups, NextToken: next } = Groups60.parse(page);
          return { items: Groups, next };
        });
        const hasScopes = await ask('DescribeResourceServer', {
          UserPoolId: id,
          Identifier: SCOPES_OF_THE_API,
        }).then(
          () => true,
          (error: unknown) => {
            if (errorName(error) === NO_SUCH) return false;
            throw error;
          },
        );
        return { groups: new Set(groups.map(({ GroupName }) => GroupName)), hasScopes };
      } catch (error) {
        if (errorName(error) === NO_SUCH) return undefined;
        throw error;
      }
    },
    secretsNamed: (names) =>
      thoseThatExist(names, (SecretId) => secrets.send(new DescribeSecretCommand({ SecretId }))),
  };
}

function messaging({
  ses,
  sms,
}: AccountClients): Pick<Account, 'region' | 'email' | 'verified' | 'texts' | 'textSenders'> {
  return {
    region: () => ses.config.region(),
    async email() {
      const answer = await ses.send(new GetAccountCommand({}));
      return {
        sandbox: answer.ProductionAccessEnabled !== true,
        perSecond: answer.SendQuota?.MaxSendRate ?? 0,
      };
    },
    verified: (identities) =>
      thoseThatExist(identities, async (EmailIdentity) => {
        const answer = await ses.send(new GetEmailIdentityCommand({ EmailIdentity }));
        return answer.VerifiedForSendingStatus === true;
      }),
    async texts() {
      const [{ AccountAttributes = [] }, { SpendLimits = [] }] = await Promise.all([
        sms.send(new DescribeAccountAttributesCommand({})),
        sms.send(new DescribeSpendLimitsCommand({})),
      ]);
      const tier = AccountAttributes.find(({ Name }) => Name === 'ACCOUNT_TIER')?.Value;
      const limit = SpendLimits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT');
      return { sandbox: tier !== 'PRODUCTION', monthlySpend: limit?.EnforcedLimit ?? 0 };
    },
    async textSenders() {
      const numbers = await everyPage(async (NextToken) => {
        const answer = await sms.send(new DescribePhoneNumbersCommand({ NextToken }));
        return { items: answer.PhoneNumbers ?? [], next: answer.NextToken };
      });
      const names = await everyPage(async (NextToken) => {
        const answer = await sms.send(new DescribeSenderIdsCommand({ NextToken }));
        return { items: answer.SenderIds ?? [], next: answer.NextToken };
      });
      return new Set([
        ...numbers.flatMap(({ PhoneNumber }) => PhoneNumber ?? []),
        ...names.flatMap(({ SenderId }) => SenderId ?? []),
      ]);
    },
  };
}

/** @param look answers false, or fails as a service does, for what is not there */
async function thoseThatExist(
  names: readonly string[],
  look: (name: string) => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    names.map(async (name) => {
      try {
        return (await look(name)) === false ? [] : [name];
      } catch (error) {
        if (NOT_THERE.includes(errorName(error))) return [];
        throw error;
      }
    }),
  );
  return new Set(found.flat());
}

const NOT_THERE: readonly string[] = ['ResourceNotFoundException', 'NotFoundException'];
