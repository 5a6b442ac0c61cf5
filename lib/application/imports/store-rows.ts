// Rows of a file become records, some together, each under an id that follows from its number, so
// that whoever stores a row again finds it there (REC-10, NEW-9).
import type { ContactRow } from '../../contacts/contacts.ts';
import type { Reading } from '../../contacts/reading.ts';
import { type ReportRow, repeats } from '../../contacts/report.ts';
import type { CampaignId, RecordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { CampaignRecord, Origin } from '../../domain/model/record.ts';
import { newRecord, personOf } from '../../domain/records/new-record.ts';
import type { Ports } from '../ports/ports.ts';
import { type Against, addedChange, addUnlessThere } from './added-change.ts';
import { heldByCaps, heldRemark } from './held-by-caps.ts';
import { forbiddenOf, forbiddenRemark } from './import-permission.ts';
import { knownBefore, recordIds } from './record-ids.ts';

export interface Storing {
  readonly campaign: CampaignId;
  /** Key of the file. */
  readonly key: string;
  readonly reading: Reading;
  /** Since when this import of the file runs: what it has stored since then is its own. */
  readonly since?: Instant | undefined;
  readonly ports: Pick<
    Ports,
    'records' | 'pseudonyms' | 'ledger' | 'clock' | 'contactLog' | 'definitions'
  >;
}

export async function storeRows(
  work: Storing,
  batch: readonly ContactRow[],
): Promise<readonly ReportRow[]> {
  const { campaign, key: file, ports } = work;
  const { campaign: settings } = work.reading;
  const now = ports.clock.now();
  const [ids, forbidden, held] = await Promise.all([
    Promise.all(batch.map((found) => idsOfRow(campaign, found, ports))),
    forbiddenOf(batch, { ...work.reading, campaign, settings, file, now }, ports.ledger),
    heldByCaps(
      batch.map((found) => (found.kind === 'contact' ? found.contact : undefined)),
      { campaign, settings, now },
      ports,
    ),
  ]);
  // Rows of one batch are stored together, so the first of two rows with one number must be picked
  // here.
  const firstRows = new Map<RecordId, number>();
  const looked = batch.map((found, index) => looksAt(found, ids[index] ?? [], firstRows, work));
  const against = batch.map((_, n) => ({ forbidden: forbidden[n], held: held[n] }));
  const kept = await store(looked, against, work);
  return batch.map((found, index): ReportRow => {
    const { row, remarks } = found;
    if (found.kind === 'refused')
      return { row, outcome: 'rejected', reasons: found.reasons, remarks };
    const stored = kept[index];
    invariant(stored !== undefined, 'every contact is stored or known');
    if (stored.kind === 'duplicate')
      return { row, outcome: 'duplicate', reasons: repeats(stored.row, found.contact), remarks };
    if (stored.kind === 'present')
      return { row, outcome: 'present', reasons: [], remarks: stored.kept };
    const { forbidden: not, held: until } = against[index] ?? {};
    const told = [...saidOf({ forbidden: not, held: until }), ...remarks];
    const result = { row, outcome: 'imported', reasons: [], remarks: told } as const;
    return not === undefined && until !== undefined ? { ...result, held: true } : result;
  });
}

function saidOf({ forbidden, held }: Against): readonly string[] {
  if (forbidden !== undefined) return [forbiddenRemark(forbidden)];
  return held === undefined ? [] : [heldRemark(held)];
}

/** A row before it is stored. */
type Looked =
  | { readonly kind: 'refused' }
  | { readonly kind: 'repeats'; readonly row: number }
  | {
      readonly kind: 'new';
      readonly made: CampaignRecord;
      /** Under which an earlier version may have stored the person. */
      readonly former: readonly RecordId[];
    };

function looksAt(
  found: ContactRow,
  [record, ...former]: readonly RecordId[],
  firstRows: Map<RecordId, number>,
  { campaign, key: file, ports }: Storing,
): Looked {
  if (found.kind === 'refused') return { kind: 'refused' };
  invariant(record !== undefined, 'every contact has an id');
  const { contact, row } = found;
  const first = firstRows.get(record);
  if (first !== undefined) return { kind: 'repeats', row: first };
  firstRows.set(record, row);
  const origin = { kind: 'import', file, row } as const;
  const made = newRecord(campaign, record, contact, origin, ports.clock.now());
  return { kind: 'new', made, former };
}

type Kept =
  | { readonly kind: 'imported' }
  /** There before, with what the row says otherwise. */
  | { readonly kind: 'present'; readonly kept: readonly string[] }
  /** Another row of the file made the record. */
  | { readonly kind: 'duplicate'; readonly row: number };

/** @returns by place in the batch; undefined for rows that are refused */
async function store(
  batch: readonly Looked[],
  against: readonly Against[],
  { campaign, ports, since }: Storing,
): Promise<readonly (Kept | undefined)[]> {
  const known = await Promise.all(
    batch.map((row) =>
      row.kind === 'new' ? knownBefore(campaign, row.former, ports.records) : undefined,
    ),
  );
  const places = batch.flatMap((row, n) =>
    row.kind === 'new' && known[n] === undefined ? [{ n, made: row.made }] : [],
  );
  const additions = places.map(({ n, made }) => {
    const { origin } = made;
    return origin.kind === 'import'
      ? addedChange(made, against[n] ?? {}, `import of ${origin.file}`, origin.row)
      : addedChange(made, against[n] ?? {}, 'import');
  });
  const added = await addUnlessThere(additions, ports.records);
  const there = new Map(places.map(({ n }, place) => [n, added[place]]));
  return batch.map((row, n): Kept | undefined => {
    if (row.kind === 'refused') return undefined;
    if (row.kind === 'repeats') return { kind: 'duplicate', row: row.row };
    const stored = known[n] ?? there.get(n);
    return stored === 'added' ? { kind: 'imported' } : alreadyThere(stored, row.made, since);
  });
}

function alreadyThere(
  there: CampaignRecord | undefined,
  made: CampaignRecord,
  since: Instant | undefined,
): Kept {
  if (there?.origin.kind === 'import' && isOfSameFile(there.origin, made.origin)) {
    if (made.origin.row !== there.origin.row) return { kind: 'duplicate', row: there.origin.row };
    // by this import, whose first try died or whose word got lost
    if (since !== undefined && there.createdAt >= since) return { kind: 'imported' };
  }
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

type Imported = Extract<Origin, { kind: 'import' }>;

const isOfSameFile = (there: Imported, here: Origin): here is Imported =>
  here.kind === 'import' && there.file === here.file;

/** Under which the person of a row may be stored; none for a row that is refused. */
export async function idsOfRow(
  campaign: CampaignId,
  found: ContactRow,
  { pseudonyms }: Pick<Ports, 'pseudonyms'>,
): Promise<readonly RecordId[]> {
  if (found.kind === 'refused') return [];
  return recordIds(campaign, personOf(found.contact), pseudonyms);
}
