// Under what a person's record is found: its telephone numbers, its default e-mail address, and
// the fields that IVRs ask callers for. Records stand under these keys from the change on that
// brought the value; a field that an IVR comes to ask for later is known of a record once the
// record is changed.
import type { Definitions } from '../../language/definitions.ts';
import type { CampaignRecord } from '../model/record.ts';

export type LookUp =
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'email'; readonly email: string }
  | { readonly by: 'field'; readonly field: string; readonly value: string };

/**
 * Fields of the campaign that name a record: those of authorise blocks and of the external
 * authorisation (IVR-5, INB-14).
 */
export function lookUpFields(
  { campaigns, ivrs }: Definitions,
  campaign: string,
): readonly string[] {
  const inbound = campaigns[campaign]?.channels.inbound;
  const blocks = Object.values(ivrs[inbound?.ivr ?? '']?.blocks ?? {});
  const asked = blocks.flatMap((block) => (block.kind === 'authorise' ? (block.field ?? []) : []));
  const { authorisation } = inbound ?? {};
  const external = typeof authorisation === 'object' ? [authorisation.field] : [];
  return [...new Set([...asked, ...external])];
}

/**
 * One text for each key. A value keyed on a telephone has neither blanks nor dashes, so those of a
 * file count for nothing.
 */
export function lookUpKey(by: LookUp): string {
  if (by.by === 'phone') return `phone:${by.phone}`;
  if (by.by === 'email') return `email:${by.email.toLowerCase()}`;
  return `field:${by.field}:${by.value.replaceAll(/[\s-]/g, '').toLowerCase()}`;
}

/** All keys of a record. */
function lookUpKeys(
  record: CampaignRecord | undefined,
  fields: readonly string[],
): ReadonlySet<string> {
  if (record === undefined) return new Set();
  const phones = record.phones.map(({ value }) => lookUpKey({ by: 'phone', phone: value }));
  const values = fields.flatMap((field) => {
    const value = record.fields[field] ?? '';
    return value === '' ? [] : [lookUpKey({ by: 'field', field, value })];
  });
  const emails = record.emails
    .filter(({ isDefault }) => isDefault)
    .map(({ value }) => lookUpKey({ by: 'email', email: value }));
  return new Set([...phones, ...emails, ...values]);
}

/** What a change of a record does to its keys. */
export function lookUpChanges(
  before: CampaignRecord | undefined,
  after: CampaignRecord,
  fieldsOf: () => readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const isSame =
    before?.phones === after.phones &&
    before.emails === after.emails &&
    before.fields === after.fields;
  if (isSame) return { added: [], removed: [] };
  const fields = fieldsOf();
  const was = lookUpKeys(before, fields);
  const is = lookUpKeys(after, fields);
  return {
    added: [...is].filter((key) => !was.has(key)),
    removed: [...was].filter((key) => !is.has(key)),
  };
}

/** Records one look-up gives at most. */
export const MOST_FOUND = 25;
