// User pools of Cognito, their clients, groups and scopes.
import { z } from 'zod';
import { boolean, ignored, number, resourceKind } from '../template/resource-kind.ts';
import { poolUrl } from '../users/sign-in.ts';
import { drawId } from '../users/user-pool.ts';

/** AWS::Cognito::UserPool; its users come from whoever starts the cloud. */
export const userPool = resourceKind(
  z.strictObject({
    ...ignored(
      'AccountRecoverySetting',
      'AdminCreateUserConfig',
      'DeletionProtection',
      'EmailVerificationMessage',
      'EmailVerificationSubject',
      'EnabledMfas',
      'MfaConfiguration',
      'Policies',
      'Schema',
      'SmsVerificationMessage',
      'UserPoolName',
      'UserPoolTags',
      'UsernameConfiguration',
      'VerificationMessageTemplate',
    ),
  }),
  ({ cloud }) => {
    const pool = cloud.userPools.create();
    const ProviderName = pool.issuer.replace('https://', '');
    return {
      ref: pool.id,
      attributes: { UserPoolId: pool.id, ProviderURL: pool.issuer, ProviderName },
      thing: pool,
    };
  },
);

/** AWS::Cognito::UserPoolDomain; the pool's endpoints are below the gateway's own address. */
export const userPoolDomain = resourceKind(
  z.strictObject({ Domain: z.string(), UserPoolId: z.string(), ...ignored('ManagedLoginVersion') }),
  ({ cloud, properties }) => {
    const { region, endpoint } = cloud.location;
    cloud.distributions.standsFor(
      `https://${properties.Domain}.auth.${region}.amazoncognito.com`,
      poolUrl(endpoint, cloud.userPools.get(properties.UserPoolId)),
    );
    return { ref: properties.Domain };
  },
);

/** AWS::Cognito::UserPoolGroup */
export const userPoolGroup = resourceKind(
  z.strictObject({
    UserPoolId: z.string(),
    GroupName: z.string(),
    ...ignored('Description', 'Precedence'),
  }),
  ({ cloud, properties }) => {
    cloud.userPools.get(properties.UserPoolId).groups.add(properties.GroupName);
    return { ref: properties.GroupName };
  },
);

/** AWS::Cognito::UserPoolResourceServer: its scopes are those the clients name. */
export const userPoolResourceServer = resourceKind(
  z.strictObject({
    UserPoolId: z.string(),
    Identifier: z.string(),
    ...ignored('Name', 'Scopes'),
  }),
  ({ properties }) => ({ ref: properties.Identifier }),
);

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const Unit = z.enum(['seconds', 'minutes', 'hours', 'days']);

/** AWS::Cognito::UserPoolClient */
export const userPoolClient = resourceKind(
  z.strictObject({
    UserPoolId: z.string(),
    ClientName: z.string().optional(),
    GenerateSecret: boolean.default(false),
    AllowedOAuthFlows: z.array(z.enum(['code', 'client_credentials'])).default([]),
    AllowedOAuthScopes: z.array(z.string()).default([]),
    CallbackURLs: z.array(z.string()).default([]),
    AccessTokenValidity: number.default(60),
    TokenValidityUnits: z
      .strictObject({
        AccessToken: Unit.default('hours'),
        ...ignored('IdToken', 'RefreshToken'),
      })
      .default({ AccessToken: 'minutes' }),
    ...ignored(
      'AllowedOAuthFlowsUserPoolClient',
      'EnableTokenRevocation',
      'ExplicitAuthFlows',
      'LogoutURLs',
      'PreventUserExistenceErrors',
      'RefreshTokenValidity',
      'SupportedIdentityProviders',
    ),
  }),
  ({ cloud, properties, generatedName }) => {
    const id = drawId(26, 'abcdefghijklmnopqrstuvwxyz0123456789');
    const secret = properties.GenerateSecret ? drawId(51) : undefined;
    cloud.userPools.get(properties.UserPoolId).clients.set(id, {
      id,
      secret,
      name: properties.ClientName ?? generatedName,
      flows: properties.AllowedOAuthFlows,
      scopes: properties.AllowedOAuthScopes,
      callbacks: properties.CallbackURLs.map((url) => cloud.distributions.here(url)),
      accessFor:
        properties.AccessTokenValidity * SECONDS[properties.TokenValidityUnits.AccessToken],
    });
    const attributes = { ClientId: id, ...(secret !== undefined && { ClientSecret: secret }) };
    return { ref: id, attributes };
  },
);
