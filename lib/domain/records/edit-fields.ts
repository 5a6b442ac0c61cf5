// Fields and the weight of a record changed outside of a contact: by a supervisor or a program.
// Values are checked as everywhere (REC-2); what only agents may not edit may be edited here. The
// journal names the fields and never their values.
import { own } from '../../language/dictionary.ts';
import type { Field } from '../../language/schema/campaign.ts';
import type { Change } from '../model/change.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { checkField } from './fields.ts';
import { changed } from './record-changes.ts';

export interface FieldsEdit {
  /** Those to be changed; an empty text empties the field. */
  readonly values: Readonly<Record<string, string>>;
  /** The new weight; it stays when missing. */
  readonly weight?: number | undefined;
  readonly by: string;
}

export type Edited =
  | { readonly kind: 'edited'; readonly change: Change }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export function editFields(
  record: CampaignRecord,
  fields: Readonly<Record<string, Field>>,
  { values, weight = record.weight, by }: FieldsEdit,
  now: Instant,
): Edited {
  if (record.state === 'deleted') return { kind: 'refused', reasons: ['the record is deleted'] };
  const reasons: string[] = [];
  const after: Record<string, string> = { ...record.fields };
  for (const [id, text] of Object.entries(values)) {
    const checked = storedValue(id, text, own(fields, id));
    if (typeof checked === 'string') reasons.push(checked);
    else after[id] = checked.value;
  }
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const fieldNames = Object.keys(values).filter(
    (id) => after[id] !== (own(record.fields, id) ?? ''),
  );
  const names = weight === record.weight ? fieldNames : [...fieldNames, 'weight'];
  if (names.length === 0) return { kind: 'unchanged' };
  const change: Change = {
    before: record,
    after: changed({ ...record, fields: after, weight }, now),
    entries: [{ type: 'record.edited', at: now, by, changed: names }],
  };
  return { kind: 'edited', change };
}

/** The value as it is stored, or why not. */
function storedValue(
  id: string,
  text: string,
  field: Field | undefined,
): string | { readonly value: string } {
  if (field === undefined) return `there is no field '${id}'`;
  const checked = checkField(text, field);
  const name = field.label ?? id;
  if (checked.kind === 'bad') return `'${name}' ${checked.reason}`;
  if (field.required && checked.value === '') return `'${name}' must be filled in`;
  return { value: checked.value };
}
