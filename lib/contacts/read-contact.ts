// One row of a file of contacts → what a record needs, or the reasons why not (REC-10). What can be
// done without is left out with a remark: a second number, an address, a value of an optional
// field. Only a person who could not be reached, or whose required field is wrong, is refused.

import { type AgentId, agentId } from '../domain/model/ids.ts';
import type { Endpoint } from '../domain/model/record.ts';
import { checkField } from '../domain/records/fields.ts';
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

export type ReadContact =
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
    };

/**
 * A record is written in one transaction with the keys it is found by, of which DynamoDB takes a
 * hundred items.
 */
export const MOST_ENDPOINTS = 20;
/** Characters; a record with all it holds must fit into an item of DynamoDB. */
export const LONGEST_VALUE = 4000;
export const LARGEST_CONTACT = 100 * 1024;
const HEAVIEST = 1_000_000;

export function readContact(
  cells: readonly string[],
  mapping: Mapping,
  { campaign, country, agents }: Reading,
): ReadContact {
  const at = (column: number) => cleanCell(cells[column] ?? '');
  const phones = endpoints(mapping.phones.map(at), (text) =>
    callable(readPhones(text, country), campaign),
  );
  const emails = endpoints(mapping.emails.map(at), readEmails);
  const fields = readFields(mapping, at, campaign);
  const weight = readWeight(mapping.weight === undefined ? '' : at(mapping.weight));
  const owner = readOwner(mapping, at, agents);
  const { consent, ...said } = consentOf(mapping, at);
  const remarks = [emails, fields, weight, owner, said].flatMap((read) => read.remarks);
  const reasons = [...fields.reasons];
  const { outbound, sms } = campaign.channels;
  if (phones.values.length === 0 && (outbound ?? sms))
    reasons.push(phones.remarks.length > 0 ? phones.remarks.join('; ') : 'no telephone number');
  else if (phones.values.length + emails.values.length === 0)
    reasons.push('neither a telephone number nor an e-mail address', ...phones.remarks);
  else remarks.unshift(...phones.remarks);
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
  return reasons.length > 0
    ? { kind: 'refused', reasons, remarks }
    : { kind: 'contact', contact, consent, remarks };
}

const consentOf = ({ consent }: Mapping, at: (column: number) => string): ConsentRead =>
  consent === undefined ? { remarks: [] } : readConsent(at(consent.index), consent.heading);

function endpoints(texts: readonly string[], read: (text: string) => CellRead): CellRead {
  const found = texts.filter((text) => text !== '').map(read);
  return {
    values: [...new Set(found.flatMap(({ values }) => values))],
    remarks: found.flatMap(({ remarks }) => remarks),
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

function readFields(mapping: Mapping, at: (column: number) => string, campaign: Campaign) {
  const values: Record<string, string> = {};
  const reasons: string[] = [];
  const remarks: string[] = [];
  for (const { field, column } of mapping.fields) {
    const text = at(column);
    const definition = campaign.fields[field];
    if (text === '' || !definition) continue;
    const checked =
      text.length > LONGEST_VALUE
        ? { kind: 'bad' as const, reason: `is longer than ${LONGEST_VALUE} characters` }
        : checkField(text, definition);
    if (checked.kind === 'ok') values[field] = checked.value;
    else (definition.required ? reasons : remarks).push(wrong(field, text, checked.reason));
  }
  return { values, reasons, remarks };
}

const wrong = (field: string, text: string, reason: string): string =>
  `${field} '${shortened(text)}' ${reason}`;

function readWeight(text: string): { value: number; remarks: readonly string[] } {
  if (text === '') return { value: 0, remarks: [] };
  const value = Number(text.replace(',', '.'));
  return /^[+-]?\d+([.,]\d+)?$/.test(text) && Math.abs(value) <= HEAVIEST
    ? { value, remarks: [] }
    : { value: 0, remarks: [wrong('weight', text, 'is not a number')] };
}

/** Spreadsheets capitalise names; a user name has one spelling. */
function readOwner(
  { agent: column }: Mapping,
  at: (column: number) => string,
  agents: readonly string[],
): { value: AgentId | undefined; remarks: readonly string[] } {
  const text = column === undefined ? '' : at(column.index);
  if (column === undefined || text === '') return { value: undefined, remarks: [] };
  const plain = text.toLowerCase();
  const found =
    agents.find((agent) => agent === text) ?? agents.find((agent) => agent.toLowerCase() === plain);
  if (found !== undefined) return { value: agentId(found), remarks: [] };
  const why = `of column '${shortened(column.heading)}' takes no calls of the campaign; the record is not private`;
  return { value: undefined, remarks: [wrong('agent', text, why)] };
}

/** REC-5: the first is the default. */
function withDefault(values: readonly string[]): readonly Endpoint[] {
  return values.map((value, index) => ({ value, isDefault: index === 0 }));
}
