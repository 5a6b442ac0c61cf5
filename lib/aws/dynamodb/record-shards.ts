import { campaignId } from '../../domain/model/ids.ts';
import type { Dynamo } from './document-table.ts';
import type { Item } from './items.ts';
import { type KeyShards, keyShards } from './key-shards.ts';
import { ranksKey } from './record-items.ts';

/** Keys that what every call of a campaign writes to is spread over, listed with its ranks. */
export const recordShards = (
  db: Pick<Dynamo, 'get' | 'update'>,
  { records, shards = 1 }: { readonly records: string; readonly shards?: number },
  noted?: (owner: string, item: Item | undefined) => void,
): KeyShards => keyShards(db, records, shards, (campaign) => ranksKey(campaignId(campaign)), noted);
