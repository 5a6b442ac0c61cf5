// The parts of a request held against their schemas: all mistakes at once, each with its place.

import type { z } from 'zod';
import type { HttpRequest } from '../application/tasks/api-tasks.ts';
import { closestIssues } from '../language/closest-issues.ts';
import type { Asked } from './handler.ts';
import { type Mistake, type Problem, problem } from './problems.ts';
import { hasBody, type Route } from './route.ts';

/** Characters; what a body may have at most. */
const LONGEST_BODY = 1_000_000;

type Input = Omit<Asked<Route>, 'caller'>;

export function readRequest(route: Route, request: HttpRequest): Input | Problem {
  const body = readBody(route, request);
  if ('problem' in body) return body;
  const params = route.params.safeParse(request.params);
  const query = strictly(route.query, request.query);
  const checked = route.body.safeParse(body.json);
  const errors = [
    ...mistakesOf(params, 'path'),
    ...mistakesOf(query, 'query'),
    ...mistakesOf(checked, ''),
  ];
  if (!params.success || !query.success || !checked.success)
    return problem('invalid-input', undefined, errors);
  return {
    params: params.data,
    query: query.data,
    body: checked.data,
    ifMatch: tagsOf(request.headers['if-match']),
  };
}

/** A misspelt filter would otherwise be a list of everything. */
const strictly = (schema: z.ZodObject, value: unknown) => schema.strict().safeParse(value);

function readBody(
  route: Route,
  { headers, body }: HttpRequest,
): { readonly json: unknown } | Problem {
  if (!hasBody(route)) return { json: undefined };
  if (body === undefined || body === '') return { json: undefined };
  if (body.length > LONGEST_BODY)
    return problem('too-large', `${body.length} characters instead of ${LONGEST_BODY} at most`);
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) return problem('not-json-type');
  try {
    return { json: JSON.parse(body) };
  } catch {
    return problem('not-json');
  }
}

function mistakesOf(
  parsed: z.ZodSafeParseResult<unknown>,
  part: 'path' | 'query' | '',
): readonly Mistake[] {
  if (parsed.success) return [];
  return parsed.error.issues.flatMap(closestIssues).map(({ path, message }) => ({
    pointer: [part, ...path.map(escaped)].join('/'),
    detail: message,
  }));
}

/** RFC 6901. */
const escaped = (part: PropertyKey): string =>
  String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** The tags without quotes; weak ones match nothing. */
function tagsOf(header: string | undefined): readonly string[] | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return ['*'];
  return [...header.matchAll(/(?<!W\/)"([^"]*)"/g)].map(([, tag = '']) => tag);
}
