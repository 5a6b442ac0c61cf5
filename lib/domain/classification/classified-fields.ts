// The record fields of a classification: what the agent wrote is checked (REC-2), fields the agent
// may not change are kept (REC-1), and required ones must be filled in the end (REC-6). Every
// refusal names the field.
import { own } from '../../language/dictionary.ts';
import type { Field } from '../../language/schema/campaign.ts';
import { checkField } from '../records/fields.ts';

export type FieldValues = Readonly<Record<string, string>>;

export interface FieldsAfter {
  readonly values: FieldValues;
  readonly reasons: readonly string[];
}

export function fieldsAfter(
  fields: Readonly<Record<string, Field>>,
  before: FieldValues,
  written: FieldValues,
): FieldsAfter {
  const values: Record<string, string> = { ...before };
  const reasons: string[] = [];
  for (const [id, text] of Object.entries(written)) {
    const result = write(id, text, own(fields, id), own(before, id) ?? '');
    if (typeof result === 'string') reasons.push(result);
    else values[id] = result.value;
  }
  for (const [id, field] of Object.entries(fields)) {
    if (field.required && (values[id] ?? '') === '') {
      reasons.push(`'${nameOf(id, field)}' must be filled in`);
    }
  }
  return { values, reasons };
}

/** The value as it is stored, or why not. */
function write(
  id: string,
  text: string,
  field: Field | undefined,
  before: string,
): string | { readonly value: string } {
  if (field === undefined) return `there is no field '${id}'`;
  if (text.trim() === before) return { value: before };
  if (!field.editable) return `'${nameOf(id, field)}' may not be changed by agents`;
  const checked = checkField(text, field);
  if (checked.kind === 'bad') return `'${nameOf(id, field)}' ${checked.reason}`;
  return { value: checked.value };
}

const nameOf = (id: string, { label }: Field): string => label ?? id;
