// What an import would do, row by row, with a campaign that is still empty.

import { personOf } from '../domain/records/new-record.ts';
import type { ConsentRead } from './consent-cell.ts';
import { type ContactFile, openContacts } from './contacts.ts';
import type { LeftValue } from './read-contact.ts';
import type { Reading } from './reading.ts';
import { type Outcome, type ReportRow, repeats } from './report.ts';

/** Nobody is there before. */
type Foreseen = Exclude<Outcome, 'present'>;

export interface PreviewRow extends ReportRow {
  readonly outcome: Foreseen;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  /** Whom the record is private to (REC-7). */
  readonly agent?: string | undefined;
  /** Present when the row says that the person has consented to marketing. */
  readonly consent?: ConsentRead['consent'];
  /** Values of the row that would not be taken over. */
  readonly left: readonly LeftValue[];
}

export interface Preview {
  readonly file: Omit<ContactFile, 'rows'>;
  readonly rows: readonly PreviewRow[];
  readonly counts: Readonly<Record<Foreseen, number>>;
}

export async function previewContacts(
  bytes: () => AsyncIterable<Uint8Array>,
  reading: Reading,
): Promise<Preview> {
  const { rows: read, ...file } = await openContacts(bytes, reading);
  const firstRows = new Map<string, number>();
  const counts = { imported: 0, duplicate: 0, rejected: 0 };
  const rows: PreviewRow[] = [];
  const add = (row: PreviewRow) => {
    counts[row.outcome]++;
    rows.push(row);
  };
  for await (const found of read) {
    const { row, remarks, left } = found;
    if (found.kind === 'refused') {
      const { reasons } = found;
      add({ row, outcome: 'rejected', phones: [], emails: [], fields: {}, reasons, remarks, left });
      continue;
    }
    const { contact } = found;
    const person = personOf(contact);
    const first = firstRows.get(person);
    if (first === undefined) firstRows.set(person, row);
    add({
      row,
      outcome: first === undefined ? 'imported' : 'duplicate',
      phones: contact.phones.map(({ value }) => value),
      emails: contact.emails.map(({ value }) => value),
      fields: contact.fields,
      agent: contact.privateTo,
      consent: found.consent,
      reasons: first === undefined ? [] : repeats(first, contact),
      remarks,
      left,
    });
  }
  return { file, rows, counts };
}
