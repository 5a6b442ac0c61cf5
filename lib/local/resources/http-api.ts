// HTTP APIs of API Gateway.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { jwtAuthorizer } from '../http-api/jwt-authorizer.ts';
import { ignored, json, number, resourceKind } from '../template/resource-kind.ts';

const Cors = z.strictObject({
  AllowOrigins: z.array(z.string()),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
});

/** AWS::ApiGatewayV2::Api */
export const httpApi = resourceKind(
  z.strictObject({
    Name: z.string(),
    ProtocolType: z.literal('HTTP'),
    CorsConfiguration: Cors.optional(),
    ...ignored('Description', 'DisableExecuteApiEndpoint', 'Tags'),
  }),
  ({ cloud, properties }) => {
    const api = cloud.httpApis.create(properties.Name);
    const { CorsConfiguration: cors } = properties;
    if (cors)
      api.cors = {
        origins: cors.AllowOrigins,
        methods: cors.AllowMethods,
        headers: cors.AllowHeaders,
        exposed: cors.ExposeHeaders,
      };
    return { ref: api.id, attributes: { ApiId: api.id, ApiEndpoint: cloud.httpApis.url(api) } };
  },
);

/** AWS::ApiGatewayV2::Stage: the default one, deployed by itself. */
export const httpStage = resourceKind(
  z.strictObject({
    ApiId: z.string(),
    StageName: z.literal('$default'),
    AutoDeploy: z.literal(true),
    DefaultRouteSettings: z
      .strictObject({ ThrottlingRateLimit: number, ThrottlingBurstLimit: number })
      .optional(),
    ...ignored('AccessLogSettings', 'Description', 'Tags'),
  }),
  ({ cloud, properties }) => {
    const { DefaultRouteSettings: limits } = properties;
    if (limits)
      cloud.httpApis
        .get(properties.ApiId)
        .limit(limits.ThrottlingRateLimit, limits.ThrottlingBurstLimit);
    return { ref: properties.StageName };
  },
);

/** AWS::ApiGatewayV2::Integration of a function. */
export const httpIntegration = resourceKind(
  z.strictObject({
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    ...ignored('Description', 'TimeoutInMillis'),
  }),
  ({ cloud, properties, logicalId }) => {
    cloud.httpApis.get(properties.ApiId).integrations.set(logicalId, properties.IntegrationUri);
    return { ref: logicalId };
  },
);

/** AWS::ApiGatewayV2::Authorizer for tokens of a user pool of the cloud. */
export const httpAuthorizer = resourceKind(
  z.strictObject({
    ApiId: z.string(),
    AuthorizerType: z.literal('JWT'),
    Name: z.string(),
    IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
    JwtConfiguration: z.strictObject({ Audience: z.array(z.string()), Issuer: z.string() }),
  }),
  ({ cloud, properties, logicalId }) => {
    const { Audience, Issuer } = properties.JwtConfiguration;
    const pool = cloud.userPools.byIssuer(Issuer);
    if (!pool) throw new NotEmulated(`tokens of the issuer '${Issuer}'`);
    const authorizer = jwtAuthorizer(pool, Audience);
    cloud.httpApis.get(properties.ApiId).authorizers.set(logicalId, authorizer);
    return { ref: logicalId, attributes: { AuthorizerId: logicalId } };
  },
);

/** AWS::ApiGatewayV2::Route with a method and a path. */
export const httpRoute = resourceKind(
  z
    .strictObject({
      ApiId: z.string(),
      RouteKey: z.string().regex(/^[A-Z]+ \//, 'a method and a path'),
      Target: z.string().startsWith('integrations/'),
      AuthorizationType: z.enum(['JWT', 'NONE']),
      AuthorizerId: z.string().optional(),
      AuthorizationScopes: z.array(json).max(0).optional(),
      ...ignored('OperationName'),
    })
    .refine(
      ({ AuthorizationType: type, AuthorizerId: id }) => (type === 'JWT') === (id !== undefined),
      {
        error: 'an authorizer exactly where the type is JWT',
      },
    ),
  ({ cloud, properties, logicalId }) => {
    const api = cloud.httpApis.get(properties.ApiId);
    const integration = properties.Target.slice('integrations/'.length);
    const target = api.integrations.get(integration);
    if (target === undefined) throw new Error(`no integration '${integration}'`);
    const authorizer = api.authorizers.get(properties.AuthorizerId ?? '');
    if (properties.AuthorizerId !== undefined && !authorizer)
      throw new Error(`no authorizer '${properties.AuthorizerId}'`);
    api.routes.push({ key: properties.RouteKey, target, authorizer });
    return { ref: logicalId };
  },
);
