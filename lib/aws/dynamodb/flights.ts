// Records in flight. They lie in the index under a key of their agent pool, each campaign in a
// place of its own, so one query tells of a campaign or of the whole pool; those whose names are
// known are read by key. Keys of other deployments are asked as well, as long as they hold
// anything.

import type { RecordStore } from '../../application/ports/record-store.ts';
import { QuietFlights } from '../../application/quiet-flights.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { overdueOf } from '../../domain/records/deadlines.ts';
import { attemptWithin } from './attempt-items.ts';
import type { Dynamo } from './document-table.ts';
import type { FlightKeys } from './flight-keys.ts';
import type { Item } from './items.ts';
import { shardKeys } from './key-shards.ts';
import { asRecord, flightBucket, flightPlace, recordKey } from './record-items.ts';

/** Looks at most between two at a key of another deployment that was empty: an hour of ticks. */
const MOST_APART = 720;
/** It is looked at again after four looks, after sixteen, and so on. */
const FURTHER_APART = 4;

interface Tables {
  readonly records: string;
  readonly dueIndex: string;
}

export function recordsInFlight(
  db: Pick<Dynamo, 'get' | 'all' | 'page'>,
  { records, dueIndex }: Tables,
  keys: FlightKeys,
): Pick<
  RecordStore,
  'inFlight' | 'overdue' | 'underWay' | 'underWayIn' | 'someUnderWay' | 'underWayOf'
> {
  const ask = async (bucket: string, campaign: CampaignId, at: number | undefined) => {
    const place = at === undefined ? '' : ' AND #at = :at';
    const asked = shardKeys(bucket, await keys.shards.known(campaign)).map((key) =>
      db.all({
        TableName: records,
        IndexName: dueIndex,
        KeyConditionExpression: `#bucket = :bucket${place}`,
        ExpressionAttributeNames: { '#bucket': 'bucket', ...(place && { '#at': 'at' }) },
        ExpressionAttributeValues: { ':bucket': key, ...(place && { ':at': at }) },
      }),
    );
    return (await Promise.all(asked)).flat();
  };
  const quiet = new QuietFlights();
  const empty = new EmptyKeys();
  /** What deployments before have stored elsewhere. @param isOften asked at every tick */
  const earlierOf = async (campaign: CampaignId, isOften = false): Promise<readonly Item[]> => {
    const found = (await keys.earlier(campaign)).map(async (lead) => {
      const { bucket, at } = flightPlace(campaign, lead);
      const name = `${bucket} ${at}`;
      if (isOften && empty.isBelieved(name)) return [];
      const items = await ask(bucket, campaign, at);
      if (isOften) empty.note(name, items.length === 0);
      return items;
    });
    return (await Promise.all(found)).flat();
  };
  const itemsOf = async (campaign: CampaignId) => {
    const { bucket, at } = flightPlace(campaign, keys.keptWith(campaign));
    const found = await Promise.all([ask(bucket, campaign, at), earlierOf(campaign)]);
    return found.flat();
  };
  /** One query for those that are kept together. */
  const itemsIn = async (campaigns: readonly CampaignId[]) => {
    const together = Map.groupBy(campaigns, keys.keptWith);
    const found = [...together].map(async ([lead, some]) => {
      const [first] = some;
      if (first === undefined) return [];
      const { at } = flightPlace(first, lead);
      const ofPool = await Promise.all([
        ask(flightBucket(lead), first, some.length === 1 ? at : undefined),
        ...some.map((campaign) => earlierOf(campaign, true)),
      ]);
      return ofPool.flat();
    });
    const items = new Map((await Promise.all(found)).flat().map((item) => [item.pk, item]));
    const wanted = new Set(campaigns);
    return [...items.values()].map(withAttempt).filter(({ record }) => wanted.has(record.campaign));
  };
  return {
    inFlight: async (campaign) => (await itemsOf(campaign)).map(asRecord),
    async overdue(campaign, now, begun) {
      if (quiet.isQuiet(campaign, begun, now)) return [];
      const found = (await itemsOf(campaign)).map(asRecord);
      quiet.looked(campaign, begun, found.length, now);
      return overdueOf(found, now);
    },
    underWay: async (campaign) => (await itemsOf(campaign)).map(withAttempt),
    underWayIn: itemsIn,
    async someUnderWay(campaign, limit) {
      if (keys.shards.seen(campaign) > 1) return { calls: [], isAll: false };
      const { items } = await db.page({
        TableName: records,
        IndexName: dueIndex,
        KeyConditionExpression: '#bucket = :bucket',
        ExpressionAttributeNames: { '#bucket': 'bucket' },
        ExpressionAttributeValues: { ':bucket': flightBucket(keys.keptWith(campaign)) },
        Limit: limit + 1,
      });
      return { calls: items.slice(0, limit).map(withAttempt), isAll: items.length <= limit };
    },
    async underWayOf(refs) {
      const items = await Promise.all(refs.map((ref) => db.get(records, recordKey(ref))));
      return items
        .flatMap((item) => (item === undefined ? [] : [withAttempt(item)]))
        .filter(({ record: { current, toErase } }) => current !== undefined && !toErase);
    },
  };
}

const withAttempt = (item: Item) => ({ record: asRecord(item), attempt: attemptWithin(item) });

/** Keys of other deployments in which nothing was found, and how many looks ago. */
class EmptyKeys {
  private readonly seen = new Map<string, { apart: number; looks: number }>();

  isBelieved(name: string): boolean {
    const seen = this.seen.get(name);
    return seen !== undefined && ++seen.looks < seen.apart;
  }

  note(name: string, isEmpty: boolean): void {
    const apart = (this.seen.get(name)?.apart ?? 1) * FURTHER_APART;
    if (isEmpty) this.seen.set(name, { apart: Math.min(apart, MOST_APART), looks: 0 });
    else this.seen.delete(name);
  }
}
