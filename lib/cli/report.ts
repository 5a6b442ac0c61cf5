// `ringback report`: lists and figures of the local run or a deployment, through the API: as a
// table for people, as JSON for tools, as CSV for spreadsheets.
import { z } from 'zod';
import { didYouMean } from '../language/nearest.ts';
import { API_HELP, API_OPTIONS, type ApiQuestion, type AskApi, apiClient } from './api/client.ts';
import { show } from './api/show.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import type { Command, Io } from './command.ts';
import type { Wrong } from './option-values.ts';

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

export const HELP = `ringback report figures [campaign] --from <day> [options]
ringback report <list> <campaign> [options]

  figures            contacts, successes, classifiers and recalls by campaign, agent and day
  contacts           contacts that have ended, the latest first; needs --from
  recordings         those of which there is a recording; needs --from
  recalls            records that are to be called again, in the order in which they will be

  --from <day>       first day, YYYY-MM-DD on the clock of the centre
  --to <day>         last day                                          (the first)
  --by <what>        figures: a row for each campaign, agent, day      (all three)
  --agent <id>       contacts and recordings of one agent
  --csv              CSV, as a spreadsheet opens it; cells cannot start a formula
${API_HELP}`;

const REPORTS = ['figures', 'contacts', 'recalls', 'recordings'] as const;
type Report = (typeof REPORTS)[number];
/** Pages that are put together. */
const MOST_PAGES = 1000;

interface Given {
  readonly what: Report;
  readonly campaign: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly as: 'lines' | 'json' | 'csv';
  readonly source: Parameters<typeof apiClient>[0];
}

export const report: Command = async (args, io) => {
  const given = read(args);
  if ('wrong' in given) return misused(io, 'report', given);
  const ask = await apiClient(given.source);
  if ('wrong' in ask) {
    io.err(ask.wrong);
    return 1;
  }
  return given.as === 'csv' ? printCsv(given, ask, io) : printRows(given, ask, io);
};

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  agent: { type: 'string' },
  csv: { type: 'boolean', default: false },
  ...API_OPTIONS,
} as const;

const read = (args: readonly string[]): Given | Wrong =>
  orWrong<Given>(() => {
    const { values, positionals } = parsed(args, OPTIONS);
    const [asked = 'figures', campaign, stray] = positionals;
    if (stray !== undefined) return { wrong: `only one campaign at a time; remove '${stray}'` };
    const what = REPORTS.find((one) => one === asked);
    if (what === undefined)
      return { wrong: `there is no report '${asked}'. ${didYouMean(asked, REPORTS)}` };
    if (what !== 'figures' && campaign === undefined)
      return { wrong: `name the campaign: ringback report ${what} <campaign>` };
    const { from, to, by, agent, csv, json } = values;
    const wrong = against({ what, from, to, by, agent }) ?? (csv && json ? BOTH : undefined);
    if (wrong !== undefined) return { wrong };
    const named = what === 'figures' ? campaign : undefined;
    const query = Object.entries({ from, to, by, agent, campaign: named }).flatMap(
      ([name, value]) => (value === undefined ? [] : [[name, value] as const]),
    );
    const format = json ? 'json' : 'lines';
    const as = csv ? 'csv' : format;
    return { what, campaign, query: Object.fromEntries(query), as, source: values };
  });

const BOTH = 'give --csv or --json, not both';

function against(given: {
  readonly what: Report;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly by: string | undefined;
  readonly agent: string | undefined;
}): string | undefined {
  const { what, from, to, by, agent } = given;
  const bad = [from, to].find((day) => day !== undefined && !DAY_FORM.test(day));
  if (bad !== undefined) return `a day is written YYYY-MM-DD, not '${bad}'`;
  if (what === 'recalls' && (from ?? to ?? agent) !== undefined)
    return 'recalls are those that stand now: they take no --from, --to or --agent';
  if (what !== 'recalls' && from === undefined) return `report ${what} needs --from`;
  if (by !== undefined && what !== 'figures') return '--by belongs to figures';
  return agent !== undefined && what === 'figures' ? 'figures of agents: --by agent' : undefined;
}

const pathOf = ({ what, campaign }: Given): string =>
  what === 'figures'
    ? '/v1/reports/figures'
    : `/v1/campaigns/${encodeURIComponent(campaign ?? '')}/reports/${what}`;

function questionOf(path: string, query: Readonly<Record<string, string>>): ApiQuestion {
  const text = new URLSearchParams(query).toString();
  return { method: 'GET', path: text === '' ? path : `${path}?${text}` };
}

const Page = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  next: z.string().optional(),
});

/** All pages of a list, put together. */
async function printRows(given: Given, ask: AskApi, io: Io): Promise<number> {
  const json = given.as === 'json';
  const items: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < MOST_PAGES; n++) {
    const paging: Record<string, string> = given.what === 'figures' ? {} : { limit: '100' };
    const more: Record<string, string> = cursor === undefined ? {} : { cursor };
    const answer = await ask(questionOf(pathOf(given), { ...given.query, ...paging, ...more }));
    if (answer.kind === 'failed') return show(answer, () => [], json, io);
    const page = Page.parse(answer.body);
    items.push(...page.items);
    cursor = page.next;
    if (cursor === undefined) break;
  }
  if (json) io.out(JSON.stringify({ items }));
  else for (const line of tableOf(items)) io.out(line);
  return 0;
}

async function printCsv(given: Given, ask: AskApi, io: Io): Promise<number> {
  let cursor: string | undefined;
  for (let n = 0; n < MOST_PAGES; n++) {
    const more: Record<string, string> = cursor === undefined ? {} : { cursor };
    const answer = await ask(questionOf(`${pathOf(given)}.csv`, { ...given.query, ...more }));
    if (answer.kind === 'failed') return show(answer, () => [], false, io);
    const lines = String(answer.body).replace(/\r\n$/, '').split('\r\n');
    for (const line of n === 0 ? lines : lines.slice(1)) io.out(line);
    cursor = answer.next;
    if (cursor === undefined) return 0;
  }
  return 0;
}

const HEADS = ['significant', 'campaign', 'day', 'agent'] as const;
const HEAD_SET: ReadonlySet<string> = new Set(HEADS);

/** A column for everything that occurs; objects of counts in one cell. */
function tableOf(items: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  if (items.length === 0) return ['nothing'];
  const named = new Set(items.flatMap(Object.keys));
  // what a row is about stands before what it counts, also where the first row has none of it
  const columns = [...HEADS.filter((head) => named.has(head)), ...named.difference(HEAD_SET)];
  const rows = [columns, ...items.map((item) => columns.map((column) => cellOf(item[column])))];
  const widths = columns.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(' ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, of]) => (typeof of === 'object' ? `${name} (${cellOf(of)})` : `${of} ${name}`))
    .join(', ');
}
