// The way of every request: found in the table, authorised, checked, carried out, answered. What
// goes wrong on the way is a problem with its place and remedy; nothing of an error's own words
// leaves.

import type { DefinitionsSource } from '../application/ports/definitions-source.ts';
import type { HttpAnswer, HttpRequest } from '../application/tasks/api-tasks.ts';
import { Fault } from '../application/tasks/faults.ts';
import { againstUse, type Caller, callerOf, reaches } from './caller.ts';
import { type Answered, Outdated, type RouteHandler, type RouteHandlers } from './handler.ts';
import { type Problem, problem, problemResponse } from './problems.ts';
import { readRequest } from './read-request.ts';
import { type Route, routeKey } from './route.ts';

interface Operation<P> {
  readonly route: Route;
  readonly handler: RouteHandler<Route, P>;
}

/** Answers requests of the operations of a table. */
export function serving<T extends Readonly<Record<string, Route>>, P extends Needs>(
  routes: T,
  handlers: RouteHandlers<T, P>,
) {
  const operations = new Map<string, Operation<P>>(
    Object.entries(routes).map(([id, route]) => [
      routeKey(route),
      // each is called with what its own row has read
      { route, handler: handlers[id] as unknown as RouteHandler<Route, P> },
    ]),
  );
  return async (request: HttpRequest, ports: P): Promise<HttpAnswer> => {
    const operation = operations.get(request.route);
    if (operation === undefined)
      return problemResponse(request.request, problem('not-found', 'there is no such operation'));
    const answer = await answered(operation, request, ports);
    if ('problem' in answer) return problemResponse(request.request, answer);
    return success(operation.route, answer);
  };
}

interface Needs {
  readonly definitions: DefinitionsSource;
}

async function answered<P extends Needs>(
  { route, handler }: Operation<P>,
  request: HttpRequest,
  ports: P,
): Promise<Answered<unknown> | Problem> {
  const caller = callerOf(request.claims) ?? (route.who === 'anyone' ? NOBODY : undefined);
  if (caller === undefined) return problem('not-allowed', 'the token is no access token');
  const against = againstUse(route.who, caller);
  if (against !== undefined) return problem('not-allowed', against);
  const input = readRequest(route, request);
  if ('problem' in input) return input;
  const beyond = beyondReach(route, caller, input.params, ports);
  if (beyond !== undefined) return beyond;
  try {
    return await handler({ ...input, caller }, ports);
  } catch (error) {
    return problemOf(error);
  }
}

const NOBODY: Caller = { kind: 'program', client: 'nobody', scopes: [] };

/** Where a campaign is named it is there, and the caller's; agents are held to their records. */
function beyondReach(
  route: Route,
  caller: Caller,
  { campaign }: Readonly<Record<string, unknown>>,
  ports: Needs,
): Problem | undefined {
  if (typeof campaign !== 'string' || route.who === 'anyone') return undefined;
  const definitions = ports.definitions.definitions();
  if (!Object.hasOwn(definitions.campaigns, campaign))
    return problem('not-found', `there is no campaign '${campaign}'`);
  if (reaches(definitions, caller, campaign)) return undefined;
  if (
    caller.kind === 'person' &&
    caller.roles.includes('agent') &&
    route.who.roles.includes('agent')
  )
    return undefined;
  return problem('not-allowed', `campaign '${campaign}' does not name you as its supervisor`);
}

function problemOf(error: unknown): Problem {
  if (error instanceof Outdated) return problem('outdated');
  if (!(error instanceof Fault)) throw error;
  if (error.name === 'RecordContended') return problem('contended');
  if (error.name === 'NotFound') return problem('not-found');
  return problem('unavailable');
}

function success(route: Route, { body, etag }: Answered<unknown>): HttpAnswer {
  const headers: Record<string, string> = {
    'content-type': route.media ?? 'application/json',
    'cache-control': 'no-store',
  };
  if (etag !== undefined) headers.etag = `"${etag}"`;
  return {
    status: route.status ?? 200,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
