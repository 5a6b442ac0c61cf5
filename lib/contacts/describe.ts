// How a file of contacts was read, in lines for people: the same in every command.
import { type Column, columnsOf } from './columns.ts';
import type { ContactFile } from './contacts.ts';
import type { Detected, Encoding } from './encoding.ts';

const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1250': 'Windows-1250',
  'iso-8859-2': 'ISO-8859-2',
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'vertical bar',
};

const MAPPED_BY: Readonly<Record<ContactFile['mappedBy'], string>> = {
  headings: 'guessed by their headings',
  campaign: 'as the campaign names them',
  saved: 'as they were saved for files with these headings',
};

const WIDTH = 80;
const LABEL = 14;

/** @param samples whether values of the file are shown */
export function describeFile(file: Omit<ContactFile, 'rows'>, samples: boolean): readonly string[] {
  const columns = columnsOf(file).map((column) => (samples ? column : { ...column, values: NONE }));
  const to = (kind: Column['to']) => columns.filter((column) => column.to === kind);
  const order = [...to('phone')].toSorted((a, b) => placeOf(a, file) - placeOf(b, file));
  const unused = to('nothing').map(({ heading }) => `'${heading}'`);
  return [
    line('encoding', encodingText(samples ? file.encoding : { ...file.encoding, words: NONE })),
    line('delimiter', DELIMITERS[file.delimiter] ?? `'${file.delimiter}'`),
    line('columns', MAPPED_BY[file.mappedBy]),
    ...order.map((column) => line('  phone', columnText(column, samples))),
    ...to('email').map((column) => line('  e-mail', columnText(column, samples))),
    ...to('weight').map((column) => line('  weight', columnText(column, samples))),
    ...to('agent').map((column) => line('  private to', columnText(column, samples))),
    ...to('consent').map((column) => line('  consent', columnText(column, samples))),
    ...to('field').map((column) => line(`  ${column.field}`, columnText(column, samples))),
    ...(unused.length > 0 ? whole('  not imported', unused.join(', ')) : []),
    ...file.remarks.flatMap((remark) => whole('remark', remark)),
  ];
}

const placeOf = ({ heading }: Column, { headings, mapping }: Omit<ContactFile, 'rows'>): number =>
  mapping.phones.indexOf(headings.indexOf(heading));

function encodingText({ encoding, by, words }: Detected): string {
  if (by === 'ascii') return 'plain ASCII';
  const name = ENCODINGS[encoding];
  if (by === 'mark') return `${name}, as its byte order mark says`;
  const likely = by === 'letters' ? ', most likely' : '';
  return `${name}${likely}${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
}

function columnText({ heading, values }: Column, samples: boolean): string {
  if (!samples) return `'${heading}'`;
  return `'${heading}'${values.length > 0 ? `: ${values.join(', ')}` : ', empty in the first rows'}`;
}

const NONE: readonly string[] = [];

const ROOM = WIDTH - LABEL - 4;
const plainText = (text: string): string => text.replaceAll(/[\s\p{C}]+/gu, ' ');
const labelled = (label: string, text: string): string => `  ${label.padEnd(LABEL)}  ${text}`;

/** Samples of values: as much as fits. */
function line(label: string, text: string): string {
  const plain = plainText(text);
  return labelled(label, plain.length > ROOM ? `${plain.slice(0, ROOM - 1)}…` : plain);
}

/** What is not taken over is told to the end, on as many lines as it takes. */
function whole(label: string, text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of plainText(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < ROOM)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(...(word.match(PARTS) ?? []));
  }
  return lines.map((each, n) => labelled(n === 0 ? label : '', each));
}

/** Of a word that no line is wide enough for. */
const PARTS = new RegExp(`.{1,${ROOM}}`, 'gu');
