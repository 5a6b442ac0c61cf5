// One row of a file of contacts → what a record needs, or the reasons why not (REC-10). What can be
// done without is left out with a remark: a second number, an address, a value of an optional
// field. Only a person who could not be reached, or whose required field is wrong, is refused.

import { type AgentId, agentId } from '../domain/model/ids.ts';
import type { Endpoint } from '../domain/model/record.ts';
import { checkField } from '../domain/records/fields.ts';
import { HEAVIEST } from '../domain/records/next-records.ts';
import { notCalled, specialKindOf } from '../domain/records/special-numbers.ts';
import type { Campaign } from '../language/schema/campaign.ts';
import { cleanCell, shortened } from './cell.ts';
import { type ConsentRead, readConsent } from './consent-cell.ts';
import { readEmails } from './email-cell.ts';
import type { Mapping } from './mapping.ts';
import { type CellRead, readPhones } from './phone-cell.ts';
import type { Reading } from './reading.ts';

export interface ContactData {
  readonly phones: readonly Endpoint[];
  readonly emails: readonly Endpoint[];
  readonly fields: Readonly<Record<string, string>>;
  readonly weight: number;
  readonly privateTo?: AgentId | undefined;
}

/** A value of a row that is not taken over: in which column it stands, by its name, and why. */
export interface LeftValue {
  readonly column: string;
  readonly reason: string;
}

export type ReadContact = { readonly left: readonly LeftValue[] } & (
  | {
      readonly kind: 'contact';
      readonly contact: ContactData;
      /** Present when the person has consented to marketing. */
      readonly consent?: ConsentRead['consent'];
      readonly remarks: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly reasons: readonly string[];
      readonly remarks: readonly string[];
    }
);

/**
 * A record is written in one transaction with the keys it is found by, of which DynamoDB takes a
 * hundred items.
 */
export const MOST_ENDPOINTS = 20;
/** Characters; a record with all it holds must fit into an item of DynamoDB. */
export const LONGEST_VALUE = 4000;
export const LARGEST_CONTACT = 100 * 1024;

export function readContact(
  cells: readonly string[],
  mapping: Mapping,
  { campaign, country, agents }: Reading,
  headings: readonly string[] = [],
): ReadContact {
  const at = (column: number) => cleanCell(cells[column] ?? '');
  const name = (column: number) => headings[column] || `column ${column + 1}`;
  const phones = endpoints(mapping.phones, at, name, (text) =>
    callable(readPhones(text, country), campaign),
  );
  const emails = endpoints(mapping.emails, at, name, readEmails);
  const fields = readFields(mapping, at, name, campaign);
  const weight = readWeight(mapping.weight, at, name);
  const owner = readOwner(mapping, at, agents);
  const { consent, left: unclear } = consentOf(mapping, at);
  const { outbound, sms } = campaign.channels;
  const reasons = fields.wrong.map(told);
  const noPhone = phones.values.length === 0;
  if (noPhone && (outbound ?? sms))
    reasons.push(phones.left.length > 0 ? phones.left.map(told).join('; ') : 'no telephone number');
  else if (noPhone && emails.values.length === 0)
    reasons.push(
      'neither a telephone number nor an e-mail address',
      ...[...phones.left, ...emails.left].map(told),
    );
  reasons.push(...tooMany('telephone numbers', phones.values));
  reasons.push(...tooMany('e-mail addresses', emails.values));
  const contact = {
    phones: withDefault(phones.values),
    emails: withDefault(emails.values),
    fields: fields.values,
    weight: weight.value,
    privateTo: owner.value,
  };
  if (reasons.length === 0 && Buffer.byteLength(JSON.stringify(contact)) > LARGEST_CONTACT)
    reasons.push('holds more than the 100 KB a record takes');
  const left = [phones, emails, fields, weight, owner].flatMap((read) => read.left);
  const all = [...left, ...fields.wrong, ...unclear];
  const said = [...left, ...unclear].map(told).filter((text) => !isSaid(text, reasons));
  return reasons.length > 0
    ? { kind: 'refused', reasons, remarks: said, left: all }
    : { kind: 'contact', contact, consent, remarks: said, left: all };
}

/** With the column, as its file names it. */
const told = ({ column, reason }: LeftValue): string => `${column}: ${reason}`;

/** What is the reason is no remark as well. */
const isSaid = (text: string, reasons: readonly string[]): boolean =>
  reasons.some((reason) => reason === text || reason.split('; ').includes(text));

function consentOf(
  { consent }: Mapping,
  at: (column: number) => string,
): { readonly consent?: ConsentRead['consent']; readonly left: readonly LeftValue[] } {
  if (consent === undefined) return { left: [] };
  const { index, heading } = consent;
  const { remarks, ...read } = readConsent(at(index));
  return { ...read, left: remarks.map((reason) => ({ column: heading, reason })) };
}

type At = (column: number) => string;

interface EndpointsRead {
  readonly values: readonly string[];
  readonly left: readonly LeftValue[];
}

function endpoints(
  columns: readonly number[],
  at: At,
  name: At,
  read: (text: string) => CellRead,
): EndpointsRead {
  const found = columns
    .filter((column) => at(column) !== '')
    .map((column) => ({ column, ...read(at(column)) }));
  return {
    values: [...new Set(found.flatMap(({ values }) => values))],
    left: found.flatMap(({ column, remarks }) =>
      remarks.map((reason) => ({ column: name(column), reason })),
    ),
  };
}

/** A number that is valid may still be none to call. */
function callable({ values, remarks }: CellRead, { channels }: Campaign): CellRead {
  const allowed = channels.outbound?.specialNumbers ?? [];
  const special = values.flatMap((phone) => {
    const kind = specialKindOf(phone);
    return kind === undefined || allowed.includes(kind) ? [] : [{ phone, kind }];
  });
  return {
    values: values.filter((phone) => !special.some((one) => one.phone === phone)),
    remarks: [...remarks, ...special.map(({ phone, kind }) => `'${phone}': ${notCalled(kind)}`)],
  };
}

function tooMany(what: string, values: readonly string[]): readonly string[] {
  if (values.length <= MOST_ENDPOINTS) return [];
  return [`has ${values.length} ${what}; a record takes ${MOST_ENDPOINTS}`];
}

function readFields(mapping: Mapping, at: At, name: At, campaign: Campaign) {
  const values: Record<string, string> = {};
  const wrong: LeftValue[] = [];
  const left: LeftValue[] = [];
  for (const { field, column } of mapping.fields) {
    const text = at(column);
    const definition = campaign.fields[field];
    if (text === '' || !definition) continue;
    const checked =
      text.length > LONGEST_VALUE
        ? { kind: 'bad' as const, reason: `is longer than ${LONGEST_VALUE} characters` }
        : checkField(text, definition);
    if (checked.kind === 'ok') values[field] = checked.value;
    else (definition.required ? wrong : left).push(because(name(column), text, checked.reason));
  }
  return { values, wrong, left };
}

const because = (column: string, text: string, why: string): LeftValue => ({
  column,
  reason: `'${shortened(text)}' ${why}`,
});

function readWeight(
  column: number | undefined,
  at: At,
  name: At,
): { readonly value: number; readonly left: readonly LeftValue[] } {
  const text = column === undefined ? '' : at(column);
  if (column === undefined || text === '') return { value: 0, left: [] };
  const refused = (why: string) => ({ value: 0, left: [because(name(column), text, why)] });
  if (!/^[+-]?\d+([.,]\d+)?$/.test(text)) return refused('is not a number');
  const value = Math.round(Number(text.replace(',', '.')));
  return Math.abs(value) <= HEAVIEST
    ? { value, left: [] }
    : refused(`is not between -${HEAVIEST} and ${HEAVIEST}`);
}

/** Spreadsheets capitalise names; a user name has one spelling. */
function readOwner(
  { agent: column }: Mapping,
  at: At,
  agents: readonly string[],
): { readonly value: AgentId | undefined; readonly left: readonly LeftValue[] } {
  const text = column === undefined ? '' : at(column.index);
  if (column === undefined || text === '') return { value: undefined, left: [] };
  const plain = text.toLowerCase();
  const found =
    agents.find((agent) => agent === text) ?? agents.find((agent) => agent.toLowerCase() === plain);
  if (found !== undefined) return { value: agentId(found), left: [] };
  const why = 'takes no calls of the campaign; the record is not private';
  return { value: undefined, left: [because(column.heading, text, why)] };
}

/** REC-5: the first is the default. */
function withDefault(values: readonly string[]): readonly Endpoint[] {
  return values.map((value, index) => ({ value, isDefault: index === 0 }));
}
