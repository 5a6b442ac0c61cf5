// What parts the cells of a file: the sign that cuts its rows into as many cells as its headings.
// Counting signs in the headings alone is misled by a heading such as "Name, title, degree".
import type { TextLine } from './lines.ts';
import { RowReader } from './rows.ts';

const CANDIDATES = [';', ',', '\t', '|'] as const;
const USUAL = ';';

export interface Delimiter {
  readonly delimiter: string;
  /** The first line says so, as Excel reads it: it is no row. */
  readonly declared?: true;
}

/** @param lines the first of the file; about a hundred are enough */
export function detectDelimiter(lines: readonly TextLine[]): Delimiter {
  const [, declared] = /^"?sep=([^"\r\n])"?$/i.exec(lines[0]?.text.trimEnd() ?? '') ?? [];
  if (declared !== undefined) return { delimiter: declared, declared: true };
  // Excel itself writes "sep=" and a tab, which trimming takes away.
  if (/^"?sep=\t"?$/i.test(lines[0]?.text ?? '')) return { delimiter: '\t', declared: true };
  let best = { delimiter: USUAL, agreement: 0, columns: 1 };
  for (const delimiter of CANDIDATES) {
    const counts = cellCounts(lines, delimiter);
    const [columns = 1, ...rest] = counts;
    if (columns < 2) continue;
    const agreeing = rest.filter((count) => count === columns).length;
    const agreement = rest.length === 0 ? 1 : agreeing / rest.length;
    const isBetter =
      agreement > best.agreement || (agreement === best.agreement && columns > best.columns);
    if (isBetter || best.columns === 1) best = { delimiter, agreement, columns };
  }
  return { delimiter: best.delimiter };
}

function cellCounts(lines: readonly TextLine[], delimiter: string): readonly number[] {
  const reader = new RowReader(delimiter);
  const rows = [...lines.flatMap((line) => reader.push(line)), ...reader.end()];
  return rows.map(({ cells }) => cells.length);
}
