// The API of a team that has a user pool already and a console of the web.
import { describe, expect, it } from 'vitest';
import { ROLES, SCOPE_NAMES } from '../../../lib/api/roles.ts';
import { deploymentOf, exampleDefinitions, ofType, synthesise } from './deployment.ts';

const POOL = 'eu-central-1_AbCdEfGhI';
const CONSOLE = 'https://console.example.com';
const cloud = synthesise(
  deploymentOf(await exampleDefinitions(), {
    access: {
      userPool: `arn:aws:cognito-idp:eu-central-1:111122223333:userpool/${POOL}`,
      consoleOrigin: CONSOLE,
      integrators: ['crm'],
    },
  }),
);
const [api] = ofType(cloud, 'AWS::ApiGatewayV2::Api');

describe('pages of the web', () => {
  it('may call the API from the origin of the console, and from no other', () => {
    expect(api?.properties.CorsConfiguration).toEqual({
      AllowOrigins: [CONSOLE],
      AllowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      AllowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
      ExposeHeaders: ['etag', 'link', 'retry-after'],
    });
  });

  it('come back from signing in to the console only', () => {
    const browser = ofType(cloud, 'AWS::Cognito::UserPoolClient').find(
      ({ properties }) => properties.GenerateSecret === false,
    );

    expect(browser?.properties.CallbackURLs).toEqual([`${CONSOLE}/`, `${CONSOLE}/desk.html`]);
  });
});

describe('a user pool that is there', () => {
  it('is used, and none is made', () => {
    expect(ofType(cloud, 'AWS::Cognito::UserPool')).toEqual([]);
    expect(ofType(cloud, 'AWS::Cognito::UserPoolDomain')).toEqual([]);
  });

  it('gets the groups, the scopes and the clients', () => {
    const groups = ofType(cloud, 'AWS::Cognito::UserPoolGroup');
    const [server] = ofType(cloud, 'AWS::Cognito::UserPoolResourceServer');
    const clients = ofType(cloud, 'AWS::Cognito::UserPoolClient');

    expect(groups.map(({ properties }) => properties.GroupName).toSorted()).toEqual(
      [...ROLES].toSorted(),
    );
    const scopes = server?.properties.Scopes.map(
      ({ ScopeName }: { ScopeName: string }) => ScopeName,
    );
    expect(scopes).toEqual(SCOPE_NAMES);
    for (const { properties } of [...groups, ...clients, ...(server ? [server] : [])])
      expect(properties.UserPoolId).toBe(POOL);
  });

  it('issues the tokens that the gateway accepts, for these clients', () => {
    const [authorizer] = ofType(cloud, 'AWS::ApiGatewayV2::Authorizer');
    const { Issuer, Audience } = authorizer?.properties.JwtConfiguration ?? {};

    expect(JSON.stringify(Issuer)).toContain(POOL);
    expect(Audience).toHaveLength(2);
  });

  it('is published for commands without an address for tokens, which its team knows', () => {
    const names = ofType(cloud, 'AWS::SSM::Parameter').map(({ properties }) => properties.Name);

    expect(names.filter((name) => name.startsWith('/ringback/api/')).toSorted()).toEqual([
      '/ringback/api/clients/crm',
      '/ringback/api/url',
      '/ringback/api/user-pool',
    ]);
  });
});
