// A cell of telephone numbers: one, or several, with what people write beside them. A separator may
// part two numbers or belong to one ('089/30123456' is in Munich): the cell is one number where it
// can be, several where each of them is one, and otherwise refused.
import { hasTrunkZero, normalisePhone, plainPhone } from '../domain/records/phone.ts';
import { shortened } from './cell.ts';

export interface CellRead {
  readonly values: readonly string[];
  /** What could not be read, or was left out. */
  readonly remarks: readonly string[];
}

const LONGEST_CELL = 5000;
/** Parts of one number at most: '+48 22 628 12 34'. */
const MOST_PARTS = 8;
/** '71 642 14 35/36': the last digits of a second number. */
const LONGEST_ENDING = 3;
const SHORTEST_BESIDE = 9;
const LONGEST_EXTENSION = 5;

const BETWEEN =
  /[\n\r;|&]+|(?<=[\s\d)])(?:lub|albo|oraz|oder|und|nebo|alebo|and|or|або)(?=[\s\d(+])/iu;

export function readPhones(text: string, country: string): CellRead {
  if (text.length > LONGEST_CELL)
    return refused(text, 'is longer than any list of telephone numbers');
  const plain = plainPhone(text);
  const values: string[] = [];
  const remarks: string[] = [];
  for (const piece of plain.split(BETWEEN)) {
    if (piece.trim() === '') continue;
    const read = readPiece(piece.trim(), country);
    values.push(...read.values);
    remarks.push(...read.remarks);
  }
  // 600100200;ext=12: the number before is a switchboard's
  if (remarks.some((remark) => remark.endsWith(EXTENSION))) return { values: [], remarks };
  return { values, remarks };
}

const EXTENSION = 'has an extension, which cannot be dialed';

function refused(text: string, reason: string): CellRead {
  return { values: [], remarks: [`'${shortened(text)}' ${reason}`] };
}

/** Numbers between words: 'tel. kom. 600 100 200 (mother)'. */
function readPiece(piece: string, country: string): CellRead {
  if (!/\d/.test(piece)) return refused(piece, 'is not a telephone number');
  if (/^[\d.,]+E\+?\d+$/i.test(piece)) return readWhole(piece, country);
  if (/\d\p{L}/u.test(piece)) {
    const isExtension = /\dx\d{1,5}$/iu.test(piece);
    return refused(piece, isExtension ? EXTENSION : 'has letters among its digits');
  }
  if (/(?<!\p{L})[oli]\d/iu.test(piece)) return refused(piece, 'has letters among its digits');
  const chunks = piece
    .split(/\p{L}[\p{L}\p{M}]*/u)
    .map(bare)
    .filter((chunk) => /\d/.test(chunk));
  const [first = '', ...others] = chunks;
  const isExtension = (chunk: string) => digitsOf(chunk).length <= LONGEST_EXTENSION;
  if (others.some(isExtension) || (isExtension(first) && /^ext\b/i.test(piece)))
    return refused(piece, EXTENSION);
  const read = chunks.map((chunk) => readChunk(chunk, country));
  const values = read.flatMap((each) => each.values);
  const words = (piece.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).filter((word) => !LABEL.test(word));
  const left = words.length > 0 && values.length > 0 ? [`'${words.join(' ')}' was left out`] : [];
  return { values, remarks: [...read.flatMap(({ remarks }) => remarks), ...left] };
}

/** What only says that a telephone number follows. */
const LABEL = /^(t|m|p|tel|telefon|tel[eé]fono|kom|mob|mobil|mobile|phone|gsm|handy|nr|no|i|a)$/iu;

/** Without punctuation at its ends, of which only a plus and a bracket belong to a number. */
function bare(chunk: string): string {
  const from = chunk.search(/[\d+(]/);
  const to = Math.max(...[...'0123456789'].map((digit) => chunk.lastIndexOf(digit)));
  const text = chunk.slice(from, to + 1);
  return text.startsWith('(') && !text.includes(')') ? text.slice(1) : text;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Text without a letter: one number, or several side by side. */
function readChunk(chunk: string, country: string): CellRead {
  const parts = partsOf(chunk);
  const endings = abbreviated(parts, country);
  if (endings) return endings;
  const apart = apartByBeginnings(parts, country);
  if (apart) return { values: apart, remarks: [] };
  const whole = normalisePhone(chunk, country);
  if (whole.kind === 'ok') {
    const remarks = whole.remark === undefined ? [] : [`'${chunk}' ${whole.remark}`];
    return { values: [whole.phone], remarks };
  }
  const several = inGroups(parts, country);
  if (several === 'ambiguous')
    return refused(chunk, 'could be read as different numbers; write one in a cell');
  if (several) return { values: several, remarks: [] };
  return bySeparators(chunk, country) ?? refused(chunk, whole.reason);
}

function readWhole(text: string, country: string): CellRead {
  const read = normalisePhone(text, country);
  return read.kind === 'ok' ? { values: [read.phone], remarks: [] } : refused(text, read.reason);
}

interface Part {
  /** What stands between it and the part before. */
  readonly before: string;
  readonly text: string;
}

/** Cut at blanks, slashes and commas, and before a plus. */
function partsOf(chunk: string): readonly Part[] {
  const found = chunk.matchAll(/([\s/,]*)([^\s/,+]+|\++[^\s/,+]*)/g);
  return [...found].map(([, before = '', text = '']) => ({ before, text }));
}

const joined = (parts: readonly Part[]): string =>
  parts.map(({ before, text }, index) => (index === 0 ? text : `${before}${text}`)).join('');

function phoneOf(parts: readonly Part[], country: string): string | undefined {
  const read = normalisePhone(joined(parts), country);
  return read.kind === 'ok' && read.remark === undefined ? read.phone : undefined;
}

function abbreviated(parts: readonly Part[], country: string): CellRead | undefined {
  const last = parts.at(-1);
  if (!last?.before.includes('/') || !/^\d+$/.test(last.text)) return undefined;
  if (last.text.length > LONGEST_ENDING) return undefined;
  const rest = parts.slice(0, -1);
  if (digitsOf(joined(rest)).length < SHORTEST_BESIDE) return undefined;
  const phone = phoneOf(rest, country);
  const remark = `'/${last.text}' was left out: it is the end of another number`;
  return phone === undefined ? undefined : { values: [phone], remarks: [remark] };
}

/** Numbers that each begin as numbers do: with a plus, two zeros, or the zero for other areas. */
function apartByBeginnings(parts: readonly Part[], country: string): readonly string[] | undefined {
  const beginning = hasTrunkZero(country) ? /^[+0(]/ : /^(\+|00)/;
  const found: string[] = [];
  let group: Part[] = [];
  for (const part of parts) {
    if (group.length > 0 && beginning.test(part.text)) {
      const phone = phoneOf(group, country);
      if (phone !== undefined) {
        found.push(phone);
        group = [];
      }
    }
    group.push(part);
  }
  const last = phoneOf(group, country);
  return found.length > 0 && last !== undefined ? [...found, last] : undefined;
}

interface Grouping {
  readonly phones: readonly string[];
  /** Another grouping has as many numbers, and others. */
  readonly ambiguous: boolean;
}

/** The fewest numbers that the parts make up, one behind the other. */
function inGroups(
  parts: readonly Part[],
  country: string,
): readonly string[] | 'ambiguous' | undefined {
  const best: (Grouping | undefined)[] = [{ phones: [], ambiguous: false }];
  for (let end = 1; end <= parts.length; end++) {
    for (let start = Math.max(0, end - MOST_PARTS); start < end; start++) {
      const before = best[start];
      if (!before) continue;
      const phone = phoneOf(parts.slice(start, end), country);
      if (phone === undefined) continue;
      const now = { phones: [...before.phones, phone], ambiguous: before.ambiguous };
      const known = best[end];
      if (!known || now.phones.length < known.phones.length) best[end] = now;
      else if (
        now.phones.length === known.phones.length &&
        now.phones.join() !== known.phones.join()
      )
        best[end] = { ...known, ambiguous: true };
    }
  }
  const whole = best[parts.length];
  return whole?.ambiguous ? 'ambiguous' : whole?.phones;
}

/** What stands apart by a slash or a comma is read by itself; what is no number is named. */
function bySeparators(chunk: string, country: string): CellRead | undefined {
  const pieces = chunk.split(/[/,]/).map((piece) => piece.trim());
  if (pieces.length < 2) return undefined;
  const values: string[] = [];
  const remarks: string[] = [];
  for (const piece of pieces) {
    const read = normalisePhone(piece, country);
    if (read.kind === 'ok' && read.remark === undefined) values.push(read.phone);
    else if (piece !== '')
      remarks.push(`'${piece}' ${read.kind === 'bad' ? read.reason : read.remark}`);
  }
  // Half a number is no number: '600/100200300' must not become somebody in between.
  return values.length > 0 && remarks.length > 0 ? { values, remarks } : undefined;
}
