// A connection of the WebSocket API begins or ends → a request as the API's tasks take it. Requests
// over HTTP come to the same function.
// docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html
import * as z from 'zod';
import type { HttpRequest } from '../../application/tasks/api-tasks.ts';
import { readHttpRequest } from './http-event.ts';

const ConnectionEvent = z.object({
  // a connection's end brings none
  headers: z.record(z.string(), z.unknown()).default({}),
  requestContext: z.object({
    routeKey: z.enum(['$connect', '$disconnect']),
    connectionId: z.string(),
    requestId: z.string(),
  }),
});

export function readLiveRequest(event: unknown): HttpRequest {
  const { success, data } = ConnectionEvent.safeParse(event);
  if (!success) return readHttpRequest(event);
  const { routeKey, connectionId, requestId } = data.requestContext;
  return {
    route: routeKey,
    params: { connection: connectionId },
    query: {},
    headers: Object.fromEntries(
      Object.entries(data.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    request: requestId,
  };
}
