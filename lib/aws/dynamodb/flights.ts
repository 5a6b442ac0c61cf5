// Records in flight. They lie in the index under a key of their own, which is read whole; those
// whose names are known are read by key.

import type { RecordStore } from '../../application/ports/record-store.ts';
import { QuietFlights } from '../../application/quiet-flights.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { overdueOf } from '../../domain/records/deadlines.ts';
import { attemptWithin } from './attempt-items.ts';
import type { Dynamo } from './document-table.ts';
import type { Item } from './items.ts';
import { type KeyShards, shardKeys } from './key-shards.ts';
import { asRecord, flightBucket, recordKey } from './record-items.ts';

/** @param ofBucket all that lies in a bucket of the index */
export function recordsInFlight(
  db: Pick<Dynamo, 'get'>,
  table: string,
  shards: KeyShards,
  ofBucket: (bucket: string) => Promise<readonly Item[]>,
): Pick<RecordStore, 'inFlight' | 'overdue' | 'underWay' | 'underWayOf'> {
  const quiet = new QuietFlights();
  const itemsOf = async (campaign: CampaignId) => {
    const buckets = shardKeys(flightBucket(campaign), await shards.known(campaign));
    return (await Promise.all(buckets.map((bucket) => ofBucket(bucket)))).flat();
  };
  const withAttempt = (item: Item) => ({ record: asRecord(item), attempt: attemptWithin(item) });
  return {
    inFlight: async (campaign) => (await itemsOf(campaign)).map(asRecord),
    async overdue(campaign, now, begun) {
      if (quiet.isQuiet(campaign, begun, now)) return [];
      const found = (await itemsOf(campaign)).map(asRecord);
      quiet.looked(campaign, begun, found.length, now);
      return overdueOf(found, now);
    },
    underWay: async (campaign) => (await itemsOf(campaign)).map(withAttempt),
    async underWayOf(refs) {
      const items = await Promise.all(refs.map((ref) => db.get(table, recordKey(ref))));
      return items
        .flatMap((item) => (item === undefined ? [] : [withAttempt(item)]))
        .filter(({ record: { current, toErase } }) => current !== undefined && !toErase);
    },
  };
}
