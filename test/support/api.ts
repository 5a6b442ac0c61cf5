// The HTTP API over the ports in memory: a request in, an answer out, held to what the route table
// promises.
import { expect } from 'vitest';
import { apiAgent } from '../../lib/api/api-agent.ts';
import { apiLive } from '../../lib/api/api-live.ts';
import { apiRead } from '../../lib/api/api-read.ts';
import { apiWrite } from '../../lib/api/api-write.ts';
import { problemsOf } from '../../lib/api/openapi.ts';
import { PROBLEMS, ProblemBody } from '../../lib/api/problems.ts';
import { type ApiScope, scopeInToken } from '../../lib/api/roles.ts';
import { type Route, routeKey } from '../../lib/api/route.ts';
import { LIVE, READS, ROUTES, WRITES } from '../../lib/api/routes/routes.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { type MemoryPorts, memoryPorts } from '../../lib/simulation/memory/ports.ts';
import type { MemoryTelephony, TelephoneNetwork } from '../../lib/simulation/memory/telephony.ts';
import { VirtualClock } from '../../lib/simulation/virtual-clock.ts';
import { NOW } from './records.ts';

type Claims = Readonly<Record<string, string>>;

const person = (username: string, ...groups: readonly string[]): Claims => ({
  token_use: 'access',
  username,
  client_id: 'console',
  'cognito:groups': `[${groups.join(' ')}]`,
  scope: 'openid email',
});

/** Claims of verified tokens, as the gateway passes them on. */
export const tokenOf = {
  administrator: person('admin', 'administrator'),
  supervisor: (name: string) => person(name, 'supervisor'),
  agent: (name: string) => person(name, 'agent'),
  person,
  program: (...scopes: readonly ApiScope[]): Claims => ({
    token_use: 'access',
    client_id: 'crm',
    scope: scopes.map(scopeInToken).join(' '),
  }),
};

export interface Given {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON; a text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly text: string;
}

export interface Api<T extends TelephoneNetwork = MemoryTelephony> {
  readonly ports: MemoryPorts<T>;
  ask(claims: Claims | undefined, operation: string, given?: Given): Promise<ApiAnswer>;
}

export const anApi = (definitions: Definitions): Api =>
  apiOver(memoryPorts({ time: new VirtualClock(NOW), definitions }));

export function apiOver<T extends TelephoneNetwork>(ports: MemoryPorts<T>): Api<T> {
  let requests = 0;
  return {
    ports,
    async ask(claims, operation, { params = {}, query = {}, body, headers = {} } = {}) {
      const route = ROUTES[operation];
      if (route === undefined) throw new Error(`no operation '${operation}'`);
      const sent: Record<string, string> =
        body === undefined ? {} : { 'content-type': 'application/json' };
      const request = {
        route: routeKey(route),
        params,
        query,
        headers: { ...sent, ...headers },
        body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
        claims,
        request: `r-${++requests}`,
      };
      const changes = operation in WRITES ? apiWrite : apiAgent;
      const reads = operation in LIVE ? apiLive : apiRead;
      const serve = operation in READS || operation in LIVE ? reads : changes;
      const { status, headers: answered, body: text } = await serve(request, ports);
      const answer = { status, headers: answered, text, body: parsed(text, answered) };
      holdToTable(route, answer);
      return answer;
    },
  };
}

const parsed = (text: string, headers: Readonly<Record<string, string>>): unknown =>
  (headers['content-type'] ?? '').includes('json') ? JSON.parse(text) : text;

/** An answer has the shape its row promises, or is one of the problems it names. */
function holdToTable(route: Route, { status, body, headers }: ApiAnswer): void {
  if (status < 300) {
    expect(status).toBe(route.status ?? 200);
    expect(route.answer.parse(body)).toEqual(body);
    expect(headers.etag !== undefined).toBe(route.etag === 'gives' || route.etag === 'checks');
    return;
  }
  const problem = ProblemBody.parse(body);
  const documented = problemsOf(route).find((code) => code === problem.code);
  expect(documented, `${problem.code}: ${problem.detail}`).toBeDefined();
  expect(status).toBe(documented && PROBLEMS[documented].status);
}
