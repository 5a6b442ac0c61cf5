// What to do about a line that is not valid YAML: each guess at what was meant is put in its place
// and the file parsed again, so that what is proposed can be read.
import { LineCounter, parseDocument } from 'yaml';

/** Longer files would keep their author waiting. */
const LONGEST_TEXT = 50_000;
/** How far above the parser's place a quotation mark may have been left open. */
const LINES_ABOVE = 5;

interface Guess {
  /** 1-based; it may be above or below the line at which the parser gave up. */
  readonly line: number;
  readonly written: string;
  readonly text: string;
  readonly mistakes: number;
}

/**
 * @param line at which the parser gave up
 * @param isOpen whether something before it was not closed
 */
export function lineRemedy(text: string, line: number, isOpen: boolean): string | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const lines = text.split('\n');
  const before = errorsOf(text);
  const above = Array.from({ length: isOpen ? LINES_ABOVE : 0 }, (_, n) => line - 1 - n);
  const near = [line, line + 1, ...above];
  const found = near.flatMap((at) => {
    const written = lines[at - 1];
    if (written === undefined) return [];
    const different = new Set(guesses(written, lines[at - 2] ?? ''));
    different.delete(written);
    return [...different].flatMap((guess): readonly Guess[] => {
      const after = errorsOf(lines.with(at - 1, guess).join('\n'));
      const helps = after.count < before.count && after.first > before.first;
      return helps ? [{ line: at, written, text: guess, mistakes: after.count }] : [];
    });
  });
  const [best] = found.toSorted((a, b) => a.mistakes - b.mistakes);
  return best && remedyOf(best, line);
}

function remedyOf({ line, written, text }: Guess, gaveUpAt: number): string {
  if (text.trim() === written.trim()) {
    const spaces = text.length - text.trimStart().length;
    return `Indent line ${line} like the line above it: by ${spaces} spaces.`;
  }
  return `Write${line === gaveUpAt ? '' : ` on line ${line}`}: ${text.trim()}`;
}

/** How many mistakes the parser sees, and the line of the first; beyond all lines without one. */
function errorsOf(text: string) {
  const lineCounter = new LineCounter();
  const { errors, warnings } = parseDocument(text, { lineCounter, uniqueKeys: false });
  const all = [...errors, ...warnings];
  const first = Math.min(...all.map(({ pos }) => lineCounter.linePos(pos[0]).line));
  return { count: all.length, first };
}

/** Text in double quotes. */
const quoted = (value: string): string => JSON.stringify(value);

function guesses(line: string, above: string): readonly string[] {
  const [, indent = '', dash = '', key = '', value = ''] =
    /^(\s*)(- +)?([\w"'-]+ *:)\s+(.*?)\s*$/.exec(line) ?? [];
  const [, item = '', text = ''] = /^(\s*- *)(.*?)\s*$/.exec(line) ?? [];
  const bare = value.replace(/^["']/, '').replace(/["']$/, '');
  const start = `${indent}${dash}${key} `;
  return [
    line.replaceAll(/,\s*,/g, ','),
    ...(value.startsWith('- ') ? [`${start}[${value.slice(2).trim()}]`] : []),
    ...(value === '' ? [] : [`${start}${quoted(bare)}`, `${start}${quoted(value)}`]),
    line.replace(/^(\s*(?:- +)?[\w-]+):(?=[^\s/])/, '$1: '),
    line.replace(/^(\s*)-(?=\S)/, '$1- '),
    ...(text === '' ? [] : [`${item}${quoted(text.replace(/^["']|["']$/g, ''))}`]),
    `${/^\s*/.exec(above)?.[0] ?? ''}${line.trim()}`,
  ];
}
