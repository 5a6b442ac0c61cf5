// NEW-9: an import is undone. The file is read once more, for its people's records follow from
// their numbers; those that the file brought and nobody has contacted since are deleted, and the
// others stay and are told. The same file, corrected, can be imported again.
import { type ContactFile, openContacts } from '../../contacts/contacts.ts';
import type { Reading } from '../../contacts/reading.ts';
import { type ReportRow, reportHead, reportLine } from '../../contacts/report.ts';
import { csvDelimiter } from '../../domain/model/csv.ts';
import { type CampaignId, campaignId, type RecordRef } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { undoAdded } from '../../domain/records/undo-added.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import type { TaskInput, TaskOutput } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { batches } from './batches.ts';
import { reportSoFar } from './report-so-far.ts';
import { idsOfRow } from './store-rows.ts';

type Needs = Pick<
  Ports,
  'files' | 'records' | 'pseudonyms' | 'campaigns' | 'definitions' | 'clock' | 'importQueue'
>;
type Order = TaskInput<'import-contacts'> & { readonly undo: { readonly by: string } };

interface Undoing {
  readonly campaign: CampaignId;
  readonly file: string;
  readonly by: string;
  readonly ports: Needs;
}

type Undone = { removed: number; kept: number };

const NOTHING = { rows: 0, imported: 0, present: 0, duplicates: 0, rejected: 0, remarked: 0 };

/** Where the rows stand that stayed. */
export const keptKey = (key: string): string => `${key.replace(/^imports\//, 'reports/')}.kept.csv`;

export async function undoImport(
  order: Order,
  { reading, until }: { readonly reading: Reading; readonly until: Instant },
  ports: Needs,
): Promise<TaskOutput<'import-contacts'>> {
  const { key, undo, goesOn } = order;
  const campaign = campaignId(order.campaign);
  const tally: Undone = { removed: 0, kept: 0, ...goesOn?.undone };
  const work = { campaign, file: key, by: undo.by, ports };
  const delimiter = csvDelimiter(ports.definitions.definitions().centre.country);
  const run: Run = { written: 0, stoppedAt: undefined, told: new Set() };
  const lines = linesOf(order, { ...work, reading, until, tally, delimiter, run });
  const report = await ports.files.write(keptKey(key), lines).catch(noFile);
  if (report === undefined) {
    await tell(work, tally, 'the file is no longer there', ports);
    return { ...NOTHING, ...tally, encoding: '', delimiter, report: '' };
  }
  const { stoppedAt: row, written: reportBytes } = run;
  if (row === undefined) await tell(work, tally, undefined, ports);
  else {
    const so = { row, reportBytes, tally: NOTHING, undone: tally };
    await ports.importQueue.send({ ...order, goesOn: so });
  }
  return { ...NOTHING, ...tally, encoding: '', delimiter, report, goesOn: row !== undefined };
}

function noFile(error: unknown): undefined {
  if (error instanceof Fault && error.name === 'NotFound') return undefined;
  throw error;
}

interface Run {
  /** Bytes of the report so far. */
  written: number;
  /** The last row of this run, when rows are left for the next. */
  stoppedAt: number | undefined;
  /** Records that stay and were told: a person may be in several rows. */
  readonly told: Set<string>;
}

interface Lines extends Undoing {
  readonly reading: Reading;
  readonly until: Instant;
  readonly tally: Undone;
  readonly delimiter: string;
  readonly run: Run;
}

/** Undoes row by row, and gives the lines of the report about those that stay. */
async function* linesOf({ key, goesOn }: Order, work: Lines): AsyncGenerator<string> {
  const { ports, reading, delimiter, run } = work;
  const file = await openContacts(() => ports.files.read(key), reading);
  const head = reportHead(file.headings, delimiter);
  const before = reportSoFar(head, keptKey(key), goesOn?.reportBytes, ports.files);
  for (const parts of [before, undoneRows(file, work)]) {
    for await (const part of parts) {
      run.written += Buffer.byteLength(part);
      yield part;
    }
  }
}

async function* undoneRows(file: ContactFile, work: Lines): AsyncGenerator<string> {
  const { campaign, ports, until, tally, delimiter, run } = work;
  let last = 0;
  for await (const batch of batches(file.rows)) {
    if (last > 0 && ports.clock.now() >= until) {
      run.stoppedAt = last;
      return;
    }
    last = batch.at(-1)?.row ?? last;
    const ids = await Promise.all(batch.map((row) => idsOfRow(campaign, row, ports)));
    const refs = ids.map((some) => some.map((record) => ({ campaign, record })));
    const undone = await Promise.all(refs.map((some) => undoOne(some, work)));
    for (const [n, found] of batch.entries()) {
      if (undone[n] === 'removed') tally.removed++;
      const [record = ''] = ids[n] ?? [];
      if (undone[n] !== 'contacted' || run.told.has(record)) continue;
      run.told.add(record);
      tally.kept++;
      yield reportLine(keptRow(found.row), found.cells, delimiter);
    }
  }
}

const keptRow = (row: number): ReportRow => ({
  row,
  outcome: 'present',
  reasons: ['contacted since the import: the record stays'],
  remarks: [],
});

/** @param refs under which the person may be stored */
async function undoOne(
  refs: readonly RecordRef[],
  { file, by, ports }: Undoing,
): Promise<'removed' | 'contacted' | 'not-from-it'> {
  for (const ref of refs) {
    const undone = await untilCommitted(`record ${ref.record}`, async () => {
      const record = await ports.records.load(ref);
      if (record === undefined) return 'not-from-it';
      const kept = await ports.records.kept(ref);
      const decided = undoAdded(record, kept, { file, by, now: ports.clock.now() });
      if (typeof decided === 'string') return decided;
      return (await ports.records.commit(decided)) === 'committed' ? 'removed' : 'conflict';
    });
    if (undone !== 'not-from-it') return undone;
  }
  return 'not-from-it';
}

async function tell(
  { campaign, file, by }: Undoing,
  undone: Undone,
  problem: string | undefined,
  { campaigns, clock }: Needs,
): Promise<void> {
  await untilCommitted(`campaign ${campaign}`, async () => {
    const before = await campaigns.load(campaign);
    const at = clock.now();
    const entry = { type: 'import.undone', at, file, by, ...undone, problem } as const;
    return campaigns.commit(before, { ...before, version: before.version + 1 }, [entry]);
  });
}
