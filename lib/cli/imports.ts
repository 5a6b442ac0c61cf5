// `ringback imports`: hands contact files over to a campaign and shows what becomes of them, in the
// local run or a deployment, through the API.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { didYouMean } from '../language/nearest.ts';
import { plural } from '../language/plural.ts';
import { API_HELP, API_OPTIONS, type AskApi, apiClient } from './api/client.ts';
import { followed } from './api/follow.ts';
import { show } from './api/show.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import type { Command, Io } from './command.ts';
import type { Wrong } from './option-values.ts';

export const HELP = `ringback imports <campaign> [list]
ringback imports <campaign> <what> <file> [options]

  list               files that were imported, the newest first
  start <path>       imports a CSV file, and shows how far it has come until it is done
  show <file>        how far the import of a file has come
  rejected <file>    the rows that were rejected, repeated or remarked on, as CSV
  undo <file>        deletes the records that a file brought, unless somebody was
                     contacted since
  undone <file>      what became of it
  kept <file>        the rows whose records stayed, as CSV

${API_HELP}`;

const ACTIONS = ['list', 'start', 'show', 'rejected', 'undo', 'undone', 'kept'] as const;
type Action = (typeof ACTIONS)[number];

interface Given {
  readonly campaign: string;
  readonly what: Action;
  readonly file: string;
  readonly values: Parameters<typeof apiClient>[0] & { readonly json: boolean };
}

export const imports: Command = async (args, io) => {
  const given = read(args);
  if ('wrong' in given) return misused(io, 'imports', given);
  const ask = await apiClient(given.values);
  if ('wrong' in ask) {
    io.err(ask.wrong);
    return 1;
  }
  return carryOut(given, ask, io);
};

const read = (args: readonly string[]): Given | Wrong =>
  orWrong<Given>(() => {
    const { values, positionals } = parsed(args, API_OPTIONS);
    const [campaign, asked = 'list', file = '', stray] = positionals;
    if (campaign === undefined) return { wrong: 'name a campaign' };
    if (stray !== undefined) return { wrong: `only one file at a time; remove '${stray}'` };
    const what = ACTIONS.find((one) => one === asked);
    if (what === undefined)
      return { wrong: `there is no action '${asked}'. ${didYouMean(asked, ACTIONS)}` };
    if (what !== 'list' && file === '')
      return { wrong: `name the file: ringback imports ${campaign} ${what} <file>` };
    return { campaign, what, file, values };
  });

async function carryOut(given: Given, ask: AskApi, io: Io): Promise<number> {
  const { campaign, what, file, values } = given;
  const { json } = values;
  const path = `/v1/campaigns/${encodeURIComponent(campaign)}/imports`;
  const ofFile = `${path}/${encodeURIComponent(basename(file))}`;
  switch (what) {
    case 'list':
      return show(await ask({ method: 'GET', path: `${path}?limit=100` }), listLines, json, io);
    case 'show':
      return show(await ask({ method: 'GET', path: ofFile }), progressLines, json, io);
    case 'rejected': {
      const rows = await ask({ method: 'GET', path: `${ofFile}/rejected` });
      return show(rows, (body) => String(body).trimEnd().split('\r\n'), json, io);
    }
    case 'undo': {
      const begun = await ask({ method: 'POST', path: `${ofFile}/undo` });
      const next = `it is being undone; ringback imports ${campaign} undone ${basename(file)} tells`;
      return show(begun, () => [next], json, io);
    }
    case 'undone':
      return show(await ask({ method: 'GET', path: `${ofFile}/undo` }), undoneLines, json, io);
    case 'kept': {
      const rows = await ask({ method: 'GET', path: `${ofFile}/kept` });
      return show(rows, (body) => String(body).trimEnd().split('\r\n'), json, io);
    }
    case 'start': {
      const csv = await readFile(file, 'utf8');
      const body = { file: basename(file), csv };
      const started = await ask({ method: 'POST', path, body });
      if (started.kind === 'failed') return show(started, () => [], json, io);
      const tell = (progress: unknown) => {
        if (!json) for (const line of progressLines(progress)) io.err(line);
      };
      return show(await followed(ofFile, ask, tell), doneLines, json, io);
    }
  }
}

const Tally = z.object({
  file: z.string(),
  rows: z.number().optional(),
  imported: z.number(),
  present: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  held: z.number().optional(),
});
const Progress = Tally.extend({ state: z.string() });
const Listed = z.object({
  items: z.array(Tally.extend({ at: z.string(), problem: z.string().optional() })),
});

const tallyText = ({ rows, held = 0, ...tally }: z.output<typeof Tally>) => {
  const { imported, present, duplicates, rejected } = tally;
  const later = held > 0 ? ` (${held} due later: contacted as often as caps allow)` : '';
  return `${rows ?? '?'} rows: ${imported} imported${later}, ${present} there already, ${duplicates} repeated, ${rejected} rejected`;
};

function progressLines(body: unknown): readonly string[] {
  const progress = Progress.parse(body);
  return [`${progress.file}  ${progress.state}, ${tallyText(progress)}`];
}

function doneLines(body: unknown): readonly string[] {
  const progress = Progress.parse(body);
  const { file, duplicates, rejected } = progress;
  const more =
    duplicates + rejected > 0 ? [`for the rows: ringback imports … rejected ${file}`] : [];
  return [`${file}  ${tallyText(progress)}`, ...more];
}

const Undone = z.object({
  file: z.string(),
  removed: z.number(),
  kept: z.number(),
  problem: z.string().optional(),
});

function undoneLines(body: unknown): readonly string[] {
  const { file, removed, kept, problem } = Undone.parse(body);
  if (problem !== undefined) return [`${file}  not undone: ${problem}`];
  const more = kept > 0 ? [`for their rows: ringback imports … kept ${file}`] : [];
  return [
    `${file}  ${plural(removed, 'record')} deleted, ${kept} contacted since and kept`,
    ...more,
  ];
}

const listLines = (body: unknown): readonly string[] =>
  Listed.parse(body).items.map((item) =>
    item.problem === undefined
      ? `${item.at}  ${item.file}  ${tallyText(item)}`
      : `${item.at}  ${item.file}  not read: ${item.problem}`,
  );
