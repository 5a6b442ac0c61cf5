// Who is told of changes: a ticket for whoever has a token, and the connection that is opened with
// it. A token never travels with the connection: browsers let a page set no header there, and what
// stands in an address is logged.

import type { HttpAnswer, HttpRequest } from '../../application/tasks/api-tasks.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { Watch } from '../../domain/live/watch.ts';
import type { Definitions } from '../../language/definitions.ts';
import { agentOf, type Caller, isAdministrator, reaches } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import type { LIVE_ROUTES } from '../routes/live.ts';

type Ports = PortsOf<'api-live'>;

export const liveRoutes: RouteHandlers<typeof LIVE_ROUTES, Ports> = {
  async watchChanges({ caller }, { clock, definitions, admissions }) {
    const watch = watchOf(definitions.definitions(), caller);
    return { body: { ticket: await admissions.admit(watch, clock.now()) } };
  },
};

function watchOf(definitions: Definitions, caller: Caller): Watch {
  const agent = agentOf(definitions, caller);
  if (isAdministrator(caller)) return { campaigns: 'all', agent };
  const campaigns = Object.keys(definitions.campaigns).filter((campaign) =>
    reaches(definitions, caller, campaign),
  );
  return { campaigns, agent };
}

/** What the page and the gateway agree to speak. */
const PROTOCOL = 'ringback';
const TICKET = 'ticket.';

/** Opens the connection of whoever has a ticket. */
export async function connect(
  { headers, params }: HttpRequest,
  { clock, admissions }: Ports,
): Promise<HttpAnswer> {
  const asked = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  const ticket = asked.find((one) => one.startsWith(TICKET))?.slice(TICKET.length);
  const now = clock.now();
  const watch = ticket === undefined ? undefined : await admissions.take(ticket, now);
  if (watch === undefined || !asked.includes(PROTOCOL)) return answer(401);
  await admissions.join({ connection: params.connection ?? '', since: now, watch });
  return answer(200, { 'Sec-WebSocket-Protocol': PROTOCOL });
}

export async function disconnect(
  { params }: HttpRequest,
  { admissions }: Ports,
): Promise<HttpAnswer> {
  await admissions.leave(params.connection ?? '');
  return answer(200);
}

const answer = (status: number, headers: HttpAnswer['headers'] = {}): HttpAnswer => ({
  status,
  headers,
  body: '',
});
