// Who may sign in to the API: people in the groups of a user pool, and programs of other systems
// with credentials of their own. The pool is made here, or one that is there is used.
import { Aws, Duration, Fn, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  type IUserPool,
  type IUserPoolClient,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { RESOURCE_SERVER, ROLES, SCOPE_NAMES, SCOPES } from '../../api/roles.ts';
import { acknowledge } from '../acknowledge.ts';
import type { ApiAccess, Deployment } from '../deployment.ts';
import { kept } from '../kept.ts';

/** Where people come back to after signing in, while there is no console of the web. */
const ON_THIS_MACHINE = 'http://localhost:8400/';

const DESCRIPTIONS = {
  administrator: 'Everything',
  supervisor: 'The campaigns that name them',
  agent: 'Records that are theirs, and offers made to them',
} as const;

export class Users extends Construct {
  /** Of the tokens. */
  readonly issuer: string;
  /** Where tokens are asked for; undefined where another team's pool has its own. */
  readonly tokenUrl: string | undefined;
  readonly poolId: string;
  /** By name: `console`, and each program. */
  readonly clients: ReadonlyMap<string, IUserPoolClient>;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const access = deployment.access ?? {};
    const { pool, issuer, domain } =
      access.userPool === undefined ? this.newPool(deployment) : this.existing(access.userPool);
    this.issuer = issuer;
    this.poolId = pool.userPoolId;
    this.tokenUrl = domain && `${domain}/oauth2/token`;
    for (const groupName of ROLES)
      new CfnUserPoolGroup(this, `Group-${groupName}`, {
        userPoolId: pool.userPoolId,
        groupName,
        description: DESCRIPTIONS[groupName],
      });
    const scopes = SCOPE_NAMES.map(
      (scopeName) => new ResourceServerScope({ scopeName, scopeDescription: SCOPES[scopeName] }),
    );
    const server = pool.addResourceServer('Api', { identifier: RESOURCE_SERVER, scopes });
    this.clients = new Map([
      ['console', consoleClient(pool, access)],
      ...(access.integrators ?? []).map(
        (program) => [program, programClient(pool, program, server, scopes)] as const,
      ),
    ]);
  }

  private newPool(deployment: Deployment) {
    const { name, production } = deployment;
    const pool = new UserPool(this, 'Pool', {
      userPoolName: name,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: production,
      removalPolicy: kept(deployment),
    });
    acknowledge(
      pool,
      'AwsSolutions-COG2',
      'People may add a second factor; agents who share a desk without a telephone could not.',
    );
    acknowledge(
      pool,
      'AwsSolutions-COG3',
      'Threat protection belongs to the Plus plan, which is paid for each user.',
    );
    acknowledge(
      pool,
      'AwsSolutions-COG8',
      'The Plus plan is paid for each user; a team that wants it switches it on.',
    );
    const { domainName } = pool.addDomain('Domain', {
      // unique in the region
      cognitoDomain: { domainPrefix: Fn.join('-', [name.toLowerCase(), Aws.ACCOUNT_ID]) },
    });
    const { region } = Stack.of(this);
    const domain = `https://${domainName}.auth.${region}.amazoncognito.com`;
    return { pool: pool as IUserPool, issuer: pool.userPoolProviderUrl, domain };
  }

  private existing(arn: string) {
    const pool = UserPool.fromUserPoolArn(this, 'Pool', arn);
    return { pool, issuer: `https://${pool.userPoolProviderName}`, domain: undefined };
  }
}

/** For the web console and the desk, which run in a browser and hold no secret. */
function consoleClient(pool: IUserPool, { consoleOrigin }: ApiAccess): IUserPoolClient {
  const url = consoleOrigin === undefined ? ON_THIS_MACHINE : `${consoleOrigin}/`;
  return pool.addClient('Console', {
    generateSecret: false,
    authFlows: { userSrp: true },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [url],
      logoutUrls: [url],
    },
  });
}

function programClient(
  pool: IUserPool,
  program: string,
  server: UserPoolResourceServer,
  scopes: readonly ResourceServerScope[],
): IUserPoolClient {
  return pool.addClient(`Program-${program}`, {
    userPoolClientName: program,
    generateSecret: true,
    accessTokenValidity: Duration.hours(1),
    oAuth: {
      flows: { clientCredentials: true },
      scopes: scopes.map((one) => OAuthScope.resourceServer(server, one)),
    },
  });
}
