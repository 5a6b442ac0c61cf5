// Who wants to be told of changes: the request for a ticket, the beginning and the end of a
// connection.
import type { PortsOf } from '../application/tasks/task-ports.ts';
import type { UseCase } from '../application/tasks/tasks.ts';
import { own } from '../language/dictionary.ts';
import { connect, disconnect, liveRoutes } from './handlers/live.ts';
import { LIVE } from './routes/routes.ts';
import { serving } from './serve.ts';

type ApiLive = UseCase<'api-live', PortsOf<'api-live'>>;

const serve: ApiLive = serving(LIVE, liveRoutes);
const OF_CONNECTIONS: Readonly<Record<string, ApiLive>> = {
  $connect: connect,
  $disconnect: disconnect,
};

export const apiLive: ApiLive = (request, ports) =>
  (own(OF_CONNECTIONS, request.route) ?? serve)(request, ports);
