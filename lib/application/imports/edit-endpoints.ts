// The numbers and addresses of a record as a person at the centre knows them better (CAM-15): read
// as those that are added, with what the record has already taken as it stands. The first is the
// default. A call under way goes on; the next one goes to what is there then.
import type { Change } from '../../domain/model/change.ts';
import type { RecordRef } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord, Endpoint } from '../../domain/model/record.ts';
import { changed } from '../../domain/records/record-changes.ts';
import { recordSettings } from '../../language/record-settings.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';
import { type ContactMistake, readEndpoints } from './read-endpoints.ts';

export interface Endpoints {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

export type EndpointsEdited =
  | { readonly kind: 'edited'; readonly changed: readonly string[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong'; readonly mistakes: readonly ContactMistake[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

type Needs = Pick<Ports, 'records' | 'definitions' | 'clock'>;

export function editEndpoints(
  ref: RecordRef,
  wanted: Endpoints,
  by: string,
  ports: Needs,
): Promise<EndpointsEdited> {
  const definitions = ports.definitions.definitions();
  const settings = recordSettings(definitions, ref.campaign);
  return untilCommitted(`record ${ref.record}`, async (): Promise<EndpointsEdited | 'conflict'> => {
    const record = await ports.records.load(ref);
    if (record === undefined || settings === undefined) return { kind: 'missing' };
    if (record.state === 'deleted') return { kind: 'refused', reasons: ['the record is deleted'] };
    const known = new Set([...record.phones, ...record.emails].map(({ value }) => value));
    const mistakes: ContactMistake[] = [];
    const read = readEndpoints(wanted, settings, definitions, (reason, ...at) => {
      const [list, n] = at;
      const text = list === 'phones' || list === 'emails' ? wanted[list][Number(n)] : undefined;
      if (text === undefined || !known.has(text)) mistakes.push({ at, reason });
    });
    const kept = (values: readonly string[], texts: readonly string[]) =>
      endpointsOf(texts.map((text, n) => (known.has(text) ? text : (values[n] ?? ''))));
    if (mistakes.length > 0) return { kind: 'wrong', mistakes };
    const phones = kept(read.phones, wanted.phones);
    const emails = kept(read.emails, wanted.emails);
    const names = [
      ...(isSame(phones, record.phones) ? [] : ['phones']),
      ...(isSame(emails, record.emails) ? [] : ['emails']),
    ];
    if (names.length === 0) return { kind: 'unchanged' };
    const change = changeOf(record, { phones, emails }, { names, by, now: ports.clock.now() });
    if ((await ports.records.commit(change)) !== 'committed') return 'conflict';
    return { kind: 'edited', changed: names };
  });
}

function changeOf(
  record: CampaignRecord,
  { phones, emails }: Pick<CampaignRecord, 'phones' | 'emails'>,
  { names, by, now }: { readonly names: string[]; readonly by: string; readonly now: Instant },
): Change {
  const { callBackTo, ...rest } = record;
  const isThere = phones.some(({ value }) => value === callBackTo);
  const target = callBackTo !== undefined && isThere ? { callBackTo } : {};
  return {
    before: record,
    after: changed({ ...rest, ...target, phones, emails }, now),
    entries: [{ type: 'record.edited', at: now, by, changed: names }],
  };
}

/** The first is the default. */
const endpointsOf = (values: readonly string[]): readonly Endpoint[] =>
  [...new Set(values)].map((value, index) => ({ value, isDefault: index === 0 }));

const isSame = (one: readonly Endpoint[], other: readonly Endpoint[]): boolean =>
  one.length === other.length &&
  one.every(({ value, isDefault }, n) => {
    return value === other[n]?.value && isDefault === other[n]?.isDefault;
  });
