// The list of contacts of a day, page by page, the one begun last first: attempts that count lie in
// the index under the day, on as many keys as the centre has. Those of former versions are in lists
// of small items, and come after others of the same moment.
import type { ReportStore } from '../../application/ports/report-store.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Dynamo, Page } from './document-table.ts';
import type { Item } from './items.ts';
import { asAttempt, attemptKey } from './record-items.ts';
import { type FormerPlace, formerPlace, readFormerPlace } from './report-items.ts';

type Contacts = Awaited<ReturnType<ReportStore['contacts']>>;

interface Reading {
  readonly db: Pick<Dynamo, 'page'>;
  readonly records: string;
  readonly dueIndex: string;
  readonly campaign: CampaignId;
  /** That the list is spread over. */
  readonly keys: readonly string[];
  readonly limit: number;
}

/** A contact in the list, with the number of the key it lies under. */
interface Listed extends FormerPlace {
  readonly key: number;
}

/** Behind all keys: a former version has listed it. */
const FORMER = Number.POSITIVE_INFINITY;

export async function pageOfDay(reading: Reading, from: string | undefined): Promise<Contacts> {
  const { keys, campaign, limit } = reading;
  const last = from === undefined ? undefined : readPlace(from);
  const pages = await Promise.all([
    ...keys.map((_, n) => reading.db.page(indexed(reading, n, last))),
    ...keys.map((key) => reading.db.page(ofFormer(reading, key, last))),
  ]);
  const { items, isAll } = mergedPages(pages, limit, (a, b) =>
    inOrder(listedOf(a, keys), listedOf(b, keys)),
  );
  const contacts = items.map((item) => listedOf(item, keys));
  const end = contacts.at(-1);
  return {
    contacts: contacts.map(({ record, id }) => ({ ref: { campaign, record }, attempt: id })),
    next: isAll || end === undefined ? undefined : placeOf(end),
  };
}

/** Of one moment, those of the first key come first. */
function indexed(
  { records, dueIndex, campaign, keys, limit }: Reading,
  n: number,
  last: Listed | undefined,
) {
  const bucket = keys[n] ?? '';
  const query = {
    ...{ TableName: records, IndexName: dueIndex, ScanIndexForward: false, Limit: limit },
    KeyConditionExpression: '#bucket = :bucket',
    ExpressionAttributeNames: { '#bucket': 'bucket' },
    ExpressionAttributeValues: { ':bucket': bucket },
  };
  if (last === undefined) return query;
  const { key, record, id, orderedAt } = last;
  if (n === key) {
    const item = attemptKey({ campaign, record }, id);
    return { ...query, ExclusiveStartKey: { ...item, bucket, at: orderedAt } };
  }
  return {
    ...query,
    KeyConditionExpression: `#bucket = :bucket AND #at ${n < key ? '<' : '<='} :at`,
    ExpressionAttributeNames: { '#bucket': 'bucket', '#at': 'at' },
    ExpressionAttributeValues: { ':bucket': bucket, ':at': orderedAt },
  };
}

function ofFormer({ records, limit }: Reading, pk: string, last: Listed | undefined) {
  const query = {
    ...{ TableName: records, ScanIndexForward: false, Limit: limit },
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
  };
  if (last === undefined) return query;
  const sk = formerPlace(last);
  if (last.key === FORMER) return { ...query, ExclusiveStartKey: { pk, sk } };
  return {
    ...query,
    KeyConditionExpression: 'pk = :pk AND sk < :sk',
    // the sign after #
    ExpressionAttributeValues: { ':pk': pk, ':sk': `${sk.slice(0, sk.indexOf('#'))}$` },
  };
}

function listedOf(item: Item, keys: readonly string[]): Listed {
  if (item.bucket === undefined) return { ...readFormerPlace(item.sk), key: FORMER };
  const { record, id, orderedAt } = asAttempt(item);
  return { record, id, orderedAt, key: keys.indexOf(String(item.bucket)) };
}

const placeOf = (one: Listed): string => `${one.key === FORMER ? '' : one.key}#${formerPlace(one)}`;

function readPlace(place: string): Listed {
  const end = place.indexOf('#');
  const key = end === 0 ? FORMER : Number(place.slice(0, end));
  return { ...readFormerPlace(place.slice(end + 1)), key };
}

function inOrder(one: Listed, other: Listed): number {
  if (one.orderedAt !== other.orderedAt) return other.orderedAt - one.orderedAt;
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  // those of one key of the index are in its order
  if (one.key !== FORMER) return 0;
  return formerPlace(one) < formerPlace(other) ? 1 : -1;
}

/** The first of several pages, each in order, and whether that is all there is. */
export function mergedPages(
  pages: readonly Page[],
  limit: number,
  order: (a: Item, b: Item) => number,
): { readonly items: readonly Item[]; readonly isAll: boolean } {
  const all = pages.flatMap(({ items }) => items).toSorted(order);
  const isAll = all.length <= limit && pages.every(({ next }) => next === undefined);
  return { items: all.slice(0, limit), isAll };
}
