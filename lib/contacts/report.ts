// The report of an import: every row that was rejected, repeats another, or was imported with a
// remark, as a CSV file that a spreadsheet of the country opens as a table and that can be
// corrected and imported again.
import { CSV_MARK, csvLine } from '../domain/model/csv.ts';
import type { ContactRow } from './contacts.ts';
import type { TextLine } from './lines.ts';
import { RowReader } from './rows.ts';

export type Outcome = 'imported' | 'present' | 'duplicate' | 'rejected';

export interface ReportRow {
  readonly row: number;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly remarks: readonly string[];
  /** Imported, and due when the person may be contacted again. */
  readonly held?: true;
}

const COLUMNS = ['row', 'outcome', 'reason', 'remark'] as const;
const BETWEEN = '; ';

export const reportHead = (headings: readonly string[], delimiter: string): string =>
  `${CSV_MARK}${csvLine([...COLUMNS, ...headings], delimiter)}`;

export const reportLine = (
  { row, outcome, reasons, remarks }: ReportRow,
  cells: readonly string[],
  delimiter: string,
): string =>
  csvLine(
    [String(row), outcome, reasons.join(BETWEEN), remarks.join(BETWEEN), ...cells],
    delimiter,
  );

/** @param first row of the file with the same person, if it is of the file */
export function repeats(first: number | undefined, { emails, phones }: Contact): readonly string[] {
  const what = phones.length > 0 || emails.length === 0 ? 'telephone number' : 'e-mail address';
  return [`repeats ${first === undefined ? 'another row' : `row ${first}`}: the same ${what}`];
}

type Contact = Extract<ContactRow, { kind: 'contact' }>['contact'];

/** What a report says of its rows, without their cells. */
export function readReport(csv: string): readonly ReportRow[] {
  const text = csv.startsWith(CSV_MARK) ? csv.slice(1) : csv;
  const reader = new RowReader(text.charAt(COLUMNS[0].length));
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const rows = [...lines.flatMap((line) => reader.push(asLine(line))), ...reader.end()];
  return rows.slice(1).map(({ cells: [row, outcome, reason = '', remark = ''] }) => ({
    row: Number(row),
    outcome: outcome as Outcome,
    reasons: reason === '' ? [] : [reason],
    remarks: remark === '' ? [] : [remark],
  }));
}

function asLine(line: string): TextLine {
  const [end = ''] = /(\r\n|\n|\r)?$/.exec(line) ?? [];
  return { text: line.slice(0, line.length - end.length), end: end as TextLine['end'] };
}
