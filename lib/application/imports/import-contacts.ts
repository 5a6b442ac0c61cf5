// REC-10, NEW-9: rows become records one by one, each under an id that follows from its number, so
// a file may be read twice, or the function may die half-way and start again, and nothing is there
// twice.
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { type ContactRow, readContacts } from '../../contacts/contacts.ts';
import type { ContactData } from '../../contacts/read-contact.ts';
import { type CampaignId, campaignId, type RecordId, recordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { type CampaignRecord, defaultOf, type Origin } from '../../domain/model/record.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';
import type { UseCase } from '../tasks/tasks.ts';

type Needs = Pick<Ports, 'files' | 'records' | 'campaigns' | 'definitions' | 'clock'>;
type Tally = { imported: number; present: number; duplicates: number; rejected: number };
type Outcome = keyof Tally;

/** Rows stored at the same time. */
const AT_ONCE = 24;

export const importContacts: UseCase<'import-contacts', Needs> = async (
  { campaign, key },
  ports,
) => {
  const { centre, campaigns } = ports.definitions.definitions();
  const settings = campaigns[campaign];
  if (!settings) throw new Fault('NotFound', `no campaign '${campaign}'`);
  const id = campaignId(campaign);
  const tally: Tally = { imported: 0, present: 0, duplicates: 0, rejected: 0 };
  const rejected = new PassThrough({ encoding: 'utf8' });
  const report = ports.files.write(reportKey(key), rejected);
  const rows = readContacts(ports.files.read(key), settings, settings.country ?? centre.country);
  for await (const batch of batches(rows)) {
    await storeBatch(batch, id, key, ports, tally, rejected);
  }
  rejected.end();
  const finished = { ...tally, report: await report };
  await tellCampaign(id, key, tally, ports);
  return finished;
};

async function storeBatch(
  batch: readonly ContactRow[],
  campaign: CampaignId,
  file: string,
  ports: Needs,
  tally: Tally,
  rejected: PassThrough,
): Promise<void> {
  // Rows of one batch are stored side by side, so the first of two rows with one number must be
  // picked here.
  const first = new Map<RecordId, number>();
  const results = batch.map(async (row): Promise<Outcome | undefined> => {
    if (row.kind === 'headings') {
      rejected.write(csvLine(['row', 'reason', ...row.cells]));
      return undefined;
    }
    if (row.kind === 'refused') {
      rejected.write(csvLine([String(row.row), row.reasons.join('; '), ...row.cells]));
      return 'rejected';
    }
    const record = idOf(campaign, row.contact);
    if (first.has(record)) return 'duplicates';
    first.set(record, row.row);
    const origin = { kind: 'import', file, row: row.row } as const;
    return store(newRecord(campaign, record, row.contact, origin, ports.clock.now()), ports);
  });
  for (const outcome of await Promise.all(results)) if (outcome) tally[outcome]++;
}

async function store(record: CampaignRecord, { records }: Needs): Promise<Outcome> {
  const { origin } = record;
  const imported = origin.kind === 'import';
  const by = imported ? `import of ${origin.file}` : 'import';
  const row = imported ? { row: origin.row } : {};
  const entry = { type: 'record.added', at: record.createdAt, by, ...row } as const;
  const change = { before: undefined, after: record, entries: [entry] };
  if ((await records.commit(change)) === 'committed') return 'imported';
  const there = await records.load(record);
  return there && isOtherRowOfSameFile(there.origin, origin) ? 'duplicates' : 'present';
}

function isOtherRowOfSameFile(there: Origin, here: Origin): boolean {
  return (
    there.kind === 'import' &&
    here.kind === 'import' &&
    there.file === here.file &&
    there.row !== here.row
  );
}

function newRecord(
  campaign: CampaignId,
  record: RecordId,
  contact: ContactData,
  origin: Origin,
  now: Instant,
): CampaignRecord {
  return {
    campaign,
    record,
    version: 1,
    state: 'new',
    ...contact,
    parameters: {},
    nextContact: now,
    attempts: 0,
    calls: {},
    success: false,
    rule: { passes: {} },
    origin,
    createdAt: now,
    updatedAt: now,
  };
}

/** The same person in the same campaign has the same id, whatever file they come from. */
function idOf(campaign: CampaignId, contact: ContactData): RecordId {
  const person = defaultOf(contact.phones) ?? defaultOf(contact.emails) ?? '';
  return recordId(createHash('sha256').update(`${campaign}/${person}`).digest('hex').slice(0, 20));
}

async function tellCampaign(
  campaign: CampaignId,
  file: string,
  tally: Tally,
  { campaigns, clock }: Needs,
): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const before = await campaigns.load(campaign);
    // New records fill the pool: the alert may be given again (MON-6).
    const after = {
      ...before,
      version: before.version + 1,
      poolAlerted: before.poolAlerted && tally.imported === 0,
    };
    const entry = { type: 'import.finished', at: clock.now(), file, ...tally } as const;
    if ((await campaigns.commit(before, after, [entry])) === 'committed') return;
  }
  throw new Fault('RecordContended', `campaign '${campaign}' keeps changing`);
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

/** Cells that spreadsheets would take for formulas are defused with an apostrophe. */
function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell));
  return `${safe.map((cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;
}
