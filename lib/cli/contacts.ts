// `ringback contacts`: what importing a file would do, before anything is imported.
import { open, stat } from 'node:fs/promises';
import { previewContacts } from '../contacts/preview.ts';
import { readingOf } from '../contacts/reading.ts';
import type { Definitions } from '../language/definitions.ts';
import { didYouMean } from '../language/nearest.ts';
import { recordSettings } from '../language/record-settings.ts';
import type { Campaign } from '../language/schema/campaign.ts';
import { misused, orWrong, parsed } from './arguments.ts';
import { checkedFolder } from './checked-folder.ts';
import type { Command, Io } from './command.ts';
import { previewJson } from './contacts/json.ts';
import { previewLines } from './contacts/print.ts';
import { saveColumns } from './contacts/save.ts';
import type { Wrong } from './option-values.ts';

export const HELP = `ringback contacts <folder> <file> [options]

Shows what becomes of each column, and row by row what importing a file would
do. Nothing is imported.

  <folder>            the contact centre
  <file>              a CSV file of contacts
  --campaign <id>     the campaign they would belong to, or directory  (the first)
  --all               lists every row, not only those that need attention
  --save              writes the columns as they were read into the campaign's file,
                      where the next import finds them
  --json              prints one JSON object with every row

Exits with 1 when no row could be imported.`;

export const contactsCommand: Command = async (args, io) => {
  const options = readOptions(args);
  if ('wrong' in options) {
    return misused(io, 'contacts', options);
  }
  const checked = await checkedFolder(options.folder);
  if (checked.kind === 'refused') return refuse(io, checked.lines);
  const { definitions } = checked;
  const chosen = campaignOf(definitions, options.campaign);
  if ('wrong' in chosen) return refuse(io, [chosen.wrong]);
  const unreadable = await whyUnreadable(options.file);
  if (unreadable) return refuse(io, [unreadable]);
  const { id, campaign } = chosen;
  const preview = await previewContacts(
    () => bytesOf(options.file),
    readingOf(definitions, campaign),
  );
  if (options.json) io.out(JSON.stringify(previewJson(id, preview), null, 2));
  else for (const line of previewLines(id, preview, options.all, io.columns)) io.out(line);
  if (preview.counts.imported === 0) return 1;
  if (!options.save) return 0;
  const saved = await saveColumns(options.folder, id, preview.file);
  if (saved.kind === 'refused') return refuse(io, [saved.because]);
  if (!options.json) io.out(saved.line);
  return 0;
};

interface Options {
  readonly folder: string;
  readonly file: string;
  readonly campaign: string | undefined;
  readonly all: boolean;
  readonly save: boolean;
  readonly json: boolean;
}

const readOptions = (args: readonly string[]): Options | Wrong =>
  orWrong(() => {
    const { values, positionals } = parsed(args, {
      campaign: { type: 'string' },
      all: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [folder, file, ...more] = positionals;
    if (folder === undefined || file === undefined)
      return { wrong: 'name the folder of a contact centre and a contact file' };
    if (more.length > 0) return { wrong: `only one file at a time; remove '${more[0]}'` };
    return { folder, file, ...values, campaign: values.campaign };
  });

function campaignOf(
  definitions: Definitions,
  wanted: string | undefined,
): { readonly id: string; readonly campaign: Campaign } | { readonly wrong: string } {
  const { campaigns } = definitions;
  const [first] = Object.keys(campaigns);
  const id = wanted ?? first;
  if (id === undefined) return { wrong: 'the folder has no campaign to import into' };
  const campaign = recordSettings(definitions, id);
  if (campaign) return { id, campaign };
  return {
    wrong: `--campaign: there is no campaign '${id}'. ${didYouMean(id, Object.keys(campaigns))}`,
  };
}

async function whyUnreadable(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return `'${file}' is a folder, not a contact file`;
    return found.size === 0 ? `'${file}' is empty` : undefined;
  } catch {
    return `'${file}' cannot be read; is the path right?`;
  }
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  yield* handle.createReadStream();
}

function refuse(io: Io, lines: readonly string[]): number {
  for (const line of lines) io.err(line);
  return 1;
}
