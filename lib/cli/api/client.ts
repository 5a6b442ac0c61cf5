// How commands ask the API: that of the local run in this folder, or one that is named with its
// address and a token.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { localToken } from '../local-token.ts';
import type { Wrong } from '../option-values.ts';
import { NOTHING_RUNS, readRunning } from '../running.ts';

/** Times a request is made that is answered 429. */
const TRIES = 5;

/** The token of a deployment, when it is not given by an option: a shell remembers options. */
const TOKEN_VARIABLE = 'RINGBACK_TOKEN';

export interface ApiSource {
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  /** Of the AWS configuration files: the API of the deployment `name`. */
  readonly profile?: string | undefined;
  readonly name?: string | undefined;
  readonly program?: string | undefined;
}

export interface ApiQuestion {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type ApiResult =
  | {
      readonly kind: 'done';
      readonly body: unknown;
      /** Cursor of the next page, where a header has it. */
      readonly next?: string | undefined;
    }
  /** Lines for people, and the problem as it came. */
  | { readonly kind: 'failed'; readonly lines: readonly string[]; readonly body: unknown };

export type AskApi = (call: ApiQuestion) => Promise<ApiResult>;

/** @returns how to ask it, or why it cannot be asked */
export async function apiClient(source: ApiSource): Promise<AskApi | Wrong> {
  const { url, token, profile, name = 'ringback', program } = source;
  if (profile !== undefined) {
    if (url !== undefined) return { wrong: 'give --profile or --url, not both' };
    const { deployedApi } = await import('./deployed.ts');
    const deployed = await deployedApi({ profile, name, program });
    return 'wrong' in deployed ? deployed : asker(deployed.url, token ?? deployed.token);
  }
  if (url !== undefined) {
    const given = token ?? process.env[TOKEN_VARIABLE];
    if (given === undefined)
      return { wrong: `--url needs a token: set ${TOKEN_VARIABLE}, or give it with --token` };
    return asker(url.replace(/\/+$/, ''), given);
  }
  const running = await readRunning();
  if (running === undefined)
    return {
      wrong: `${NOTHING_RUNS}; or name a deployment with --profile, or with --url and a token`,
    };
  const got =
    token === undefined ? await localToken(running, 'administrator', undefined) : { token };
  return 'wrong' in got ? got : asker(running.url, got.token);
}

const ProblemText = z.object({
  title: z.string().optional(),
  message: z.string().optional(),
  detail: z.string().optional(),
  remedy: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

const asker =
  (url: string, token: string): AskApi =>
  async ({ method, path, body, headers: more }) => {
    const headers: Record<string, string> = { ...more, authorization: `Bearer ${token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    let answer: Response;
    try {
      const sent = body === undefined ? undefined : JSON.stringify(body);
      answer = await patiently(() => fetch(`${url}${path}`, { method, headers, body: sent }));
    } catch {
      const lines = [`${url} does not answer; is the address right, and does the centre run?`];
      return { kind: 'failed', lines, body: undefined };
    }
    const read = await answered(answer);
    if (answer.ok) return { kind: 'done', body: read, next: nextOf(answer) };
    return { kind: 'failed', lines: problemLines(answer.status, read), body: read };
  };

/** Asked too often, it asks again when it may: nothing was done. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.status !== 429 || tries === TRIES) return answer;
    await pause(Number(answer.headers.get('retry-after') ?? 1) * 1000);
  }
}

/** RFC 8288, as our lists without a place for it have it. */
function nextOf({ headers }: Response): string | undefined {
  const [, query] = /<\?([^>]*)>; rel="next"/.exec(headers.get('link') ?? '') ?? [];
  return new URLSearchParams(query).get('cursor') ?? undefined;
}

async function answered(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function problemLines(status: number, body: unknown): readonly string[] {
  if (status === 401)
    return ['the token is not accepted: it has expired, or is not of this API; get a new one'];
  const { data } = ProblemText.safeParse(body);
  const said = data?.detail ?? data?.title ?? data?.message;
  if (data === undefined || said === undefined) return [`the API answered ${status}`];
  const errors = (data.errors ?? []).map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  return [said, ...errors, ...(data.remedy === undefined ? [] : [data.remedy])];
}

/** The options every command takes that asks the API. */
export const API_OPTIONS = {
  url: { type: 'string' },
  token: { type: 'string' },
  profile: { type: 'string' },
  name: { type: 'string', default: 'ringback' },
  program: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const API_HELP = `  --url <address>    the API of a deployment: the output ApiUrl of its stack    (the local run in this folder)
  --token <token>    an access token for it                                     (${TOKEN_VARIABLE}; of a local run, an administrator's)
  --profile <name>   of your AWS settings: finds the API of the deployment --name and a token of one of its programs
  --name <name>      of the deployment                                          (ringback)
  --program <id>     which program to be                                        (the first)
  --json             the answer as one JSON object`;
