// Lines as wide as the terminal: what is too long goes on below the place where its text begins,
// and no word is broken.

/** Narrower than this nothing can be laid out. */
const NARROWEST = 20;

/** @param columns undefined: the output goes to a file or a program, which takes any length */
export function fitText(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < NARROWEST) return text;
  return text
    .split('\n')
    .flatMap((line) => fitLine(line, columns))
    .join('\n');
}

/** A command to copy: a shell goes on after a backslash. */
const COMMAND = /^ *(?:npx|npm) /;

/** Below a place in a file, so that the next place stands out. */
const PLACE_INDENT = 2;

/** Holds the words of a part together. */
const HELD = '\u00A0';

/** Parts of a list or a sum stay whole where they fit: "12 now · 450 made". */
function fitLine(line: string, columns: number): readonly string[] {
  if (line.length <= columns) return [line];
  const hasParts = / [·+] /.test(line);
  const held = hasParts ? line.replaceAll(/(?<=[^·+\s]) (?=\S)/g, HELD) : line;
  const fits = held.split(/[·+] |[ ]{2,}/).every((part) => part.length < columns / 2);
  const lines = broken(fits ? held : line, columns).map((part) => part.replaceAll(HELD, ' '));
  return COMMAND.test(line)
    ? lines.map((part, n) => (n < lines.length - 1 ? `${part} \\` : part))
    : lines;
}

function broken(line: string, columns: number): readonly string[] {
  const indent = ' '.repeat(hangingIndent(line, columns));
  const lines: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const at = placeToBreak(rest, columns);
    if (at === undefined) break;
    lines.push(rest.slice(0, at).trimEnd());
    rest = `${indent}${rest.slice(at).trimStart()}`;
  }
  return [...lines, rest];
}

/** The last blank that fits, or the first at all where a word alone is too long. */
function placeToBreak(line: string, columns: number): number | undefined {
  const from = line.length - line.trimStart().length;
  const last = line.lastIndexOf(' ', columns);
  if (last > from) return last;
  const next = line.indexOf(' ', columns);
  return next < 0 ? undefined : next;
}

/** Below the second of two columns, where there is room enough beside the first. */
function hangingIndent(line: string, columns: number): number {
  if (/^\S+:\d+:\d+ /.test(line)) return PLACE_INDENT;
  const [start = ''] = /^\s*(?:[✓✗•-] )?/.exec(line) ?? [];
  const [term] = /^\s*\S(?:.*?\S)?\s{2,}(?=\S)/.exec(line) ?? [];
  if (term !== undefined && term.length <= columns / 2) return term.length;
  return Math.min(start.length, Math.floor(columns / 3));
}
