// `ringback api`: any operation of the API, in the local run or a deployment, as the route table
// has it.
import { readFile } from 'node:fs/promises';
import { checksTag, hasBody, type Route, takesKey } from '../api/route.ts';
import { ROUTES } from '../api/routes/routes.ts';
import { own } from '../language/dictionary.ts';
import { didYouMean } from '../language/nearest.ts';
import {
  API_HELP,
  API_OPTIONS,
  type ApiQuestion,
  type ApiSource,
  apiClient,
} from './api/client.ts';
import { show } from './api/show.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import type { Command, Io } from './command.ts';
import type { Wrong } from './option-values.ts';

export const HELP = `ringback api [list]
ringback api <operation> [name=value…] [options]

Asks any operation of docs/api.md, by its id; the values are those of its path and query:

  npx ringback api listDeliveries campaign=spring-recall webhook=crm limit=5
  npx ringback api changeConsents --body '{"address":"+48221000001","change":{"kind":"blacklist","reason":"asked"}}'

  list               every operation with its parameters
  --body <json>      what is sent, or @ and a file that has it
  --if-match <tag>   only while the ETag is still this one
  --key <text>       Idempotency-Key: asked again within a day, the answer is the same
${API_HELP}`;

interface Given {
  readonly question: ApiQuestion;
  readonly source: ApiSource;
  readonly json: boolean;
}

export const api: Command = async (args, io) => {
  const [first = 'list'] = args;
  if (first === 'list') return list(io);
  const given = await read(args);
  if ('wrong' in given) return misused(io, 'api', given);
  const ask = await apiClient(given.source);
  if ('wrong' in ask) {
    io.err(ask.wrong);
    return 1;
  }
  return show(await ask(given.question), linesOf, given.json, io);
};

/** CSV as it is; everything else so that people can read it. */
const linesOf = (body: unknown): readonly string[] =>
  typeof body === 'string'
    ? body.replace(/\r\n$/, '').split('\r\n')
    : JSON.stringify(body, null, 2).split('\n');

function list(io: Io): number {
  const width = Math.max(...Object.keys(ROUTES).map((id) => id.length));
  for (const [id, route] of Object.entries(ROUTES)) {
    const { path, query } = partsOf(route);
    const optional = query.map((name) => `[${name}=]`);
    const body = hasBody(route) ? ['--body'] : [];
    const takes = [...path.map((name) => `${name}=`), ...optional, ...body].join(' ');
    io.out(`${id.padEnd(width)}  ${route.summary}${takes === '' ? '' : `: ${takes}`}`);
  }
  return 0;
}

const partsOf = ({ params, query }: Route) => ({
  path: Object.keys(params.shape),
  query: Object.keys(query.shape),
});

const OPTIONS = {
  body: { type: 'string' },
  'if-match': { type: 'string' },
  key: { type: 'string' },
  ...API_OPTIONS,
} as const;

async function read(args: readonly string[]): Promise<Given | Wrong> {
  const options = orWrong(() => parsed(args, OPTIONS));
  if ('wrong' in options) return options;
  const { values, positionals } = options;
  const [id = '', ...pairs] = positionals;
  const route = own(ROUTES, id);
  if (route === undefined)
    return { wrong: `there is no operation '${id}'. ${didYouMean(id, Object.keys(ROUTES))}` };
  const path = pathOf(id, route, pairs);
  if ('wrong' in path) return path;
  const body = await bodyOf(id, route, values.body);
  if (body !== undefined && 'wrong' in body) return body;
  const headers = headersOf(route, { tag: values['if-match'], key: values.key });
  if ('wrong' in headers) return headers;
  const { method } = route;
  const question = { method, path: path.text, body: body?.json, headers: headers.all };
  return { question, source: values, json: values.json };
}

function pathOf(id: string, route: Route, pairs: readonly string[]): { text: string } | Wrong {
  const { path, query } = partsOf(route);
  const given = new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 1 ? [pair, undefined] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  for (const [name, value] of given) {
    if (name === undefined || value === undefined)
      return { wrong: `'${name}' has no value: name=value` };
    const names = [...path, ...query];
    if (names.length === 0) return { wrong: `${id} takes no values; remove '${name}'` };
    if (!names.includes(name))
      return { wrong: `${id} takes no '${name}'. ${didYouMean(name, names)}` };
  }
  const missing = path.filter((name) => !given.has(name));
  if (missing.length > 0)
    return { wrong: `${id} needs ${missing.map((name) => `${name}=…`).join(' ')}` };
  const text = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(given.get(name) ?? ''),
  );
  const asked = new URLSearchParams();
  for (const name of query) {
    const value = given.get(name);
    if (value !== undefined) asked.set(name, value);
  }
  return { text: asked.size === 0 ? text : `${text}?${asked}` };
}

async function bodyOf(
  id: string,
  route: Route,
  given: string | undefined,
): Promise<{ readonly json: unknown } | Wrong | undefined> {
  if (given === undefined)
    return hasBody(route) ? { wrong: `${id} needs --body: docs/api.md says what it holds` } : given;
  if (!hasBody(route)) return { wrong: `${id} takes no --body` };
  try {
    const text = given.startsWith('@') ? await readFile(given.slice(1), 'utf8') : given;
    return { json: JSON.parse(text) };
  } catch (error) {
    return { wrong: `--body: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function headersOf(
  route: Route,
  { tag, key }: { readonly tag: string | undefined; readonly key: string | undefined },
): { readonly all: Readonly<Record<string, string>> } | Wrong {
  if (tag !== undefined && !checksTag(route))
    return { wrong: '--if-match belongs to operations that check it: docs/api.md' };
  if (key !== undefined && !takesKey(route))
    return { wrong: '--key belongs to operations that create or do something' };
  const quoted = tag === undefined || /^(\*|".*")$/.test(tag) ? tag : `"${tag}"`;
  return {
    all: {
      ...(quoted !== undefined && { 'if-match': quoted }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
  };
}
