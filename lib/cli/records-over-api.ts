// The parts of `ringback records` that only the API can do: list, show and add; and how the others
// reach it.
import { z } from 'zod';
import type { TaskInput, TaskOutput } from '../application/tasks/tasks.ts';
import { HEAVIEST } from '../domain/records/next-records.ts';
import { plural } from '../language/plural.ts';
import type { ApiQuestion, ApiResult, AskApi } from './api/client.ts';
import { type ConditionValues, conditionsOf } from './api/conditions.ts';
import { show } from './api/show.ts';
import type { Io } from './command.ts';
import type { Wrong } from './option-values.ts';

/** Asks for changes: the function of a deployment, or the API. */
export type Invoke = (
  functionName: string,
  input: TaskInput<'update-records'>,
) => Promise<TaskOutput<'update-records'>>;

export const OVER_API = [
  ...(['list', 'show', 'add', 'erase'] as const),
  ...(['filters', 'save-filter', 'remove-filter'] as const),
];
export type OverApi = (typeof OVER_API)[number];

const isWeight = (weight: number): boolean =>
  Number.isInteger(weight) && Math.abs(weight) <= HEAVIEST;

interface NewRecordOptions extends ConditionValues {
  readonly phone?: readonly string[] | undefined;
  readonly email?: readonly string[] | undefined;
  /** name=value */
  readonly field?: readonly string[] | undefined;
  readonly agent?: string | undefined;
  readonly filter?: string | undefined;
  readonly title?: string | undefined;
  readonly weight?: string | undefined;
}

const recordsPath = (campaign: string): string =>
  `/v1/campaigns/${encodeURIComponent(campaign)}/records`;

export async function recordsOverApi(
  what: OverApi,
  asked: Asked,
  ask: AskApi,
  { json, io }: { readonly json: boolean; readonly io: Io },
): Promise<number> {
  const question = questionOf(what, asked);
  if ('wrong' in question) {
    io.err(question.wrong);
    return 2;
  }
  const answer = await ask(question);
  const code = show(answer, LINES[what], json, io);
  return what === 'add' && code === 0 && isRefused(answer) ? 1 : code;
}

function questionOf(what: OverApi, asked: Asked): ApiQuestion | Wrong {
  const [id = ''] = asked.ids.map(encodeURIComponent);
  const path = recordsPath(asked.campaign);
  const filters = `/v1/campaigns/${encodeURIComponent(asked.campaign)}/filters`;
  switch (what) {
    case 'list':
      return listQuestion(path, asked.options);
    case 'show':
      return { method: 'GET', path: `${path}/${id}` };
    case 'erase':
      return { method: 'DELETE', path: `${path}/${id}` };
    case 'add': {
      const record = newRecord(asked.options);
      return 'wrong' in record ? record : { method: 'POST', path, body: { records: [record] } };
    }
    case 'filters':
      return { method: 'GET', path: `${filters}?limit=100` };
    case 'save-filter': {
      const conditions = conditionsOf(asked.options) ?? {};
      if ('wrong' in conditions) return conditions as Wrong;
      const title = asked.options.title ?? asked.ids[0];
      return { method: 'PUT', path: `${filters}/${id}`, body: { title, conditions } };
    }
    case 'remove-filter':
      return { method: 'DELETE', path: `${filters}/${id}` };
  }
}

function listQuestion(path: string, options: NewRecordOptions): ApiQuestion | Wrong {
  const conditions = conditionsOf(options);
  if (conditions === undefined) {
    const { filter } = options;
    const query = filter === undefined ? '' : `&filter=${encodeURIComponent(filter)}`;
    return { method: 'GET', path: `${path}?limit=100${query}` };
  }
  if ('wrong' in conditions) return conditions as Wrong;
  if (options.filter !== undefined) return { wrong: 'give a saved filter or conditions, not both' };
  return { method: 'POST', path: `${path}/search`, body: { conditions, limit: 100 } };
}

interface Asked {
  readonly campaign: string;
  readonly ids: readonly string[];
  readonly options: NewRecordOptions;
}

function newRecord({ phone = [], email = [], field = [], agent, ...rest }: NewRecordOptions) {
  const pairs = field.map((text) => {
    const at = text.indexOf('=');
    return at < 1 ? undefined : ([text.slice(0, at), text.slice(at + 1)] as const);
  });
  const wrong: Wrong = { wrong: '--field takes a field and its value, such as name=Anna' };
  if (pairs.includes(undefined)) return wrong;
  const fields = Object.fromEntries(pairs.flatMap((pair) => (pair === undefined ? [] : [pair])));
  const weight = rest.weight === undefined ? undefined : Number(rest.weight);
  if (weight !== undefined && !isWeight(weight))
    return { wrong: `--weight takes a whole number from -100 to 100, not '${rest.weight}'` };
  return { phones: phone, emails: email, fields, agent, weight };
}

/** Enough to know somebody again. */
const FIELDS_LISTED = 2;

const Address = z.object({ value: z.string(), isDefault: z.boolean() });

const Listed = z.object({
  items: z.array(
    z.object({
      record: z.string(),
      state: z.string(),
      attempts: z.number(),
      phones: z.array(Address).default([]),
      emails: z.array(Address).default([]),
      fields: z.record(z.string(), z.string()).default({}),
    }),
  ),
  next: z.string().optional(),
});

function listLines(body: unknown): readonly string[] {
  const { items, next } = Listed.parse(body);
  return [
    ...items.map(({ record, state, attempts, phones, emails, fields }) => {
      const [address] = [...phones, ...emails].filter(({ isDefault }) => isDefault);
      const person = [address?.value ?? '', ...Object.values(fields).slice(0, FIELDS_LISTED)];
      const contacts = plural(attempts, 'contact').padEnd(11);
      return `${record}  ${state.padEnd(16)}  ${contacts}  ${person.join('  ')}`.trimEnd();
    }),
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

const Saved = z.object({ filter: z.string(), title: z.string() });
const SavedList = z.object({ items: z.array(Saved) });

const Erased = z.object({ changed: z.boolean() });
const ERASED =
  'the record is erased; its earlier calls, messages and journal values follow within about half an hour';

const LINES: Readonly<Record<OverApi, (body: unknown) => readonly string[]>> = {
  list: listLines,
  show: (body) => [JSON.stringify(body, null, 2)],
  add: addedLines,
  erase: (body) => [Erased.parse(body).changed ? ERASED : 'the record was erased before'],
  filters: (body) => SavedList.parse(body).items.map(({ filter, title }) => `${filter}  ${title}`),
  'save-filter': (body) => [`filter ${Saved.parse(body).filter} is saved`],
  'remove-filter': () => ['the filter is removed'],
};

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
