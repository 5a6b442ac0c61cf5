// HTTP and WebSocket APIs of API Gateway: one set of types for both.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { Cloud } from '../cloud.ts';
import { jwtAuthorizer } from '../http-api/jwt-authorizer.ts';
import { type Created, ignored, json, number, resourceKind } from '../template/resource-kind.ts';

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
    ProtocolType: z.enum(['HTTP', 'WEBSOCKET']),
    CorsConfiguration: Cors.optional(),
    // messages of pages are taken by no route
    RouteSelectionExpression: z.string().optional(),
    ...ignored('Description', 'DisableExecuteApiEndpoint', 'Tags'),
  }),
  ({ cloud, properties }) => {
    if (properties.ProtocolType === 'WEBSOCKET') return webSocketApi(cloud, properties.Name);
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

function webSocketApi({ webSockets }: Cloud, name: string): Created {
  const api = webSockets.create(name);
  return { ref: api.id, attributes: { ApiId: api.id, ApiEndpoint: webSockets.url(api) } };
}

/** AWS::ApiGatewayV2::Stage: of an HTTP API the default one; deployed by itself. */
export const httpStage = resourceKind(
  z.strictObject({
    ApiId: z.string(),
    StageName: z.string(),
    AutoDeploy: z.literal(true),
    DefaultRouteSettings: z
      .strictObject({ ThrottlingRateLimit: number, ThrottlingBurstLimit: number })
      .optional(),
    ...ignored('AccessLogSettings', 'Description', 'Tags'),
  }),
  ({ cloud, properties }) => {
    const { DefaultRouteSettings: limits, StageName } = properties;
    const webSocket = cloud.webSockets.get(properties.ApiId);
    if (webSocket) {
      webSocket.stage = StageName;
      return { ref: StageName };
    }
    if (StageName !== '$default') throw new NotEmulated(`the stage '${StageName}' of an HTTP API`);
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
    // WebSocket APIs have one format only
    PayloadFormatVersion: z.literal('2.0').optional(),
    ...ignored('Description', 'TimeoutInMillis'),
  }),
  ({ cloud, properties, logicalId }) => {
    const { ApiId, IntegrationUri } = properties;
    const webSocket = cloud.webSockets.get(ApiId);
    if (webSocket) webSocket.integrations.set(logicalId, functionIn(IntegrationUri));
    else cloud.httpApis.get(ApiId).integrations.set(logicalId, IntegrationUri);
    return { ref: logicalId };
  },
);

/** WebSocket APIs name a function by an address to invoke it at. */
const functionIn = (uri: string): string => /functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;

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

/** AWS::ApiGatewayV2::Route with a method and a path, or of a connection's beginning and end. */
export const httpRoute = resourceKind(
  z
    .strictObject({
      ApiId: z.string(),
      RouteKey: z
        .string()
        .regex(/^([A-Z]+ \/|\$(connect|disconnect)$)/, 'a method and a path, or a connection'),
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
    const webSocket = cloud.webSockets.get(properties.ApiId);
    const api = webSocket ?? cloud.httpApis.get(properties.ApiId);
    const integration = properties.Target.slice('integrations/'.length);
    const target = api.integrations.get(integration);
    if (target === undefined) throw new Error(`no integration '${integration}'`);
    if (!('authorizers' in api)) {
      api.routes.set(properties.RouteKey, target);
      return { ref: logicalId };
    }
    const authorizer = api.authorizers.get(properties.AuthorizerId ?? '');
    if (properties.AuthorizerId !== undefined && !authorizer)
      throw new Error(`no authorizer '${properties.AuthorizerId}'`);
    api.routes.push({ key: properties.RouteKey, target, authorizer });
    return { ref: logicalId };
  },
);
