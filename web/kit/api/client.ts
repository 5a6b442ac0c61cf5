// Asks the API: fills in the path, sends the token, a key where the operation is carried out once,
// and the tag of what was read where it is changed on condition.

import type { Answer, Body, OperationId, Params, Query } from './operation-types.ts';
import { OPERATIONS } from './operations.ts';
import { ApiProblem, problemOf, unreachable } from './problem.ts';

export interface Asking<K extends OperationId> {
  readonly params?: Params<K>;
  readonly query?: Query<K>;
  readonly body?: Body<K>;
  /** Tag of the state that is changed; somebody else's change meanwhile is a problem. */
  readonly ifMatch?: string | undefined;
  /** The same for each try of one change. */
  readonly key?: string;
}

export interface Answered<A> {
  readonly body: A;
  readonly etag?: string | undefined;
  /** Cursor of the page that follows, of answers that are no JSON. */
  readonly next?: string | undefined;
}

export interface Tokens {
  /** @param afresh the one before was refused */
  token(afresh?: boolean): Promise<string>;
}

export interface Client {
  ask<K extends OperationId>(id: K, asking?: Asking<K>): Promise<Answered<Answer<K>>>;
  /** What the clock of the API is ahead of this machine's, ms; undefined before any answer. */
  clockAhead(): number | undefined;
  /** The time of the API, as far as it is known; that of this machine before any answer. */
  now(): Date;
}

export function client(tokens: Tokens, send: typeof fetch = (...given) => fetch(...given)): Client {
  let ahead: number | undefined;
  const once = async (id: OperationId, asking: Asking<OperationId>, afresh: boolean) => {
    const token = await tokens.token(afresh);
    const request = requestOf(id, asking, token);
    const answer = await send(request.url, request).catch(() => {
      throw unreachable();
    });
    const date = answer.headers.get('date');
    if (date !== null) ahead = Date.parse(date) - Date.now();
    return answer;
  };
  return {
    async ask(id, asking = {}) {
      // a key of its own for all tries
      const given = { key: crypto.randomUUID(), ...asking } as Asking<OperationId>;
      const first = await once(id, given, false);
      const answer = first.status === 401 ? await once(id, given, true) : first;
      const body = await readBody(answer);
      if (!answer.ok) throw problemOf(answer.status, body);
      const etag = answer.headers.get('etag') ?? undefined;
      return { body: body as never, etag, next: nextIn(answer.headers.get('link')) };
    },
    clockAhead: () => ahead,
    now: () => new Date(Date.now() + (ahead ?? 0)),
  };
}

/** `<?cursor=…>; rel="next"` */
function nextIn(link: string | null): string | undefined {
  const query = /<\?([^>]*)>; rel="next"/.exec(link ?? '')?.[1];
  return query === undefined ? undefined : (new URLSearchParams(query).get('cursor') ?? undefined);
}

async function readBody(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!/json/.test(answer.headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem({ status: answer.status, code: 'failed', title: 'No readable answer.' });
  }
}

/** The request as it is sent. */
export function requestOf(id: OperationId, asking: Asking<OperationId>, token: string) {
  const [method, path, isOnce] = OPERATIONS[id];
  const { params = {}, query = {}, body, ifMatch, key } = asking;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Readonly<Record<string, unknown>>)[name] ?? '')),
  );
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (isOnce && key !== undefined) headers['idempotency-key'] = key;
  if (ifMatch !== undefined) headers['if-match'] = ifMatch;
  return {
    url: search.size === 0 ? filled : `${filled}?${search}`,
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
