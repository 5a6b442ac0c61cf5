// The rows of a CSV file as a stream: comma, semicolon or tab, quotes and newlines inside fields
// (REC-10).
import { type CsvError, parse } from 'csv-parse';

const DELIMITERS = [';', ',', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

export interface Row {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A stretch of the file that is no row, and why; reading goes on behind it. */
export interface BrokenRow {
  readonly row: number;
  readonly problem: string;
}

const SAMPLE_CHARACTERS = 64 * 1024;
const LONGEST_ROW = 256 * 1024;

/**
 * The first row yielded holds the headings. Empty rows are left out but counted. Broken rows come
 * last.
 */
export async function* readRows(text: AsyncIterable<string>): AsyncGenerator<Row | BrokenRow> {
  const chunks = text[Symbol.asyncIterator]();
  let sample = '';
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    sample += next.value;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  const broken: { readonly records: number; readonly problem: string }[] = [];
  const parser = parse({
    delimiter: detectDelimiter(sample),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    info: true,
    // An error would throw away the good rows that wait in the stream.
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) broken.push({ records: Number(error.records ?? 0), problem: explain(error) });
    },
  });
  const fed = feed(parser, sample, chunks);
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    const row = info.records + broken.filter(({ records }) => records < info.records).length;
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) yield { row, cells };
  }
  await fed;
  for (const [index, { records, problem }] of broken.entries())
    yield { row: records + index + 1, problem };
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly records: number };
}

async function feed(
  parser: ReturnType<typeof parse>,
  sample: string,
  rest: AsyncIterator<string>,
): Promise<void> {
  try {
    parser.write(sample);
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      if (!parser.write(next.value)) await drained(parser);
      if (parser.destroyed) return;
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off('drain', done);
      parser.off('close', done);
      resolve();
    };
    parser.once('drain', done);
    parser.once('close', done);
  });
}

function explain(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quotation mark is opened here and never closed';
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return 'a row longer than 256 KB; a quotation mark may be missing';
  return error.message;
}

/**
 * The delimiter found most often outside quotes in the first row; a file of one column has none and
 * reads as ';'.
 */
function detectDelimiter(sample: string): Delimiter {
  const counts: Record<Delimiter, number> = { ';': 0, ',': 0, '\t': 0 };
  let quoted = false;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '\n') break;
    else if (!quoted && character in counts) counts[character as Delimiter]++;
  }
  return DELIMITERS.reduce((best, next) => (counts[next] > counts[best] ? next : best));
}
