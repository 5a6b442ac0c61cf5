// docs/api.md, the part that the route table tells: who may what, the operations, the problems.
import { openApi, problemsOf } from '../lib/api/openapi.ts';
import { PROBLEMS } from '../lib/api/problems.ts';
import { ROLES, SCOPES, scopeInToken } from '../lib/api/roles.ts';
import { type Route, TAGS } from '../lib/api/route.ts';
import { ROUTES } from '../lib/api/routes/routes.ts';

const INTRODUCTION = `# The API

Every operation of the HTTP API. Generated from the route table (\`lib/api/routes\`) by \`npm run generate\`: the router, the
authorisation, the routes of the gateway and [openapi.json](../schemas/openapi.json) are made from the same rows. How to
get a token, what answers have in common and what is promised: [using-the-api.md](using-the-api.md).
`;

export const openApiText = (): string => `${JSON.stringify(openApi(), null, 2)}\n`;

export function apiDoc(): string {
  return [
    INTRODUCTION,
    '## Who may what',
    '',
    `| operation | method and path | ${ROLES.join(' | ')} | programs with the scope |`,
    `|---|---|${ROLES.map(() => '---').join('|')}|---|`,
    ...Object.entries(ROUTES).map(whoRow),
    '',
    'Supervisors reach the campaigns that name them; agents reach records that are theirs: private to them, offered to',
    'them, in a call with them, or last spoken with by them.',
    '',
    '## Scopes',
    '',
    '| scope | what |',
    '|---|---|',
    ...Object.entries(SCOPES).map(
      ([scope, does]) => `| \`${scopeInToken(scope as keyof typeof SCOPES)}\` | ${does} |`,
    ),
    '',
    ...Object.entries(TAGS).flatMap(([tag, text]) => section(tag, text)),
    '## Problems',
    '',
    'An answer that is no success is `application/problem+json` (RFC 9457) with `code`, `detail`, `remedy` and, for mistakes',
    'in the input, `errors` with the place of each.',
    '',
    '| code | status | what it means | what to do |',
    '|---|---|---|---|',
    ...Object.entries(PROBLEMS).map(
      ([code, { status, title, remedy }]) => `| \`${code}\` | ${status} | ${title} | ${remedy} |`,
    ),
    '',
  ].join('\n');
}

function whoRow([id, { method, path, who }]: readonly [string, Route]): string {
  const may = ROLES.map((role) => (who === 'anyone' || who.roles.includes(role) ? 'yes' : ''));
  const scope = who === 'anyone' ? 'anyone' : (who.scope ?? '');
  const cells = [`\`${id}\``, `\`${method} ${path}\``, ...may, scope];
  return `| ${cells.join(' | ')} |`;
}

function section(tag: string, text: string): readonly string[] {
  const rows = Object.entries(ROUTES).filter(([, route]) => route.tag === tag);
  if (rows.length === 0) return [];
  return [
    `## ${tag.charAt(0).toUpperCase()}${tag.slice(1)}`,
    '',
    text,
    '',
    ...rows.flatMap(([id, route]) => operation(id, route)),
  ];
}

function operation(id: string, route: Route): readonly string[] {
  const { method, path, summary, details, query, body, etag } = route;
  const names = Object.keys(query.shape);
  const fields = 'shape' in body ? Object.keys(body.shape as object) : [];
  return [
    `### ${id}`,
    '',
    `\`${method} ${path}\`: ${summary}.${details === undefined ? '' : ` ${details}`}`,
    '',
    ...(names.length > 0 ? [`- query: ${names.map(code).join(', ')}`] : []),
    ...(fields.length > 0 ? [`- body: ${fields.map(code).join(', ')}`] : []),
    ...(etag === 'checks' ? ['- takes `If-Match`, answers with an `ETag`'] : []),
    ...(etag === 'takes' ? ['- takes `If-Match`'] : []),
    ...(etag === 'gives' ? ['- answers with an `ETag`'] : []),
    `- problems: ${problemsOf(route).map(code).join(', ')}`,
    '',
  ];
}

const code = (text: string): string => `\`${text}\``;
