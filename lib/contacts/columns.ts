// Each column of a file, what it becomes, and a few of its values, for people to see what was taken
// for what.
import { cleanCell } from './cell.ts';
import type { ContactFile } from './contacts.ts';

export interface Column {
  readonly heading: string;
  readonly to: 'phone' | 'email' | 'weight' | 'agent' | 'consent' | 'field' | 'nothing';
  /** Which field of the record. */
  readonly field?: string;
  readonly values: readonly string[];
}

const VALUES_SHOWN = 3;

/** A column that becomes two things is there twice. */
export function columnsOf({
  headings,
  mapping,
  sample,
}: Pick<ContactFile, 'headings' | 'mapping' | 'sample'>): readonly Column[] {
  return headings.flatMap((heading, index) => {
    const cells = sample.map((row) => cleanCell(row[index] ?? '')).filter((cell) => cell !== '');
    const values = [...new Set(cells)].slice(0, VALUES_SHOWN);
    const found: Column[] = [];
    if (mapping.phones.includes(index)) found.push({ heading, to: 'phone', values });
    if (mapping.emails.includes(index)) found.push({ heading, to: 'email', values });
    if (mapping.weight === index) found.push({ heading, to: 'weight', values });
    if (mapping.agent?.index === index) found.push({ heading, to: 'agent', values });
    if (mapping.consent?.index === index) found.push({ heading, to: 'consent', values });
    for (const { field, column } of mapping.fields)
      if (column === index) found.push({ heading, to: 'field', field, values });
    return found.length > 0 ? found : [{ heading, to: 'nothing', values }];
  });
}
