// The OpenAPI document (3.1) of the route table. JSON Schema of 2020-12, which zod writes, is what
// OpenAPI 3.1 takes.
import { z } from 'zod';
import { PROBLEMS, ProblemBody, type ProblemCode } from './problems.ts';
import { RESOURCE_SERVER, SCOPE_NAMES, SCOPES, scopeInToken } from './roles.ts';
import { checksTag, hasBody, isRead, type Route, TAGS, takesKey } from './route.ts';
import { ROUTES } from './routes/routes.ts';

type Json = Readonly<Record<string, unknown>>;

const SECURITY = 'tokens';

/** Problems any operation may answer, beside those of its row. */
const ALWAYS: readonly ProblemCode[] = ['invalid-input', 'unavailable'];

export function openApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ringback',
      version: '1',
      description:
        'The API of a contact centre: campaigns, records, contacts, imports, agents and calls. Moments are ISO 8601 in UTC.',
    },
    servers: [
      {
        url: '{api}',
        description: 'The output ApiUrl of the stack, or the address a local run prints',
        variables: { api: { default: 'http://127.0.0.1:4510/apis/ringback' } },
      },
    ],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ [SECURITY]: [] }],
    paths: pathsOf(ROUTES),
    components: {
      securitySchemes: { [SECURITY]: securityScheme() },
      schemas: { Problem: schemaOf(ProblemBody, 'output'), Message: MESSAGE },
      responses: gatewayResponses(),
    },
  };
}

const securityScheme = (): Json => ({
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: [
    `An access token of the user pool. Scopes of programs (resource server ${RESOURCE_SERVER}):`,
    ...SCOPE_NAMES.map((name) => `\`${scopeInToken(name)}\`: ${SCOPES[name]}.`),
  ].join(' '),
});

/** What the gateway says itself. */
const MESSAGE: Json = {
  type: 'object',
  properties: { message: { type: 'string' } },
  required: ['message'],
};

function gatewayResponses(): Json {
  const said = (description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Message' } } },
  });
  return {
    Unauthorized: said('No token, or one that is not valid (any more).'),
    TooManyRequests: said('More requests than the gateway takes; try again a second later.'),
    TooManyChanges: {
      description:
        'More requests than the gateway takes, or more changes than one caller may make; then Retry-After says when to go on.',
      headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } },
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Message' } },
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      },
    },
    Failed: said('The request failed by a mistake of ours; the function has an alarm.'),
  };
}

function pathsOf(routes: Readonly<Record<string, Route>>): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, route] of Object.entries(routes)) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operationOf(id, route);
    paths[route.path] = path;
  }
  return paths;
}

function operationOf(operationId: string, route: Route): Json {
  const { tag, summary, details, who, params, query, body } = route;
  return {
    operationId,
    tags: [tag],
    summary,
    description: [details, whoMay(route)].filter((text) => text !== undefined).join('\n\n'),
    ...(who === 'anyone' ? { security: [] } : {}),
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...headersOf(route),
    ],
    ...(hasBody(route)
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }
      : {}),
    responses: responsesOf(route),
  };
}

/** In words, as docs/api.md has it in a table. */
function whoMay({ who }: Pick<Route, 'who'>): string {
  if (who === 'anyone') return 'Open to anyone.';
  const scope = who.scope === undefined ? 'no program' : `programs with ${scopeInToken(who.scope)}`;
  return `For ${[...who.roles, scope].join(', ')}.`;
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): readonly Json[] {
  return Object.entries(schema.shape).map(([name, value]) => {
    const { description, ...of } = schemaOf(value, 'input');
    const optional = place === 'query' && z.safeParse(value, undefined).success;
    return { name, in: place, required: !optional, description, schema: of };
  });
}

const IF_MATCH: Json = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag it was read with; changed since then, the answer is 412.',
  schema: { type: 'string' },
};

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Chosen by you: sent again within a day, the request has the same answer.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
};

const headersOf = (route: Route): readonly Json[] => [
  ...(checksTag(route) ? [IF_MATCH] : []),
  ...(takesKey(route) ? [IDEMPOTENCY_KEY] : []),
];

function responsesOf(route: Route): Json {
  const { answer, media = 'application/json', status = 200, etag, who } = route;
  const etagHeader = { ETag: { schema: { type: 'string' }, description: 'Of this state.' } };
  const success = {
    description: 'Done.',
    ...(etag === undefined || etag === 'takes' ? {} : { headers: etagHeader }),
    content: { [media]: { schema: schemaOf(answer, 'output') } },
  };
  const component = (name: string) => ({ $ref: `#/components/responses/${name}` });
  return {
    [status]: success,
    ...problemResponses(problemsOf(route)),
    ...(who === 'anyone' ? {} : { 401: component('Unauthorized') }),
    429: isRead(route) ? component('TooManyRequests') : component('TooManyChanges'),
    500: component('Failed'),
  };
}

/** All problems an operation may answer. */
export function problemsOf(route: Route): readonly ProblemCode[] {
  const { who, params, problems } = route;
  const input: readonly ProblemCode[] = hasBody(route)
    ? ['not-json', 'too-large', 'not-json-type']
    : [];
  const all: readonly ProblemCode[] = [
    ...ALWAYS,
    ...input,
    ...(who === 'anyone' ? [] : (['not-allowed'] as const)),
    ...(Object.keys(params.shape).length > 0 ? (['not-found'] as const) : []),
    ...(isRead(route) ? [] : (['contended', 'too-many-requests'] as const)),
    ...(takesKey(route) ? (['key-reused', 'in-progress'] as const) : []),
    ...(checksTag(route) ? (['outdated'] as const) : []),
    ...problems,
  ];
  return [...new Set(all)];
}

function problemResponses(codes: readonly ProblemCode[]): Json {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      {
        description: of.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join(' '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
