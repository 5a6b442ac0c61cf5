// Pages of the records of a campaign, all of them or those that meet conditions.

import type { Ports } from '../../application/ports/ports.ts';
import type { ListPosition } from '../../application/ports/record-list.ts';
import { campaignId, recordId } from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import type { CampaignRecord, RecordState } from '../../domain/model/record.ts';
import { normalisePhone } from '../../domain/records/phone.ts';
import { meetsFilter, type RecordFilter } from '../../domain/records/record-filter.ts';
import { recordSettings } from '../../language/record-settings.ts';
import { cursorOf, positionOf, unknownCursor } from '../paging.ts';
import { problem } from '../problems.ts';
import { recordView } from '../views.ts';

type Needs = Pick<Ports, 'recordList' | 'definitions'>;

/** Pages of the whole list that are looked through for one page of those wanted. */
const MOST_PAGES = 8;
/** Records of a page that is looked through: few are wanted of many. */
const LOOKED_THROUGH = 100;

interface Wanted {
  readonly state?: RecordState | undefined;
  readonly conditions?: RecordFilter | undefined;
}

export async function recordPage(
  campaign: string,
  paging: { readonly limit: number; readonly cursor?: string | undefined },
  wanted: Wanted,
  ports: Needs,
) {
  const after = listPosition(paging.cursor);
  if (after === 'unknown') return unknownCursor();
  const { records, next } = await someOf(campaign, paging.limit, wanted, after, ports);
  return {
    body: {
      items: records.map(recordView),
      next: next && cursorOf([next.createdAt, next.record]),
    },
  };
}

/** By the number as people write it. @param given with its place in the request */
export async function recordsWithPhone(
  campaign: string,
  { phone, pointer }: { readonly phone: string; readonly pointer: string },
  conditions: RecordFilter,
  { records, definitions: source }: Pick<Ports, 'records' | 'definitions'>,
) {
  const definitions = source.definitions();
  const settings = recordSettings(definitions, campaign);
  const read = normalisePhone(phone, settings?.country ?? definitions.centre.country);
  if (read.kind === 'bad')
    return problem('invalid-input', undefined, [{ pointer, detail: read.reason }]);
  const by = { by: 'phone', phone: read.phone } as const;
  const found = await records.lookUp(campaignId(campaign), by);
  const meets = (one: CampaignRecord) => meetsFilter(one, conditions, settings?.fields ?? {});
  return { body: { items: found.filter(meets).map(recordView) } };
}

export function listPosition(cursor: string | undefined): ListPosition | undefined | 'unknown' {
  if (cursor === undefined) return undefined;
  const position = positionOf(cursor);
  if (!Array.isArray(position)) return 'unknown';
  const [createdAt, record]: readonly unknown[] = position;
  if (typeof createdAt !== 'number' || typeof record !== 'string') return 'unknown';
  return { createdAt: instant(createdAt), record: recordId(record) };
}

/** Reads on until there are enough that are wanted, or it has looked at enough. */
async function someOf(
  campaign: string,
  limit: number,
  wanted: Wanted,
  from: ListPosition | undefined,
  { recordList, definitions }: Needs,
): Promise<{
  readonly records: readonly CampaignRecord[];
  readonly next?: ListPosition | undefined;
}> {
  const { state, conditions } = wanted;
  const id = campaignId(campaign);
  if (state === undefined && conditions === undefined) return recordList.page(id, limit, from);
  const fields = recordSettings(definitions.definitions(), campaign)?.fields ?? {};
  const isWanted = (record: CampaignRecord) =>
    (state === undefined || record.state === state) &&
    (conditions === undefined || meetsFilter(record, conditions, fields));
  const records: CampaignRecord[] = [];
  let after = from;
  for (let n = 0; n < MOST_PAGES; n++) {
    const page = await recordList.page(id, LOOKED_THROUGH, after);
    const found = page.records.filter(isWanted);
    const room = limit - records.length;
    records.push(...found.slice(0, room));
    const last = found[room - 1];
    // the rest of the page is looked at again by whoever asks for the next one
    if (found.length >= room && last !== undefined)
      return { records, next: isEnd(page, last) ? undefined : positionAt(last) };
    after = page.next;
    if (after === undefined) break;
  }
  return { records, next: after };
}

const isEnd = (
  page: { readonly records: readonly CampaignRecord[]; readonly next?: ListPosition },
  last: CampaignRecord,
): boolean => page.next === undefined && page.records.at(-1)?.record === last.record;

const positionAt = ({ createdAt, record }: CampaignRecord): ListPosition => ({ createdAt, record });
