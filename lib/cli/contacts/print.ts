// What `ringback contacts` prints for people, within 80 columns or what the terminal has.
import { describeFile } from '../../contacts/describe.ts';
import type { Preview, PreviewRow } from '../../contacts/preview.ts';
import { plural } from '../../language/plural.ts';

const WIDTH = 80;
const MOST_ROWS = 20;
const INDENT = ' '.repeat(25);

const number = new Intl.NumberFormat('en');

export function previewLines(
  campaign: string,
  { file, counts, rows }: Preview,
  all: boolean,
  columns: number = WIDTH,
): readonly string[] {
  const { imported, duplicate, rejected } = counts;
  const remarked = rows.filter((row) => row.outcome === 'imported' && row.remarks.length > 0);
  const listed = all ? rows : rows.filter(needsALook);
  const shown = all ? listed : listed.slice(0, MOST_ROWS);
  const sum = [
    `${number.format(imported)} imported`,
    plural(duplicate, 'duplicate'),
    `${number.format(rejected)} rejected`,
  ].join(' + ');
  const left = listed.length - shown.length;
  return [
    `What an import into campaign '${campaign}' would do:`,
    '',
    ...describeFile(file, true),
    `  ${'rows'.padEnd(14)}  ${number.format(rows.length)} = ${sum}`,
    ...(remarked.length > 0
      ? [`  ${''.padEnd(14)}  ${number.format(remarked.length)} of the imported rows with a remark`]
      : []),
    '',
    ...shown.flatMap((row) => rowLines(row, Math.min(WIDTH, columns) - INDENT.length)),
    ...(left > 0 ? [`  … and ${number.format(left)} more; --all lists every row`] : []),
    ...(shown.length > 0 ? [''] : []),
    'Nothing was imported.',
  ];
}

const needsALook = ({ outcome, remarks }: PreviewRow): boolean =>
  outcome !== 'imported' || remarks.length > 0;

function rowLines(
  { row, outcome, phones, emails, reasons, remarks }: PreviewRow,
  room: number,
): readonly string[] {
  const reached = outcome === 'imported' ? [[...phones, ...emails].join(', ')] : [];
  const texts = [...reached, ...reasons, ...remarks.map((remark) => `remark: ${remark}`)];
  const [first = '', ...more] = texts.flatMap((text) => wrapped(text, room));
  const head = `  row ${number.format(row).padStart(6)}  ${outcome.padEnd(9)}`;
  return [`${head}  ${first}`.trimEnd(), ...more.map((text) => `${INDENT}${text}`)];
}

/** Broken between words to what is left of the line. */
function wrapped(text: string, room: number): readonly string[] {
  const plain = text.replaceAll(/[\s\p{C}]+/gu, ' ');
  const lines: string[] = [];
  let line = '';
  for (const word of plain.split(' ').flatMap((each) => pieces(each, room))) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const pieces = (word: string, size: number): readonly string[] =>
  word.length <= size ? [word] : [word.slice(0, size), ...pieces(word.slice(size), size)];
