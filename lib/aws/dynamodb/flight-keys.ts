// Under which keys of the index the calls in flight of a campaign lie: with those of its agent
// pool, so that a tick asks once for all of them. Another deployment may have had other pools, and
// a call stays where it was begun: with which campaigns they were ever kept is listed, before the
// first is stored, on the item that lists the ranks.

import type { Change } from '../../domain/model/change.ts';
import { type CampaignId, campaignId } from '../../domain/model/ids.ts';
import type { Dynamo } from './document-table.ts';
import type { Item } from './items.ts';
import type { KeyShards } from './key-shards.ts';
import { type KeptWith, ranksKey } from './record-items.ts';
import { recordShards } from './record-shards.ts';

export interface FlightKeys {
  readonly shards: KeyShards;
  /** Today's. */
  readonly keptWith: KeptWith;
  /** Those of other deployments that may hold calls of the campaign. */
  earlier(campaign: CampaignId): Promise<readonly CampaignId[]>;
  /** Before records are stored in flight. */
  announce(changes: readonly Change[]): Promise<void>;
}

interface Tables {
  readonly records: string;
  readonly shards?: number;
}

export function flightKeys(
  db: Pick<Dynamo, 'get' | 'update'>,
  tables: Tables,
  keptWith: KeptWith,
): FlightKeys {
  const listed = new Map<string, Set<string>>();
  const shards = recordShards(db, tables, (campaign, item: Item | undefined) => {
    const leads = item?.keptWith instanceof Set ? [...item.keptWith].map(String) : [];
    listed.set(campaign, new Set(leads));
  });
  const listedOf = async (campaign: CampaignId) => {
    if (!listed.has(campaign)) await shards.known(campaign);
    return listed.get(campaign) ?? new Set<string>();
  };
  const list = async (campaign: CampaignId) => {
    const lead = keptWith(campaign);
    if ((await listedOf(campaign)).has(lead)) return;
    await db.update({
      TableName: tables.records,
      Key: ranksKey(campaign),
      UpdateExpression: 'ADD keptWith :lead',
      ExpressionAttributeValues: { ':lead': new Set([lead]) },
      ReturnValues: 'NONE',
    });
    listed.get(campaign)?.add(lead);
  };
  return {
    shards,
    keptWith,
    async earlier(campaign) {
      const leads = [...(await listedOf(campaign))].map(campaignId);
      return leads.filter((lead) => lead !== keptWith(campaign));
    },
    async announce(changes) {
      const campaigns = new Set(changes.filter(takesPlace).map(({ after }) => after.campaign));
      await Promise.all([...campaigns].map(list));
    },
  };
}

/** Whether the record is written with a place among those in flight; else it stays where it is. */
function takesPlace({ before, after, attempt }: Change): boolean {
  const { current } = after;
  if (current === undefined || before === after) return false;
  return before?.current?.attempt !== current.attempt || attempt?.after.id === current.attempt;
}
