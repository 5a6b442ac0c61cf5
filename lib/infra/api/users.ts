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
import type { RuntimeConfig } from './pages.ts';

/** Where people come back to after signing in, where no pages are deployed. */
const ON_THIS_MACHINE = 'http://localhost:8400/';

const DESCRIPTIONS = {
  administrator: 'Everything',
  supervisor: 'The campaigns that name them',
  agent: 'Records that are theirs, and offers made to them',
} as const;

/** Pages of the web that people come back to, below their origin. */
const PAGES = ['/', '/desk.html'];

export class Users extends Construct {
  /** Of the tokens. */
  readonly issuer: string;
  /**
   * Below it people sign in and programs ask for tokens; undefined where another team's pool has
   * its own.
   */
  readonly signIn: string | undefined;
  readonly poolId: string;
  private readonly access: ApiAccess;
  private readonly pool: IUserPool;
  private readonly made = new Map<string, IUserPoolClient>();

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.access = deployment.access ?? {};
    const { userPool, userPoolDomain } = this.access;
    const { pool, issuer, domain } =
      userPool === undefined ? this.newPool(deployment) : this.existing(userPool, userPoolDomain);
    this.issuer = issuer;
    this.poolId = pool.userPoolId;
    this.pool = pool;
    this.signIn = domain;
    for (const groupName of ROLES)
      new CfnUserPoolGroup(this, `Group-${groupName}`, {
        userPoolId: pool.userPoolId,
        groupName,
        description: DESCRIPTIONS[groupName],
      });
  }

  /** By name: `console`, and each program. */
  get clients(): ReadonlyMap<string, IUserPoolClient> {
    return this.made;
  }

  /** @param pages the origin of the pages that are deployed with the API */
  addClients(pages: string | undefined): void {
    const { pool, access } = this;
    const scopes = SCOPE_NAMES.map(
      (scopeName) => new ResourceServerScope({ scopeName, scopeDescription: SCOPES[scopeName] }),
    );
    const server = pool.addResourceServer('Api', { identifier: RESOURCE_SERVER, scopes });
    this.made.set('console', consoleClient(pool, returnsTo(pages, access.consoleOrigin)));
    for (const program of access.integrators ?? [])
      this.made.set(program, programClient(pool, program, server, scopes));
  }

  /** What pages have to know of their users. */
  forPages(): Pick<RuntimeConfig, 'signIn' | 'client'> {
    const client = this.made.get('console')?.userPoolClientId ?? '';
    return { signIn: this.signIn ?? '', client };
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

  private existing(arn: string, domain: string | undefined) {
    const pool = UserPool.fromUserPoolArn(this, 'Pool', arn);
    return { pool, issuer: `https://${pool.userPoolProviderName}`, domain };
  }
}

/** @param own origin of pages that the team serves itself */
function returnsTo(pages: string | undefined, own: string | undefined): readonly string[] {
  const origins = [pages, own].filter((origin) => origin !== undefined);
  if (origins.length === 0) return [ON_THIS_MACHINE];
  return origins.flatMap((origin) => PAGES.map((page) => `${origin}${page}`));
}

/** For the web console and the desk, which run in a browser and hold no secret. */
function consoleClient(pool: IUserPool, urls: readonly string[]): IUserPoolClient {
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
      callbackUrls: [...urls],
      logoutUrls: [...urls],
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
