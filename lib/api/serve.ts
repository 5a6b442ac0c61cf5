// The way of every request: found in the table, authorised, checked, carried out, answered. What
// goes wrong on the way is a problem with its place and remedy; nothing of an error's own words
// leaves.

import type { DefinitionsSource } from '../application/ports/definitions-source.ts';
import type { HttpAnswer, HttpRequest } from '../application/tasks/api-tasks.ts';
import { Fault } from '../application/tasks/faults.ts';
import { recordSettings } from '../language/record-settings.ts';
import { againstUse, type Caller, callerOf, reaches } from './caller.ts';
import { answeredOnce, type ChangePorts, noteChange, overRate } from './changes.ts';
import { type Answered, Outdated, type RouteHandler, type RouteHandlers } from './handler.ts';
import { type Problem, problem, problemResponse } from './problems.ts';
import { readRequest } from './read-request.ts';
import { type Route, routeKey, takesKey } from './route.ts';

interface ReadPorts {
  readonly definitions: DefinitionsSource;
}

interface Operation<P> {
  readonly id: string;
  readonly route: Route;
  readonly handler: RouteHandler<Route, P>;
}

type Operations<P> = ReadonlyMap<string, Operation<P>>;

function operationsOf<T extends Readonly<Record<string, Route>>, P>(
  routes: T,
  handlers: RouteHandlers<T, P>,
): Operations<P> {
  return new Map(
    Object.entries(routes).map(([id, route]) => [
      routeKey(route),
      // each is called with what its own row has read
      { id, route, handler: handlers[id] as unknown as RouteHandler<Route, P> },
    ]),
  );
}

/** Answers requests that only read. */
export function serving<T extends Readonly<Record<string, Route>>, P extends ReadPorts>(
  routes: T,
  handlers: RouteHandlers<T, P>,
) {
  const operations = operationsOf(routes, handlers);
  return async (request: HttpRequest, ports: P): Promise<HttpAnswer> => {
    const admitted = admit(operations, request, ports);
    if ('problem' in admitted) return problemResponse(request.request, admitted);
    return responseTo(request, admitted.operation.route, await carryOut(admitted, ports));
  };
}

/** Answers requests that change something. */
export function servingChanges<
  T extends Readonly<Record<string, Route>>,
  P extends ReadPorts & ChangePorts,
>(routes: T, handlers: RouteHandlers<T, P>) {
  const operations = operationsOf(routes, handlers);
  return async (request: HttpRequest, ports: P): Promise<HttpAnswer> => {
    const admitted = admit(operations, request, ports);
    if ('problem' in admitted) return problemResponse(request.request, admitted);
    const { operation, caller } = admitted;
    const over = await overRate(caller, ports);
    if (over !== undefined) return problemResponse(request.request, over);
    const { id, route } = operation;
    const answer = async () => {
      const done = await carryOut(admitted, ports);
      const response = responseTo(request, route, done);
      if ('problem' in done) return { response, problem: done.problem };
      await noteChange(id, request, caller, { answered: done, status: response.status }, ports);
      return { response };
    };
    return answeredOnce({ request, caller, takesKey: takesKey(route), answer }, ports);
  };
}

interface Admitted<P> {
  readonly operation: Operation<P>;
  readonly caller: Caller;
  readonly input: Exclude<ReturnType<typeof readRequest>, Problem>;
}

/** Whoever asks may do so, and what they ask makes sense. */
function admit<P extends ReadPorts>(
  operations: Operations<P>,
  request: HttpRequest,
  ports: P,
): Admitted<P> | Problem {
  const operation = operations.get(request.route);
  if (operation === undefined) return problem('not-found', 'there is no such operation');
  const { route } = operation;
  const caller = callerOf(request.claims) ?? (route.who === 'anyone' ? NOBODY : undefined);
  if (caller === undefined) return problem('not-allowed', 'the token is no access token');
  const against = againstUse(route.who, caller);
  if (against !== undefined) return problem('not-allowed', against);
  const input = readRequest(route, request);
  if ('problem' in input) return input;
  return beyondReach(route, caller, input.params, ports) ?? { operation, caller, input };
}

const NOBODY: Caller = { kind: 'program', client: 'nobody', scopes: [] };

/** Where a campaign is named it is there, and the caller's; agents are held to their records. */
function beyondReach(
  route: Route,
  caller: Caller,
  { campaign }: Readonly<Record<string, unknown>>,
  ports: ReadPorts,
): Problem | undefined {
  if (typeof campaign !== 'string' || route.who === 'anyone') return undefined;
  const definitions = ports.definitions.definitions();
  const isDirectory = !Object.hasOwn(definitions.campaigns, campaign);
  if (recordSettings(definitions, campaign) === undefined || (isDirectory && !route.ofDirectory))
    return problem('not-found', 'there is no such campaign');
  if (reaches(definitions, caller, campaign)) return undefined;
  const asAgent = caller.kind === 'person' && caller.roles.includes('agent');
  if (asAgent && route.who.roles.includes('agent')) return undefined;
  return problem('not-allowed', 'the campaign does not name you as its supervisor');
}

async function carryOut<P>(
  { operation, caller, input }: Admitted<P>,
  ports: P,
): Promise<Answered<unknown> | Problem> {
  try {
    return await operation.handler({ ...input, caller }, ports);
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Outdated) return problem('outdated');
  if (!(error instanceof Fault)) throw error;
  if (error.name === 'RecordContended') return problem('contended');
  if (error.name === 'NotFound') return problem('not-found');
  return problem('unavailable');
}

function responseTo(
  { request, query }: HttpRequest,
  route: Route,
  answer: Answered<unknown> | Problem,
): HttpAnswer {
  if ('problem' in answer) return problemResponse(request, answer);
  const { body, etag, next } = answer;
  const headers: Record<string, string> = {
    'content-type': route.media ?? 'application/json',
    'cache-control': 'no-store',
  };
  if (next !== undefined) {
    const following = new URLSearchParams({ ...query, cursor: next });
    headers.link = `<?${following}>; rel="next"`;
  }
  if (etag !== undefined) headers.etag = `"${etag}"`;
  return {
    status: route.status ?? 200,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
