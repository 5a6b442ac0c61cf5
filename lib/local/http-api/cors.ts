// What the gateway answers pages of the web: only those of the origins it names learn anything.
// docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
import type { GatewayRequest } from '../gateway/service.ts';

export interface Cors {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
}

/** A browser asks before it sends what a form could not. */
export const isPreflight = ({ method, headers }: GatewayRequest): boolean =>
  method === 'OPTIONS' &&
  headers.origin !== undefined &&
  headers['access-control-request-method'] !== undefined;

/** Headers that let the page read the answer; none for a page of another origin. */
export function sharedWith(
  cors: Cors | undefined,
  request: GatewayRequest,
): Readonly<Record<string, string>> {
  const { origin } = request.headers;
  if (!cors || origin === undefined || !cors.origins.includes(origin)) return {};
  const allowed = { 'access-control-allow-origin': origin };
  if (!isPreflight(request))
    return { ...allowed, 'access-control-expose-headers': cors.exposed.join(',') };
  return {
    ...allowed,
    'access-control-allow-methods': cors.methods.join(','),
    'access-control-allow-headers': cors.headers.join(','),
  };
}
