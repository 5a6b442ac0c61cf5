// A file of contacts: what kind of file it is, and its rows one by one. The import, the dry run and
// `ringback contacts` read files through here, so they say the same of them. The file is read
// twice, first to learn its encoding.
import type { ConsentRead } from './consent-cell.ts';
import { detectDelimiter } from './delimiter.ts';
import { type Detected, EncodingSurvey } from './encoding.ts';
import { readLines, type TextLine } from './lines.ts';
import { type Mapped, type MappedBy, type Mapping, mapColumns } from './mapping.ts';
import { type ContactData, type LeftValue, readContact } from './read-contact.ts';
import type { Reading } from './reading.ts';
import { type Row, RowReader } from './rows.ts';

export type ContactRow = {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly remarks: readonly string[];
  /** Values of the row that are not taken over. */
  readonly left: readonly LeftValue[];
} & (
  | {
      readonly kind: 'contact';
      readonly contact: ContactData;
      readonly consent?: ConsentRead['consent'];
    }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
);

export interface ContactFile {
  readonly encoding: Detected;
  readonly delimiter: string;
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** Who says what becomes of the columns. */
  readonly mappedBy: MappedBy;
  /** The first rows, for people to see what was taken for what. */
  readonly sample: readonly (readonly string[])[];
  readonly remarks: readonly string[];
  /** Every row that is not blank; the headings too when the file cannot be read with them. */
  readonly rows: AsyncIterable<ContactRow>;
}

const SAMPLE_LINES = 200;

/** Why rows are rejected in a file whose headings will not do; the first row says which. */
export const UNKNOWN_COLUMNS = 'the columns of the file are not known, see its first row';

/** @param bytes of the file from their beginning, each time it is called */
export async function openContacts(
  bytes: () => AsyncIterable<Uint8Array>,
  reading: Reading,
): Promise<ContactFile> {
  const { country } = reading;
  const survey = new EncodingSurvey();
  for await (const chunk of bytes()) survey.push(chunk);
  const encoding = survey.detect(country);
  const batches = readLines(bytes(), encoding);
  const start: TextLine[] = [];
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    for (const line of next.value) start.push(line);
    if (start.length >= SAMPLE_LINES) break;
  }
  const { delimiter, declared } = detectDelimiter(start.slice(0, SAMPLE_LINES));
  const reader = new RowReader(delimiter);
  const lines = declared ? start.slice(1) : start;
  const read = lines.slice(0, SAMPLE_LINES).flatMap((line) => reader.push(line));
  const rest = restOf(lines.slice(SAMPLE_LINES), batches);
  // Headings that do not end within so many lines do not end.
  const [heading, ...first] = read.length > 0 ? read : reader.end();
  const sample = first.filter(({ problem }) => problem === undefined);
  const headings = heading?.cells.map((cell) => cell.trim()) ?? [];
  const cells = sample.map((row) => row.cells);
  const saved = heading?.problem ? undefined : await reading.saved?.(headings);
  const mapped = heading?.problem
    ? unreadable(heading.problem)
    : mapColumns(headings, reading.campaign, cells, country, saved);
  const rows = allRows(first, rest, reader);
  return {
    encoding,
    delimiter,
    headings,
    mapping: mapped.mapping,
    mappedBy: mapped.by,
    sample: cells,
    remarks: mapped.remarks,
    rows: contactsOf(rows, { heading, headings }, mapped, reading),
  };
}

const unreadable = (problem: string): Mapped => ({
  mapping: { phones: [], emails: [], fields: [] },
  by: 'headings',
  remarks: [],
  problems: [problem],
});

async function* restOf(
  lines: readonly TextLine[],
  batches: AsyncIterable<readonly TextLine[]>,
): AsyncGenerator<readonly TextLine[]> {
  yield lines;
  yield* batches;
}

async function* allRows(
  first: readonly Row[],
  rest: AsyncIterable<readonly TextLine[]>,
  reader: RowReader,
): AsyncGenerator<readonly Row[]> {
  yield first;
  for await (const lines of rest) yield lines.flatMap((line) => reader.push(line));
  yield reader.end();
}

async function* contactsOf(
  batches: AsyncIterable<readonly Row[]>,
  {
    heading,
    headings,
  }: { readonly heading: Row | undefined; readonly headings: readonly string[] },
  { mapping, problems }: Mapped,
  reading: Reading,
): AsyncGenerator<ContactRow> {
  const { after = 0 } = reading;
  if (heading && problems.length > 0 && heading.row > after) {
    const { row, cells, remarks } = heading;
    yield { row, cells, remarks, left: [], kind: 'refused', reasons: problems };
  }
  for await (const rows of batches) {
    for (const { row, cells, remarks, problem } of rows) {
      if (row <= after) continue;
      if (problem !== undefined || problems.length > 0) {
        const reasons = [problem ?? UNKNOWN_COLUMNS];
        yield { row, cells, remarks, left: [], kind: 'refused', reasons };
        continue;
      }
      const read = readContact(cells, mapping, reading, headings);
      yield { row, cells, ...read, remarks: [...remarks, ...read.remarks] };
    }
  }
}
