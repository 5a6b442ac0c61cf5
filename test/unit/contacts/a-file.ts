// Files of contacts for tests: text in an encoding, in chunks of any size.
import iconv from 'iconv-lite';
import { type ContactFile, type ContactRow, openContacts } from '../../../lib/contacts/contacts.ts';
import type { TextLine } from '../../../lib/contacts/lines.ts';
import { type Preview, previewContacts } from '../../../lib/contacts/preview.ts';
import { type Row, RowReader } from '../../../lib/contacts/rows.ts';
import { Campaign } from '../../../lib/language/schema/campaign.ts';

export const campaignOf = (more: Record<string, unknown> = {}): Campaign =>
  Campaign.parse({
    name: 'Test',
    channels: { outbound: {} },
    fields: {
      name: { label: 'Imię i nazwisko' },
      pesel: { type: 'pesel' },
      city: { label: 'Miasto' },
      plan: { type: 'choice', options: ['Basic', 'Full'] },
    },
    ...more,
  });

export const encoded = (text: string, encoding = 'utf-8', addBOM = false): Uint8Array =>
  iconv.encode(text, encoding, { addBOM });

export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

interface Reading {
  readonly campaign?: Campaign;
  readonly country?: string;
  readonly agents?: readonly string[];
  /** Bytes of a chunk. */
  readonly size?: number;
}

const asBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? encoded(content) : content;

export function opened(
  content: string | Uint8Array,
  { campaign = campaignOf(), country = 'PL', agents = [], size = 1000 }: Reading = {},
): Promise<ContactFile> {
  return openContacts(() => inChunks(asBytes(content), size), { campaign, country, agents });
}

export async function rowsOf(
  content: string | Uint8Array,
  reading: Reading = {},
): Promise<readonly ContactRow[]> {
  return all((await opened(content, reading)).rows);
}

export function previewOf(
  content: string | Uint8Array,
  { campaign = campaignOf(), country = 'PL', agents = [], size = 1000 }: Reading = {},
): Promise<Preview> {
  return previewContacts(() => inChunks(asBytes(content), size), { campaign, country, agents });
}

/** The rows of a text, as a reader of rows gives them. */
export function readText(text: string, delimiter = ';'): readonly Row[] {
  const reader = new RowReader(delimiter);
  return [...linesOf(text).flatMap((line) => reader.push(line)), ...reader.end()];
}

export function linesOf(text: string): readonly TextLine[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)]
    .map(([, line = '', end = '']) => ({ text: line, end: end as TextLine['end'] }))
    .filter(({ text: line, end }) => line !== '' || end !== '');
}
