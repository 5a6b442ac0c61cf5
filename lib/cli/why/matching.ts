// Which records somebody means: by id or the end of one, by number, row of the file, or name.
import type { CampaignRecord } from '../../domain/model/record.ts';
import { normalisePhone } from '../../domain/records/phone.ts';

/** @param country of numbers written without a country code */
export function matching<R extends { readonly record: CampaignRecord }>(
  records: readonly R[],
  wanted: string,
  country: string,
): readonly R[] {
  const text = wanted.trim();
  const exact = records.filter(({ record }) => record.record === text);
  if (exact.length > 0) return exact;
  const phones = phonesIn(text, country);
  const row = rowIn(text);
  const found = [
    (record: CampaignRecord) => record.phones.some(({ value }) => phones.has(value)),
    (record: CampaignRecord) => record.origin.kind === 'import' && record.origin.row === row,
    (record: CampaignRecord) => record.record.endsWith(text.replace(/^…/, '')),
    (record: CampaignRecord) => isNamed(record, text),
  ];
  for (const fits of found) {
    const hits = records.filter(({ record }) => fits(record));
    if (hits.length > 0) return hits;
  }
  return [];
}

/** Of a number alone, or of a line of the file. */
export function phonesIn(text: string, country: string): ReadonlySet<string> {
  const cells = [text, ...text.split(/[;,\t|]/)];
  return new Set(
    cells.flatMap((cell) => {
      const read = normalisePhone(cell.replaceAll('"', ''), country);
      return read.kind === 'ok' ? [read.phone] : [];
    }),
  );
}

/** "12", "row 12" */
function rowIn(text: string): number | undefined {
  const [, row] = /^(?:row\s*)?(\d{1,8})$/i.exec(text) ?? [];
  return row === undefined ? undefined : Number(row);
}

/** Every word is in the fields of the record. */
function isNamed({ fields, emails }: CampaignRecord, text: string): boolean {
  const known = plain([...Object.values(fields), ...emails.map(({ value }) => value)].join(' '));
  const words = plain(text).split(/\s+/);
  return text.length >= 2 && words.every((word) => known.includes(word));
}

const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l');
