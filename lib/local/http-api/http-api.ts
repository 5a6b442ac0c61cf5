// An HTTP API of API Gateway: finds the route, has the authorizer judge the token, asks the
// function in payload format 2.0 and answers what it says. The gateway itself has its own words.
// docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type AwsLocation, arn } from '../aws-location.ts';
import type { GatewayRequest, ServiceResponse } from '../gateway/service.ts';
import type { Iam } from '../iam/iam.ts';
import type { Functions } from '../lambda/functions.ts';
import type { SimulatedTime } from '../time.ts';
import { type Cors, isPreflight, sharedWith } from './cors.ts';
import { type Authorizer, bestRoute, type HttpRoute, type Matched } from './match-route.ts';
import { Throttle } from './throttle.ts';

interface Parts {
  readonly location: AwsLocation;
  readonly time: SimulatedTime;
  readonly iam: Iam;
  readonly functions: Functions;
}

const Result = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
});

export class HttpApi {
  readonly id: string;
  readonly routes: HttpRoute[] = [];
  readonly integrations = new Map<string, string>();
  readonly authorizers = new Map<string, Authorizer>();
  /** Undefined: no page of the web gets an answer. */
  cors: Cors | undefined;
  private throttle: Throttle | undefined;
  private readonly parts: Parts;

  constructor(id: string, parts: Parts) {
    this.id = id;
    this.parts = parts;
  }

  /** Requests a second on average, and how many at once. */
  limit(rate: number, burst: number): void {
    this.throttle = new Throttle(rate, burst);
  }

  /** @param path below the stage, still encoded */
  async answer(request: GatewayRequest, path: string): Promise<ServiceResponse> {
    const shared = sharedWith(this.cors, request);
    if (this.cors && isPreflight(request)) return { status: 204, headers: shared, body: '' };
    const answer =
      this.throttle?.take() === false
        ? said(429, 'Too Many Requests')
        : await this.answered(request, path);
    return { ...answer, headers: { ...answer.headers, ...shared } };
  }

  private async answered(request: GatewayRequest, path: string): Promise<ServiceResponse> {
    const found = bestRoute(this.routes, request.method, path);
    if (!found) return said(404, 'Not Found');
    const { authorizer } = found.route;
    const claims = authorizer && (await authorizer(tokenOf(request)));
    if (authorizer && !claims) return said(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    return this.ask(found, request, path, claims);
  }

  private async ask(
    { route, params }: Matched,
    request: GatewayRequest,
    path: string,
    claims: Readonly<Record<string, unknown>> | undefined,
  ): Promise<ServiceResponse> {
    const { iam, functions } = this.parts;
    const target = functions.get(route.target);
    const sourceArn = arn(
      this.parts.location,
      'execute-api',
      `${this.id}/$default/${request.method}${path}`,
    );
    const principal = { kind: 'service', name: 'apigateway.amazonaws.com', sourceArn } as const;
    iam.authorize(principal, 'lambda:InvokeFunction', target.settings.arn);
    const event = this.eventOf(route, params, request, path, claims);
    const { payload, functionError } = await target.invoke(JSON.stringify(event));
    const result = functionError ? undefined : Result.safeParse(JSON.parse(payload)).data;
    if (result === undefined) return said(500, 'Internal Server Error');
    const { statusCode: status, headers, body } = result;
    return { status, headers, body };
  }

  private eventOf(
    { key }: HttpRoute,
    pathParameters: Readonly<Record<string, string>>,
    request: GatewayRequest,
    rawPath: string,
    claims: Readonly<Record<string, unknown>> | undefined,
  ) {
    const { method, query, body } = request;
    const now = this.parts.time.now();
    return {
      version: '2.0',
      routeKey: key,
      rawPath,
      rawQueryString: query.toString(),
      headers: joined(Object.entries(request.headers)),
      queryStringParameters: query.size > 0 ? joined([...query]) : undefined,
      pathParameters: Object.keys(pathParameters).length > 0 ? pathParameters : undefined,
      requestContext: {
        accountId: this.parts.location.account,
        apiId: this.id,
        authorizer: claims && { jwt: { claims: asTexts(claims), scopes: null } },
        http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        requestId: randomUUID(),
        routeKey: key,
        stage: '$default',
        timeEpoch: now,
      },
      body: body.length > 0 ? body.toString('utf8') : undefined,
      isBase64Encoded: false,
    };
  }
}

function tokenOf({ headers }: GatewayRequest): string {
  const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return token;
}

/** Several values of one name are joined by commas. */
function joined(entries: readonly (readonly [string, unknown])[]): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of entries) {
    if (value === undefined) continue;
    const before = all[name];
    all[name] = before === undefined ? String(value) : `${before},${String(value)}`;
  }
  return all;
}

/** Claims reach a function as texts, lists in brackets: [administrator agent]. */
const asTexts = (claims: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

const said = (
  status: number,
  message: string,
  more: Readonly<Record<string, string>> = {},
): ServiceResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...more },
  body: JSON.stringify({ message }),
});
