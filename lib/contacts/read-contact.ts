// One row of a file of contacts → what a record needs, or the reasons why not (REC-10). A second
// number or address that is wrong is left out with a remark; a record that could not be called is
// refused.

import type { Endpoint } from '../domain/model/record.ts';
import { checkField } from '../domain/records/fields.ts';
import { normalisePhone } from '../domain/records/phone.ts';
import type { Campaign } from '../language/schema/campaign.ts';
import type { Mapping } from './mapping.ts';

export interface ContactData {
  readonly phones: readonly Endpoint[];
  readonly emails: readonly Endpoint[];
  readonly fields: Readonly<Record<string, string>>;
  readonly weight: number;
}

export type ReadContact =
  | { readonly kind: 'contact'; readonly contact: ContactData; readonly remarks: readonly string[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** @param country default country of numbers without one (CAM-26) */
export function readContact(
  cells: readonly string[],
  mapping: Mapping,
  campaign: Campaign,
  country: string,
): ReadContact {
  const phones = endpoints(cells, mapping.phones, (text) => readPhone(text, country));
  const emails = endpoints(cells, mapping.emails, readEmail);
  const fields = readFields(cells, mapping, campaign);
  const weight = readWeight(mapping.weight === undefined ? '' : (cells[mapping.weight] ?? ''));
  const reasons = [...fields.reasons, ...weight.reasons];
  if (phones.valid.length === 0 && campaign.channels.outbound)
    reasons.push(phones.reasons.length > 0 ? phones.reasons.join('; ') : 'no telephone number');
  else if (phones.valid.length + emails.valid.length === 0)
    reasons.push('neither a telephone number nor an e-mail address');
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const contact = {
    phones: withDefault(phones.valid),
    emails: withDefault(emails.valid),
    fields: fields.values,
    weight: weight.value,
  };
  return { kind: 'contact', contact, remarks: [...phones.reasons, ...emails.reasons] };
}

type Read = { readonly value: string } | { readonly because: string };

function endpoints(
  cells: readonly string[],
  columns: readonly number[],
  read: (text: string) => Read,
): { valid: readonly string[]; reasons: readonly string[] } {
  const valid = new Set<string>();
  const reasons: string[] = [];
  for (const text of columns.flatMap((column) => (cells[column] ?? '').split(/[;,/]/))) {
    if (text.trim() === '') continue;
    const found = read(text.trim());
    if ('value' in found) valid.add(found.value);
    else reasons.push(found.because);
  }
  return { valid: [...valid], reasons };
}

/** People write "tel. 600 100 200" and "600 100 200 (dom)" into the cell. */
function readPhone(text: string, country: string): Read {
  const bare = text.replace(/^\p{L}+[.:]?\s*/u, '').replace(/\s*\(\p{L}[^)]*\)$/u, '');
  const phone = normalisePhone(bare, country);
  return phone.kind === 'ok' ? { value: phone.phone } : { because: `'${text}' ${phone.reason}` };
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

function readEmail(text: string): Read {
  const address = text.toLowerCase();
  return EMAIL.test(address) ? { value: address } : { because: `'${text}' is no e-mail address` };
}

function readFields(cells: readonly string[], mapping: Mapping, campaign: Campaign) {
  const values: Record<string, string> = {};
  const reasons: string[] = [];
  for (const { field, column } of mapping.fields) {
    const text = cells[column] ?? '';
    const definition = campaign.fields[field];
    if (text === '' || !definition) continue;
    const checked = checkField(text, definition);
    if (checked.kind === 'ok') values[field] = checked.value;
    else reasons.push(`${field} '${text}' ${checked.reason}`);
  }
  return { values, reasons };
}

function readWeight(text: string): { value: number; reasons: readonly string[] } {
  if (text === '') return { value: 0, reasons: [] };
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value)
    ? { value, reasons: [] }
    : { value: 0, reasons: [`weight: '${text}' is no number`] };
}

/** REC-5: the first is the default. */
function withDefault(values: readonly string[]): readonly Endpoint[] {
  return values.map((value, index) => ({ value, isDefault: index === 0 }));
}
