// Records of a campaign as a file of contacts, with columns that a dry run knows.
import type { OurColumns } from '../../dry-run/messages.ts';
import type { ItemOf } from '../../kit/api/operation-types.ts';

type Found = Pick<ItemOf<'searchRecords'>, 'phones' | 'emails' | 'fields' | 'weight'>;

/** Numbers of a person that are taken. */
const PHONES = 3;

/** Headings that no campaign of people has. @param fields ids */
export const columnsFor = (fields: readonly string[]): OurColumns => ({
  phones: Array.from({ length: PHONES }, (_, n) => `ringback phone ${n + 1}`),
  email: 'ringback email',
  weight: 'ringback weight',
  fields: Object.fromEntries(fields.map((id) => [id, `ringback field ${id}`])),
});

export function listOf(
  records: readonly Found[],
  { phones: numbers, email, weight: heading, fields: named }: OurColumns,
): Uint8Array {
  const fields = Object.keys(named);
  const headings = [...numbers, email, heading, ...Object.values(named)];
  const rows = records.map(({ phones, emails, fields: values, weight }) => {
    const inOrder = phones.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
    return [
      ...numbers.map((_, n) => inOrder[n]?.value ?? ''),
      emails[0]?.value ?? '',
      String(weight),
      ...fields.map((id) => values[id] ?? ''),
    ];
  });
  const lines = [headings, ...rows].map((cells) => cells.map(quoted).join(';'));
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

const quoted = (cell: string): string =>
  /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
