// Imports as other systems see them: a file handed over, what became of it, and the rows that were
// not taken. The work itself is that of import-contacts, which the file starts.

import { mapColumns } from '../../contacts/mapping.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { ImportJob } from '../../domain/model/job.ts';
import type { EntryOf } from '../../domain/model/journal.ts';
import { own } from '../../language/dictionary.ts';
import { recordSettings } from '../../language/record-settings.ts';
import type { NamedColumns } from '../../language/schema/campaign.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';
import { headingsKey } from './headings-key.ts';
import { fileName, noteImport } from './import-progress.ts';
import { keptKey } from './undo-import.ts';

/** Where files of a campaign lie; the report about one lies under the same name elsewhere. */
const keyOf = (campaign: string, file: string): string => `imports/${campaign}/${file}`;
export const reportOf = (campaign: string, file: string): string =>
  `reports/${campaign}/${file}.rejected.csv`;
export const keptOf = (campaign: string, file: string): string => keptKey(keyOf(campaign, file));

export async function startImport(
  campaign: string,
  { file, csv }: { readonly file: string; readonly csv: string },
  ports: Pick<Ports, 'uploads' | 'jobs' | 'clock'>,
): Promise<void> {
  await noteImport(campaignId(campaign), file, { state: 'waiting' }, ports);
  await ports.uploads.write(keyOf(campaign, file), inOne(csv));
}

/**
 * @param mayReplace throws when what is saved is not what the caller has seen
 * @returns what is wrong with the mapping for such files; nothing when it is saved
 */
export async function saveMapping(
  campaign: string,
  { headings, columns }: { readonly headings: readonly string[]; readonly columns: NamedColumns },
  ports: Pick<Ports, 'definitions' | 'savedMappings' | 'mappingSaving'>,
  mayReplace: (saved: NamedColumns | undefined) => void = () => {},
): Promise<readonly string[]> {
  const definitions = ports.definitions.definitions();
  const { centre } = definitions;
  const settings = recordSettings(definitions, campaign);
  invariant(settings !== undefined, `campaign '${campaign}' is there`);
  const unknown = Object.keys(columns.fields)
    .filter((field) => own(settings.fields, field) === undefined)
    .map((field) => `the campaign has no field '${field}'`);
  const country = settings.country ?? centre.country;
  const { problems } = mapColumns(headings, settings, [], country, columns);
  const wrong = [...unknown, ...problems];
  if (wrong.length > 0) return wrong;
  const place = [campaignId(campaign), headingsKey(headings)] as const;
  return untilCommitted('a mapping', async () => {
    const before = await ports.savedMappings.of(...place);
    mayReplace(before);
    return (await ports.mappingSaving.save(...place, before, columns)) ? wrong : 'conflict';
  });
}

/** @returns why it cannot be undone now; undefined when it has begun */
export async function orderUndo(
  campaign: string,
  file: string,
  by: string,
  { jobs, importQueue }: Pick<Ports, 'jobs' | 'importQueue'>,
): Promise<string | undefined> {
  const job = await jobs.load(campaignId(campaign), 'import', file);
  if (job !== undefined && job.state !== 'finished')
    return 'the import is still under way: wait until it is finished';
  await importQueue.send({ campaign, key: keyOf(campaign, file), undo: { by } });
  return undefined;
}

/**
 * That the import of the file was undone; undefined when it never was, or was imported again since.
 */
export async function undoneImport(
  campaign: string,
  file: string,
  { journal }: Pick<Ports, 'journal'>,
): Promise<EntryOf<'import.undone'> | undefined> {
  const key = keyOf(campaign, file);
  let before: string | undefined;
  do {
    const look = { limit: LOOKED_THROUGH, before };
    const page = await journal.latestOfCampaign(campaignId(campaign), look);
    for (const { entry } of page.entries) {
      if (entry.type === 'import.undone' && entry.file === key) return entry;
      if (entry.type === 'import.finished' && entry.file === key) return undefined;
    }
    before = page.next;
  } while (before !== undefined);
  return undefined;
}

export interface FinishedImport extends EntryOf<'import.finished'> {
  /** Its name, without the folder. */
  readonly name: string;
}

/** Entries of the campaign's journal that are looked through at once, and how often for a page. */
const LOOKED_THROUGH = 100;
const MOST_PAGES = 8;

/**
 * The newest first; a page may have fewer than asked for while there are further ones.
 * @param before place in the journal where the page before ended
 */
export async function finishedImports(
  campaign: string,
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
  { journal }: Pick<Ports, 'journal'>,
): Promise<{ readonly imports: readonly FinishedImport[]; readonly next?: string | undefined }> {
  const imports: FinishedImport[] = [];
  let place = before;
  for (let n = 0; n < MOST_PAGES; n++) {
    const look = { limit: LOOKED_THROUGH, before: place };
    const page = await journal.latestOfCampaign(campaignId(campaign), look);
    for (const { place: at, entry } of page.entries) {
      if (entry.type !== 'import.finished') continue;
      imports.push({ ...entry, name: fileName(entry.file) });
      if (imports.length === limit) return { imports, next: at };
    }
    place = page.next;
    if (place === undefined) break;
  }
  return { imports, next: place };
}

/** How far a file has come; undefined when nothing of that name was imported lately. */
export async function importProgress(
  campaign: string,
  file: string,
  { jobs }: Pick<Ports, 'jobs'>,
): Promise<ImportJob | undefined> {
  return jobs.load(campaignId(campaign), 'import', file);
}

/**
 * Rows rejected, repeated or remarked on, or of an import that was undone those that stayed, as
 * CSV; undefined when it is too large to be shown.
 */
export async function reportAsText(
  key: string,
  mostBytes: number,
  { importReports }: Pick<Ports, 'importReports'>,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of importReports.read(key)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function* inOne<T>(whole: T): AsyncGenerator<T> {
  yield whole;
}
