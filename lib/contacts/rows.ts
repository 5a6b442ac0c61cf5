// Lines → rows of cells, as RFC 4180 has them: quotes, with delimiters and line ends inside
// (REC-10). Parsers from libraries either fail at a quotation mark that is never closed or let it
// swallow the rows behind it; here it costs the one row it stands in, and every line of the file
// ends in exactly one row, however the file arrives in chunks.
import { shortened } from './cell.ts';
import { LONGEST_LINE, type TextLine } from './lines.ts';

export interface Row {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  /** Lines of the file it takes. */
  readonly lines: number;
  readonly cells: readonly string[];
  /** What was read otherwise than it stands in the file. */
  readonly remarks: readonly string[];
  /** Why it is no row that can be trusted; `cells` then holds what could be told apart. */
  readonly problem?: string;
}

/** Characters read in vain, per character of the file, before quotes across lines are given up. */
const PATIENCE = 4;
const FIRST_PATIENCE = 4 * LONGEST_LINE;
const SHOWN_OF_BROKEN = 300;

export class RowReader {
  /** Lines of rows without a word, which are counted but not given. */
  blankLines = 0;
  private readonly delimiter: string;
  /** Lines of the row that is being read, its first one first. */
  private pending: TextLine[] = [];
  private open: OpenRow;
  private count = 0;
  private columns: number | undefined;
  private patience = FIRST_PATIENCE;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
    this.open = new OpenRow(delimiter);
  }

  /** Rows that are complete with this line. */
  push(line: TextLine): readonly Row[] {
    this.patience += line.text.length * PATIENCE;
    const found: Row[] = [];
    this.readAll([line], found);
    return found;
  }

  /** What is left at the end of the file: a quotation mark was opened and never closed. */
  end(): readonly Row[] {
    const found: Row[] = [];
    while (this.pending.length > 0) {
      const ahead: TextLine[] = [];
      found.push(this.giveUp(NEVER_CLOSED, ahead));
      this.readAll(ahead, found);
    }
    return found;
  }

  /** @param ahead a stack, the next line last */
  private readAll(ahead: TextLine[], found: Row[]): void {
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      this.pending.push(next);
      const verdict = this.open.read(next, this.columns);
      if (verdict === 'open' && this.patience > 0) continue;
      const row =
        verdict === 'done'
          ? this.finish()
          : this.giveUp(verdict === 'open' ? UNBALANCED : verdict.problem, ahead);
      if (row) found.push(row);
    }
  }

  /** undefined for a row without a word. */
  private finish(): Row | undefined {
    const { pending, open } = this;
    this.restart();
    const cells = open.cells;
    this.count++;
    if (cells.every((cell) => cell.trim() === '')) {
      this.blankLines += pending.length;
      return undefined;
    }
    this.columns ??= cells.length;
    const strays = pending.map((line) => line.strays ?? '').join('');
    const remarks = strays === '' ? open.remarks : [strayRemark(strays), ...open.remarks];
    return { row: this.count, lines: pending.length, cells, remarks };
  }

  /** The first line is rejected by itself; those behind it are read again as rows of their own. */
  private giveUp(problem: string, ahead: TextLine[]): Row {
    const { pending } = this;
    this.restart();
    for (let at = pending.length - 1; at > 0; at--) {
      const line = pending[at];
      if (line === undefined) continue;
      ahead.push(line);
      this.patience -= line.text.length + 1;
    }
    this.count++;
    const text = pending[0]?.text ?? '';
    const cells = text.slice(0, SHOWN_OF_BROKEN).split(this.delimiter);
    this.columns ??= cells.length;
    return { row: this.count, lines: 1, cells, remarks: [], problem };
  }

  private restart(): void {
    this.pending = [];
    this.open = new OpenRow(this.delimiter);
  }
}

const NEVER_CLOSED = 'a quotation mark is opened here and never closed';
const UNBALANCED = 'its quotation marks do not balance, like those of many rows before it';
const TOO_LONG = 'is longer than 256 KB';

type Verdict = 'open' | 'done' | { readonly problem: string };

/** A row of which more lines may follow. */
class OpenRow {
  readonly cells: string[] = [];
  readonly remarks: string[] = [];
  private readonly delimiter: string;
  /** The quoted cell that has not ended, and how long the row is until here. */
  private quoted: string | undefined;
  private size = 0;
  private lines = 0;
  private startsWithRow = false;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  read({ text, end, tooLong }: TextLine, columns: number | undefined): Verdict {
    this.size += text.length;
    this.lines++;
    if (tooLong || this.size > LONGEST_LINE)
      return { problem: this.lines > 1 ? NEVER_CLOSED : TOO_LONG };
    if (this.lines > 1 && this.startsWithRow && this.isRow(text, columns))
      return { problem: NEVER_CLOSED };
    const problem = this.readFrom(text);
    if (problem !== undefined) return { problem };
    if (this.quoted !== undefined) {
      this.quoted += end;
      if (this.lines === 1) this.startsWithRow = this.isRow(text, columns);
      return 'open';
    }
    return this.whole(columns);
  }

  private whole(columns: number | undefined): Verdict {
    const { cells } = this;
    if (columns === undefined || cells.length === columns) return 'done';
    if (this.startsWithRow) return { problem: NEVER_CLOSED };
    if (cells.length < columns) {
      if (cells.some((cell) => cell.trim() !== ''))
        this.remarks.push(`the row has only ${cells.length} of ${columns} cells`);
      return 'done';
    }
    const extra = cells.slice(columns);
    if (extra.every((cell) => cell.trim() === '')) return 'done';
    return { problem: `has ${cells.length} cells where the headings have ${columns}` };
  }

  /** undefined when all is well. */
  private readFrom(text: string): string | undefined {
    let at = 0;
    if (this.quoted !== undefined) {
      const after = this.closeQuoted(text, 0);
      if (after === undefined) return undefined;
      at = skipBlanks(text, after);
      if (!this.isCellEnd(text, at)) return NEVER_CLOSED;
    } else {
      const after = this.readCell(text, 0);
      if (typeof after === 'object') return after.problem;
      at = after;
    }
    while (this.quoted === undefined && at < text.length) {
      const after = this.readCell(text, at + 1);
      if (typeof after === 'object') return after.problem;
      at = after;
    }
    return undefined;
  }

  /** @returns where the cell ends: at a delimiter or at the end of the line */
  private readCell(text: string, from: number): number | { readonly problem: string } {
    let start = from;
    while (text[start] === ' ') start++;
    if (text[start] !== '"') {
      const end = this.nextDelimiter(text, from);
      this.cells.push(text.slice(from, end));
      return end;
    }
    this.quoted = '';
    const after = this.closeQuoted(text, start + 1);
    if (after === undefined) return text.length;
    const end = skipBlanks(text, after);
    if (this.isCellEnd(text, end)) return end;
    return this.literally(text, start);
  }

  /** `"ABC" Ltd` was never quoted: with its quotation marks in pairs nothing else can be meant. */
  private literally(text: string, start: number): number | { readonly problem: string } {
    const end = this.nextDelimiter(text, start);
    const cell = text.slice(start, end);
    if (cell.split('"').length % 2 === 0) return { problem: NEVER_CLOSED };
    this.cells[this.cells.length - 1] = cell;
    this.remarks.push(`quotation marks within ${shortened(cell)} were kept as they are`);
    return end;
  }

  /** Reads on in the quoted cell; undefined when it does not end in this line. */
  private closeQuoted(text: string, from: number): number | undefined {
    let cell = this.quoted ?? '';
    let at = from;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) {
        this.quoted = cell + text.slice(at);
        return undefined;
      }
      cell += text.slice(at, quote);
      if (text[quote + 1] !== '"') {
        this.cells.push(cell);
        this.quoted = undefined;
        return quote + 1;
      }
      cell += '"';
      at = quote + 2;
    }
  }

  private nextDelimiter(text: string, from: number): number {
    const found = text.indexOf(this.delimiter, from);
    return found < 0 ? text.length : found;
  }

  private isCellEnd(text: string, at: number): boolean {
    return at >= text.length || text[at] === this.delimiter;
  }

  /** A line that is a row of somebody by itself: two of them are never one row. */
  private isRow(text: string, columns: number | undefined): boolean {
    const cells = text.split(this.delimiter);
    return cells.length === columns && cells.some((cell) => REACHES_SOMEBODY.test(cell));
  }
}

const REACHES_SOMEBODY = /^[ "'=+(]{0,5}\d[\d ()/.-]{5,20}[" ]{0,3}$|^[^\s@]{1,64}@[^\s@]{3,255}$/;

const skipBlanks = (text: string, from: number): number => {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
};

function strayRemark(strays: string): string {
  const shown = [...new Set(strays)].slice(0, 5).join(', ');
  return `${strays.length === 1 ? 'a letter is' : 'letters are'} not UTF-8 and read as Windows-1250: ${shown}`;
}
