// The parts of `ringback records` that only the API can do: list, show and add; and how the others
// reach it.
import { z } from 'zod';
import type { TaskInput, TaskOutput } from '../application/tasks/tasks.ts';
import { plural } from '../language/plural.ts';
import type { ApiResult, AskApi } from './api/client.ts';
import { show } from './campaign.ts';
import type { Io } from './command.ts';
import type { Wrong } from './option-values.ts';

/** Asks for changes: the function of a deployment, or the API. */
export type Invoke = (
  functionName: string,
  input: TaskInput<'update-records'>,
) => Promise<TaskOutput<'update-records'>>;

export const OVER_API = ['list', 'show', 'add'] as const;
export type OverApi = (typeof OVER_API)[number];

interface NewRecordOptions {
  readonly phone?: readonly string[] | undefined;
  readonly email?: readonly string[] | undefined;
  /** name=value */
  readonly field?: readonly string[] | undefined;
  readonly agent?: string | undefined;
  readonly state?: string | undefined;
}

const recordsPath = (campaign: string): string =>
  `/v1/campaigns/${encodeURIComponent(campaign)}/records`;

export async function recordsOverApi(
  what: OverApi,
  { campaign, ids, options }: Asked,
  ask: AskApi,
  { json, io }: { readonly json: boolean; readonly io: Io },
): Promise<number> {
  const path = recordsPath(campaign);
  if (what === 'list') {
    const query = options.state === undefined ? '' : `&state=${encodeURIComponent(options.state)}`;
    return show(
      await ask({ method: 'GET', path: `${path}?limit=100${query}` }),
      listLines,
      json,
      io,
    );
  }
  if (what === 'show') {
    const [id = ''] = ids;
    const answer = await ask({ method: 'GET', path: `${path}/${encodeURIComponent(id)}` });
    return show(answer, (body) => [JSON.stringify(body, null, 2)], json, io);
  }
  const record = newRecord(options);
  if ('wrong' in record) {
    io.err(record.wrong);
    return 2;
  }
  const answer = await ask({ method: 'POST', path, body: { records: [record] } });
  const code = show(answer, addedLines, json, io);
  return code === 0 && isRefused(answer) ? 1 : code;
}

interface Asked {
  readonly campaign: string;
  readonly ids: readonly string[];
  readonly options: NewRecordOptions;
}

function newRecord({ phone = [], email = [], field = [], agent }: NewRecordOptions) {
  const pairs = field.map((text) => {
    const at = text.indexOf('=');
    return at < 1 ? undefined : ([text.slice(0, at), text.slice(at + 1)] as const);
  });
  const wrong: Wrong = { wrong: '--field takes a field and its value, such as name=Anna' };
  if (pairs.includes(undefined)) return wrong;
  const fields = Object.fromEntries(pairs.flatMap((pair) => (pair === undefined ? [] : [pair])));
  return { phones: phone, emails: email, fields, agent };
}

const Listed = z.object({
  items: z.array(z.object({ record: z.string(), state: z.string(), attempts: z.number() })),
  next: z.string().optional(),
});

function listLines(body: unknown): readonly string[] {
  const { items, next } = Listed.parse(body);
  return [
    ...items.map(
      ({ record, state, attempts }) =>
        `${record}  ${state.padEnd(16)}  ${plural(attempts, 'call')}`,
    ),
    ...(next === undefined ? [] : ['… and more: the API lists them page by page']),
  ];
}

const AddedItems = z.object({
  items: z.array(
    z.object({
      outcome: z.string(),
      record: z.string().optional(),
      errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
    }),
  ),
});

const addedLines = (body: unknown): readonly string[] =>
  AddedItems.parse(body).items.flatMap(({ outcome, record = '', errors }) => [
    `${outcome} ${record}`.trim(),
    ...errors.map(({ pointer, detail }) => `  ${pointer.replace('/records/0/', '')} ${detail}`),
  ]);

const isRefused = ({ body }: ApiResult): boolean =>
  AddedItems.safeParse(body).data?.items.some(({ outcome }) => outcome === 'refused') ?? false;

const Counts = z.object({
  changed: z.number(),
  unchanged: z.number(),
  refused: z.array(z.object({ record: z.string(), reason: z.string() })),
  more: z.boolean(),
  campaignState: z.string(),
});

/** Changes of records by the API instead of the function that is invoked by hand. */
export function invokeOverApi(ask: AskApi): Invoke {
  return async (_, { campaign, records, change }) => {
    const at = change.kind === 'put-back' && change.at !== undefined ? change.at : undefined;
    const asked = at === undefined ? change : { ...change, at: new Date(at).toISOString() };
    const answer = await ask({
      method: 'POST',
      path: `${recordsPath(campaign)}/changes`,
      body: { records, change: asked },
    });
    if (answer.kind === 'failed') return { kind: 'refused', reasons: [...answer.lines] };
    return { kind: 'updated', ...Counts.parse(answer.body) };
  };
}
