// What API Gateway hands to a function for a request (payload format 2.0) → what the API's tasks
// take of it. The gateway has found the route and verified the token by then.
// docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
import * as z from 'zod';
import type { HttpRequest } from '../../application/tasks/api-tasks.ts';

const Texts = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((all) =>
    Object.fromEntries(Object.entries(all ?? {}).map(([name, value]) => [name, String(value)])),
  );

const HttpEvent = z.object({
  routeKey: z.string(),
  pathParameters: Texts,
  queryStringParameters: Texts,
  headers: Texts,
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.object({ jwt: z.object({ claims: Texts }) }).nullish(),
  }),
});

export function readHttpRequest(event: unknown): HttpRequest {
  const read = HttpEvent.parse(event);
  const { body, isBase64Encoded, requestContext } = read;
  return {
    route: read.routeKey,
    params: read.pathParameters,
    query: read.queryStringParameters,
    headers: read.headers,
    body: isBase64Encoded && body ? Buffer.from(body, 'base64').toString() : (body ?? undefined),
    claims: requestContext.authorizer?.jwt.claims,
    request: requestContext.requestId,
  };
}
