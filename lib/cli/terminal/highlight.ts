// Colours of finished lines: what the commands print is the same text everywhere, and only a
// terminal that wants them gets colours. NO_COLOR and FORCE_COLOR are Node's to follow.
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** The first that fits a line counts; the group named `it` is coloured, or else the whole match. */
const RULES: readonly (readonly [pattern: RegExp, style: Style])[] = [
  [/^\S+:\d+:\d+ {2}(?<it>error)\b/, 'red'],
  [/^\S+:\d+:\d+ {2}(?<it>warning)\b/, 'yellow'],
  [/^ {4}(?<it>(?:Write|For example|Did you mean|Add|Use)\b.*)$/, 'cyan'],
  [/^\s*(?<it>✓)/, 'green'],
  [/^\s*(?<it>✗)/, 'red'],
  [/^\d+ passed, [1-9][\d,]* failed$/, 'red'],
  [/^\d+ passed, 0 failed$/, 'green'],
  [/^\d+ errors?(?:, \d+ warnings?)?$/, 'red'],
  [/^(?:DOES NOT ADD UP|The sums do not reconcile).*/, 'red'],
  [/^All sums reconcile\.?.*/, 'green'],
  [/^(?:What to try next|IVR paths covered by tests|Paths covered by tests):?$/, 'bold'],
];

export function highlight(text: string, stream: NodeJS.WriteStream): string {
  return text
    .split('\n')
    .map((line) => highlightLine(line, (style, part) => styleText(style, part, { stream })))
    .join('\n');
}

/** @param paint adds the colour of a style to a part of the line */
export function highlightLine(line: string, paint: (style: Style, part: string) => string): string {
  for (const [pattern, style] of RULES) {
    const found = pattern.exec(line);
    if (!found) continue;
    const part = found.groups?.it ?? found[0];
    const at = found.index + found[0].lastIndexOf(part);
    return `${line.slice(0, at)}${paint(style, part)}${line.slice(at + part.length)}`;
  }
  return line;
}
