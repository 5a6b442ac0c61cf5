// REC-5: the first number, and the first address, is the default until another is made it.
import type { Change } from '../model/change.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord, Endpoint } from '../model/record.ts';
import { changed } from './record-changes.ts';

export type EndpointKind = 'phone' | 'email';

const LISTS = { phone: 'phones', email: 'emails' } as const;

/**
 * undefined when the record has no such number or address; unchanged when it is the default
 * already.
 */
export function withDefault(
  record: CampaignRecord,
  kind: EndpointKind,
  value: string,
  by: string,
  now: Instant,
): Change | 'unchanged' | undefined {
  const list = LISTS[kind];
  const place = record[list].findIndex((endpoint) => endpoint.value === value);
  if (place < 0) return undefined;
  if (record[list][place]?.isDefault) return 'unchanged';
  const endpoints: readonly Endpoint[] = record[list].map((endpoint, index) => ({
    ...endpoint,
    isDefault: index === place,
  }));
  return {
    before: record,
    after: changed({ ...record, [list]: endpoints }, now),
    entries: [{ type: 'record.default-changed', at: now, of: kind, place: place + 1, by }],
  };
}
