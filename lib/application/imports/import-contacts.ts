// REC-10, NEW-9: rows become records one by one, each under an id that follows from its number, so
// a file may be read twice, or the function may die half-way and start again, and nothing is there
// twice.
import { type ContactFile, type ContactRow, openContacts } from '../../contacts/contacts.ts';
import { personOf } from '../../contacts/read-contact.ts';
import { type Reading, readingOf } from '../../contacts/reading.ts';
import {
  type ReportRow,
  repeats,
  reportDelimiter,
  reportHead,
  reportLine,
} from '../../contacts/report.ts';
import { type CampaignId, campaignId, type RecordId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { EntryOf } from '../../domain/model/journal.ts';
import type { CampaignRecord, Origin } from '../../domain/model/record.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { headingsKey } from './headings-key.ts';
import { type Forbidden, forbiddenOf } from './import-permission.ts';
import { fileName, noteImport, ROWS_A_NOTE } from './import-progress.ts';
import { addedChange, newRecord } from './new-record.ts';
import { knownBefore, recordIds } from './record-ids.ts';

type Needs = Pick<
  Ports,
  | 'files'
  | 'records'
  | 'pseudonyms'
  | 'ledger'
  | 'campaigns'
  | 'definitions'
  | 'clock'
  | 'jobs'
  | 'savedMappings'
>;
type Tally = {
  rows: number;
  imported: number;
  present: number;
  duplicates: number;
  rejected: number;
  remarked: number;
};

interface Import {
  readonly campaign: CampaignId;
  readonly key: string;
  readonly reading: Reading;
  readonly ports: Needs;
  readonly tally: Tally;
}

/** Rows stored at the same time. */
const AT_ONCE = 24;

export const importContacts: UseCase<'import-contacts', Needs> = async (
  { campaign, key },
  ports,
) => {
  const definitions = ports.definitions.definitions();
  const settings = definitions.campaigns[campaign];
  if (!settings) throw new Fault('NotFound', `no campaign '${campaign}'`);
  const id = campaignId(campaign);
  const tally = { rows: 0, imported: 0, present: 0, duplicates: 0, rejected: 0, remarked: 0 };
  const delimiter = reportDelimiter(definitions.centre.country);
  const problem = whyNotRead(campaign, key);
  if (problem !== undefined) {
    const report = await ports.files.write(reportKey(key), notRead(problem, delimiter));
    await finishImport(id, key, { ...tally, problem }, ports);
    return { ...tally, encoding: '', delimiter: '', problem, report };
  }
  const reading = {
    ...readingOf(definitions, settings),
    saved: (headings: readonly string[]) => ports.savedMappings.of(id, headingsKey(headings)),
  };
  await noteImport(id, fileName(key), { state: 'running' }, ports);
  const file = await openContacts(() => ports.files.read(key), reading);
  // Writing the report reads the file: neither has to fit into memory.
  const report = await ports.files.write(
    reportKey(key),
    storeAll({ campaign: id, key, reading, ports, tally }, file, delimiter),
  );
  const read = { encoding: file.encoding.encoding, delimiter: file.delimiter };
  await finishImport(id, key, { ...tally, ...read }, ports);
  return { ...tally, ...read, report };
};

/** Files in folders below may have been put aside there. */
function whyNotRead(campaign: string, key: string): string | undefined {
  const [, , ...rest] = key.split('/');
  if (rest.length === 1) return undefined;
  return `files in folders below imports/${campaign}/ are not imported: move it up`;
}

async function* notRead(problem: string, delimiter: string): AsyncGenerator<string> {
  yield reportHead([], delimiter);
  yield reportLine({ row: 0, outcome: 'rejected', reasons: [problem], remarks: [] }, [], delimiter);
}

/** Stores all rows, and gives the lines of the report about them. */
async function* storeAll(
  work: Import,
  { headings, rows }: ContactFile,
  delimiter: string,
): AsyncGenerator<string> {
  yield reportHead(headings, delimiter);
  let noted = 0;
  for await (const batch of batches(rows)) {
    if (work.tally.rows - noted >= ROWS_A_NOTE) {
      noted = work.tally.rows;
      await noteImport(
        work.campaign,
        fileName(work.key),
        { state: 'running', ...work },
        work.ports,
      );
    }
    const results = await storeBatch(work, batch);
    for (const [index, { cells }] of batch.entries()) {
      const result = results[index];
      if (result === undefined) continue;
      count(result, work.tally);
      const { outcome, remarks } = result;
      if (remarks.length === 0 && (outcome === 'present' || outcome === 'imported')) continue;
      yield reportLine({ ...result, outcome }, cells, delimiter);
    }
  }
}

type Stored = ReportRow;

function count({ outcome, remarks }: Stored, tally: Tally): void {
  tally.rows++;
  tally[outcome === 'duplicate' ? 'duplicates' : outcome]++;
  if (remarks.length > 0) tally.remarked++;
}

async function storeBatch(work: Import, batch: readonly ContactRow[]): Promise<readonly Stored[]> {
  const { campaign, key: file, ports } = work;
  const [ids, forbidden] = await Promise.all([
    Promise.all(batch.map((found) => idsOf(campaign, found, ports))),
    forbiddenOf(
      batch,
      { ...work.reading, campaign, settings: work.reading.campaign, file, now: ports.clock.now() },
      ports.ledger,
    ),
  ]);
  // Rows of one batch are stored side by side, so the first of two rows with one number must be
  // picked here.
  const firstRows = new Map<RecordId, number>();
  return Promise.all(
    batch.map(async (found, index): Promise<Stored> => {
      const { row, remarks } = found;
      if (found.kind === 'refused')
        return { row, outcome: 'rejected', reasons: found.reasons, remarks };
      const { contact } = found;
      const [record, ...former] = ids[index] ?? [];
      invariant(record !== undefined, 'every contact has an id');
      const first = firstRows.get(record);
      const duplicate = (of: number | undefined): Stored => ({
        row,
        outcome: 'duplicate',
        reasons: repeats(of, contact),
        remarks,
      });
      if (first !== undefined) return duplicate(first);
      firstRows.set(record, row);
      const origin = { kind: 'import', file, row } as const;
      const made = newRecord(campaign, record, contact, origin, ports.clock.now());
      const known = await knownBefore(campaign, former, ports.records);
      const not = forbidden[index];
      const stored = known ? alreadyThere(known, made) : await store(made, not, ports);
      if (stored.kind === 'duplicate') return duplicate(stored.row);
      if (stored.kind === 'present')
        return { row, outcome: 'present', reasons: [], remarks: stored.kept };
      const told =
        not === undefined ? remarks : [`not contacted: ${not.blocked.because}`, ...remarks];
      return { row, outcome: 'imported', reasons: [], remarks: told };
    }),
  );
}

type Kept =
  | { readonly kind: 'imported' }
  /** There before, with what the row says otherwise. */
  | { readonly kind: 'present'; readonly kept: readonly string[] }
  /** Another row of the file made the record. */
  | { readonly kind: 'duplicate'; readonly row: number };

async function store(
  made: CampaignRecord,
  forbidden: Forbidden | undefined,
  { records }: Needs,
): Promise<Kept> {
  const { origin } = made;
  const change =
    origin.kind === 'import'
      ? addedChange(made, forbidden, `import of ${origin.file}`, origin.row)
      : addedChange(made, forbidden, 'import');
  if ((await records.commit(change)) === 'committed') return { kind: 'imported' };
  return alreadyThere(await records.load(made), made);
}

function alreadyThere(there: CampaignRecord | undefined, made: CampaignRecord): Kept {
  if (there?.origin.kind === 'import' && isOtherRowOfSameFile(there.origin, made.origin))
    return { kind: 'duplicate', row: there.origin.row };
  return { kind: 'present', kept: there ? keptAsTheyWere(there, made) : [] };
}

/** A record that is there is not written over: what the row says otherwise is told. */
function keptAsTheyWere(there: CampaignRecord, made: CampaignRecord): readonly string[] {
  if (there.state === 'deleted') return ['the person was deleted and stays so'];
  const has = (endpoints: CampaignRecord['phones'], value: string) =>
    endpoints.some((endpoint) => endpoint.value === value);
  const missing = [
    ...made.phones.filter(({ value }) => !has(there.phones, value)),
    ...made.emails.filter(({ value }) => !has(there.emails, value)),
  ].map(({ value }) => `'${value}' was not added`);
  const other = Object.entries(made.fields).flatMap(([field, value]) =>
    there.fields[field] === value ? [] : [`${field} stays as it is`],
  );
  return [...missing, ...other].map((what) => `already there: ${what}`);
}

function isOtherRowOfSameFile(there: Origin, here: Origin): boolean {
  return (
    there.kind === 'import' &&
    here.kind === 'import' &&
    there.file === here.file &&
    there.row !== here.row
  );
}

async function idsOf(
  campaign: CampaignId,
  found: ContactRow,
  { pseudonyms }: Needs,
): Promise<readonly RecordId[]> {
  if (found.kind === 'refused') return [];
  return recordIds(campaign, personOf(found.contact), pseudonyms);
}

async function finishImport(
  campaign: CampaignId,
  file: string,
  tally: Omit<EntryOf<'import.finished'>, 'type' | 'at' | 'file'>,
  ports: Needs,
): Promise<void> {
  const { campaigns, clock } = ports;
  await untilCommitted(`campaign ${campaign}`, async () => {
    const before = await campaigns.load(campaign);
    // New records fill the pool: the alert may be given again (MON-6).
    const after = {
      ...before,
      version: before.version + 1,
      poolAlerted: before.poolAlerted && tally.imported === 0,
    };
    const entry = { type: 'import.finished', at: clock.now(), file, ...tally } as const;
    return campaigns.commit(before, after, [entry]);
  });
  await noteImport(
    campaign,
    fileName(file),
    { state: 'finished', tally: { rows: 0, ...tally } },
    ports,
  );
}

async function* batches(rows: AsyncIterable<ContactRow>): AsyncGenerator<readonly ContactRow[]> {
  let batch: ContactRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function reportKey(key: string): string {
  return `${key.replace(/^imports\//, 'reports/')}.rejected.csv`;
}
