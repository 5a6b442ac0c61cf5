// REC-10, NEW-9: a file of contacts becomes records. Whoever imports the file twice, or begins
// again after dying half-way, finds people there already. A large file takes several runs: each
// stops before its time is over, and a message to the queue says where the next one goes on.
import { type ContactFile, openContacts } from '../../contacts/contacts.ts';
import { readingOf } from '../../contacts/reading.ts';
import { type ReportRow, reportHead, reportLine } from '../../contacts/report.ts';
import { csvDelimiter } from '../../domain/model/csv.ts';
import { type CampaignId, campaignId } from '../../domain/model/ids.ts';
import { type Instant, instant, plus } from '../../domain/model/instant.ts';
import type { EntryOf } from '../../domain/model/journal.ts';
import { recordSettings } from '../../language/record-settings.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { tickSoon } from '../tick-soon.ts';
import { untilCommitted } from '../until-committed.ts';
import { batches } from './batches.ts';
import { headingsKey } from './headings-key.ts';
import { fileName, noteImport, ROWS_A_NOTE } from './import-progress.ts';
import { reportSoFar } from './report-so-far.ts';
import { type Storing, storeRows } from './store-rows.ts';
import { undoImport } from './undo-import.ts';

type Needs = Pick<
  Ports,
  | 'files'
  | 'records'
  | 'pseudonyms'
  | 'ledger'
  | 'contactLog'
  | 'campaigns'
  | 'definitions'
  | 'clock'
  | 'jobs'
  | 'savedMappings'
  | 'importQueue'
  | 'tickQueue'
>;
type Position = NonNullable<TaskInput<'import-contacts'>['goesOn']>;
type Tally = Position['tally'];

interface Import extends Storing {
  readonly ports: Needs;
  readonly tally: Tally;
  /** Where the run before has stopped. */
  readonly from: Position | undefined;
  /** When this run stops. */
  readonly until: Instant;
  /** Bytes of the report so far. */
  written: number;
  /** The last row of this run, when rows are left for the next. */
  stoppedAt?: number;
}

/** Seconds a run takes new rows; the function has 900, and reading up to them takes some. */
const RUN = 600;

const NO_ROWS: Tally = {
  rows: 0,
  imported: 0,
  present: 0,
  duplicates: 0,
  rejected: 0,
  remarked: 0,
};

export const importContacts: UseCase<'import-contacts', Needs> = async (input, ports) => {
  const { campaign, key, goesOn } = input;
  const definitions = ports.definitions.definitions();
  const settings = recordSettings(definitions, campaign);
  if (!settings) throw new Fault('NotFound', `no campaign '${campaign}'`);
  const id = campaignId(campaign);
  const saved = (headings: readonly string[]) => ports.savedMappings.of(id, headingsKey(headings));
  const reading = { ...readingOf(definitions, settings), saved, after: goesOn?.row };
  const until = plus(ports.clock.now(), RUN);
  if (input.undo !== undefined)
    return undoImport({ ...input, undo: input.undo }, { reading, until }, ports);
  const delimiter = csvDelimiter(definitions.centre.country);
  const report = reportKey(key);
  const problem = whyNotRead(campaign, key);
  if (problem !== undefined) {
    await ports.files.write(report, notRead(problem, delimiter));
    await finishImport(id, key, { ...NO_ROWS, problem }, ports);
    return { ...NO_ROWS, encoding: '', delimiter: '', problem, report };
  }
  const tally = { ...(goesOn?.tally ?? NO_ROWS) };
  const since = input.since === undefined ? undefined : instant(input.since);
  await noteImport(id, fileName(key), { state: 'running', tally }, ports);
  const file = await openContacts(() => ports.files.read(key), reading);
  const work: Import = {
    ...{ campaign: id, key, reading, since, ports, tally, until },
    ...{ from: goesOn, written: 0 },
  };
  // Writing the report reads the file: neither has to fit into memory.
  await ports.files.write(report, wholeReport(work, file, delimiter));
  const read = { encoding: file.encoding.encoding, delimiter: file.delimiter };
  const { stoppedAt: row, written: reportBytes } = work;
  if (row === undefined) await finishImport(id, key, { ...tally, ...read }, ports);
  else await ports.importQueue.send({ ...input, goesOn: { row, reportBytes, tally } });
  return { ...tally, ...read, report, goesOn: row !== undefined };
};

/** What the runs before have said, and what this one has to say. */
async function* wholeReport(
  work: Import,
  file: ContactFile,
  delimiter: string,
): AsyncGenerator<string> {
  const { from, ports, key } = work;
  const head = reportHead(file.headings, delimiter);
  const before = reportSoFar(head, reportKey(key), from?.reportBytes, ports.files);
  for (const parts of [before, storeAll(work, file, delimiter)]) {
    for await (const part of parts) {
      work.written += Buffer.byteLength(part);
      yield part;
    }
  }
}

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

/** Stores rows as long as there is time, and gives the lines of the report about them. */
async function* storeAll(
  work: Import,
  { rows }: ContactFile,
  delimiter: string,
): AsyncGenerator<string> {
  let noted = work.tally.rows;
  let last = 0;
  for await (const batch of batches(rows)) {
    if (last > 0 && work.ports.clock.now() >= work.until) {
      work.stoppedAt = last;
      return;
    }
    last = batch.at(-1)?.row ?? last;
    if (work.tally.rows - noted >= ROWS_A_NOTE) {
      noted = work.tally.rows;
      await noteImport(
        work.campaign,
        fileName(work.key),
        { state: 'running', ...work },
        work.ports,
      );
    }
    const results = await storeRows(work, batch);
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

function count({ outcome, remarks, held }: ReportRow, tally: Tally): void {
  tally.rows++;
  if (held) tally.held = (tally.held ?? 0) + 1;
  tally[outcome === 'duplicate' ? 'duplicates' : outcome]++;
  if (remarks.length > 0) tally.remarked++;
}

async function finishImport(
  campaign: CampaignId,
  file: string,
  tally: Omit<EntryOf<'import.finished'>, 'type' | 'at' | 'file'>,
  ports: Needs,
): Promise<void> {
  const { campaigns, clock } = ports;
  const state = await untilCommitted(`campaign ${campaign}`, async () => {
    const before = await campaigns.load(campaign);
    // New records fill the pool: the alert may be given again (MON-6).
    const after = {
      ...before,
      version: before.version + 1,
      poolAlerted: before.poolAlerted && tally.imported === 0,
    };
    const entry = { type: 'import.finished', at: clock.now(), file, ...tally } as const;
    const committed = await campaigns.commit(before, after, [entry]);
    return committed === 'committed' ? after.state : committed;
  });
  await noteImport(
    campaign,
    fileName(file),
    { state: 'finished', tally: { rows: 0, ...tally } },
    ports,
  );
  if (state === 'running' && tally.imported > 0) await tickSoon(campaign, clock.now(), ports);
}

function reportKey(key: string): string {
  return `${key.replace(/^imports\//, 'reports/')}.rejected.csv`;
}
