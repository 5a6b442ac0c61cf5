// What becomes of the columns of a file, one column at a time, and the file as text.
import type { Answer } from '../../kit/api/operation-types.ts';

export type Mapping = Answer<'previewImport'>['mapping'];

/** Meanings that several columns may have. */
const MANY = ['phone', 'email'] as const;
const ONE = ['weight', 'agent', 'consent'] as const;
const FIELD = 'field:';

/** A key of ours, `field:<id>`, or nothing. */
export function meaningOf(mapping: Mapping, heading: string): string {
  const own = [...MANY, ...ONE].find((key) => listed(mapping[key]).includes(heading));
  if (own !== undefined) return own;
  const field = Object.entries(mapping.fields ?? {}).find(([, column]) => column === heading)?.[0];
  return field === undefined ? '' : `${FIELD}${field}`;
}

/** The mapping with another meaning of one column, which no other has then. */
export function mappingWith(mapping: Mapping, heading: string, meaning: string): Mapping {
  const without = withoutColumn(mapping, heading);
  if (meaning === '') return without;
  if (meaning.startsWith(FIELD)) {
    const field = meaning.slice(FIELD.length);
    return { ...without, fields: { ...without.fields, [field]: heading } };
  }
  const many = MANY.find((key) => key === meaning);
  if (many !== undefined) return { ...without, [many]: [...listed(without[many]), heading] };
  return { ...without, [meaning]: heading };
}

function withoutColumn(mapping: Mapping, heading: string): Mapping {
  const fields = Object.entries(mapping.fields ?? {}).filter(([, column]) => column !== heading);
  const many = MANY.map(
    (key) => [key, listed(mapping[key]).filter((one) => one !== heading)] as const,
  ).filter(([, left]) => left.length > 0);
  const one = ONE.flatMap((key) => {
    const column = mapping[key];
    return column === undefined || column === heading ? [] : [[key, column] as const];
  });
  return { ...Object.fromEntries([...many, ...one]), fields: Object.fromEntries(fields) };
}

const listed = (columns: string | readonly string[] | undefined): readonly string[] =>
  columns === undefined ? [] : typeof columns === 'string' ? [columns] : columns;

/** As the API takes names: letters, digits and . _ - */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll(/[^\w.-]+/g, '-');
  return plain.length > 120 ? plain.slice(-120) : plain;
}

/** UTF-8, or what spreadsheets in Central Europe write when they do not write that. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1250').decode(bytes);
  }
}
