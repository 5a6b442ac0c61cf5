// The calls in flight of a small agent pool, read by key with the states instead of asked for: a
// function knows those it has seen and those it has ordered since. Others order calls, too, of
// which the fence of the pool tells, or begin contacts otherwise, which they count. Where either
// has happened, or too many calls are in flight, the index is asked; what it shows is all there is
// once it cannot lag behind those others.

import type { AgentPool } from '../../domain/dialing/agent-pool.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { CampaignId, RecordRef } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { IN_INDEX } from '../../domain/records/rest.ts';
import type { Begun, RecordStore, UnderWay } from '../ports/record-store.ts';

type Needs = Pick<RecordStore, 'underWayIn' | 'underWayOf' | 'begun'>;

/** A read unit each, of which a query costs half for four. */
const CALLS = 24;
/** Campaigns whose counts are read to know. */
const CAMPAIGNS = 4;
/** Milliseconds after which the index is asked all the same. */
const ASKED_AGAIN = 120_000;

/** What a function knows of the calls in flight of a pool. */
interface Seen {
  /** Those that run, in order. */
  readonly campaigns: readonly CampaignId[];
  readonly fence: number;
  /** When this function saw first that others had ordered. */
  readonly fencedAt: Instant;
  readonly begun: ReadonlyMap<CampaignId, number>;
  readonly askedAt: Instant;
  /** No call in flight is missing. */
  readonly isAll: boolean;
  readonly calls: readonly RecordRef[];
  /** Of this function's orders those that the index may not show yet. */
  readonly ordered: readonly (AttemptRef & { readonly at: Instant })[];
}

/** By the store of the function and the lead of the pool. */
const seenBy = new WeakMap<Needs, Map<CampaignId, Seen>>();

/** What was read in the first request of a tick. */
export interface FlightsAhead {
  readonly begun: ReadonlyMap<CampaignId, Begun>;
  /** Missing when they are to be asked for in any case. */
  readonly underWay: readonly UnderWay[] | undefined;
}

export const NO_FLIGHTS: FlightsAhead = { begun: new Map(), underWay: undefined };

/** Asks in one turn, together with whatever else is asked in it. */
export async function readFlights(
  { lead, inbound }: AgentPool,
  now: Instant,
  records: Needs,
): Promise<FlightsAhead> {
  const seen = seenBy.get(records)?.get(lead);
  const campaigns = seen?.campaigns ?? [lead];
  if (inbound.length > 0 || campaigns.length > CAMPAIGNS) return NO_FLIGHTS;
  const isByKey = seen?.isAll === true && now - seen.askedAt < ASKED_AGAIN;
  const [begun, underWay] = await Promise.all([
    Promise.all(campaigns.map(async (id) => [id, await records.begun(id, now)] as const)),
    isByKey ? records.underWayOf(seen.calls) : undefined,
  ]);
  return { begun: new Map(begun), underWay };
}

/** How the pool stood when a tick looked. */
export interface Looked {
  readonly pool: AgentPool;
  readonly now: Instant;
  readonly fence: number;
  readonly running: readonly CampaignId[];
  readonly ahead: FlightsAhead;
}

export interface Flights {
  /** Of the campaigns that run. */
  readonly of: ReadonlyMap<CampaignId, readonly UnderWay[]>;
  /** Records of campaigns without a dialer whose callers wait for the same agents. */
  readonly callers: readonly CampaignRecord[];
  /** To be told what the tick has ordered, and how the pool stands after. */
  leave(fence: number, orders: readonly AttemptRef[]): void;
}

/** The calls in flight of the pool. */
export async function flightsOf(looked: Looked, records: Needs): Promise<Flights> {
  const { pool, running, ahead } = looked;
  const seen = seenBy.get(records)?.get(pool.lead);
  const known = isStill(seen, looked) ? ahead.underWay : undefined;
  const all = known ?? (await records.underWayIn([...running, ...pool.inbound]));
  const byCampaign = Map.groupBy(all, ({ record }) => record.campaign);
  const underWay = running.flatMap((id) => byCampaign.get(id) ?? []);
  return {
    of: byCampaign,
    callers: pool.inbound.flatMap((id) => byCampaign.get(id) ?? []).map(({ record }) => record),
    leave(fence, orders) {
      const pools = seenBy.get(records) ?? new Map<CampaignId, Seen>();
      seenBy.set(records, pools);
      const isKnown = known !== undefined;
      pools.set(pool.lead, next(seen, looked, { isKnown, underWay, fence, orders }));
    },
  };
}

const isSameList = (some: readonly CampaignId[], others: readonly CampaignId[]): boolean =>
  some.length === others.length && some.every((id, n) => id === others[n]);

/** Nobody else has ordered or begun anything since. */
function isStill(seen: Seen | undefined, { fence, running, ahead }: Looked): boolean {
  if (seen === undefined || seen.fence !== fence) return false;
  if (!isSameList(seen.campaigns, running)) return false;
  return running.every((id) => seen.begun.get(id) === ahead.begun.get(id)?.count);
}

interface Left {
  /** The calls were read by key. */
  readonly isKnown: boolean;
  readonly underWay: readonly UnderWay[];
  /** After the orders. */
  readonly fence: number;
  readonly orders: readonly AttemptRef[];
}

function next(seen: Seen | undefined, looked: Looked, left: Left): Seen {
  const { pool, now, running, ahead } = looked;
  const { isKnown, underWay, fence, orders } = left;
  const before = seen?.ordered.filter(({ at }) => now - at < IN_INDEX) ?? [];
  const ordered = [...before, ...orders.map((order) => ({ ...order, at: now }))];
  const fencedAt = seen?.fence === looked.fence ? seen.fencedAt : now;
  const inIndex =
    now - fencedAt >= IN_INDEX && running.every((id) => ahead.begun.get(id)?.isInIndex === true);
  const calls = unique([...underWay.map(({ record }) => record), ...ordered.map(({ ref }) => ref)]);
  const isFew = pool.inbound.length === 0 && running.length <= CAMPAIGNS && calls.length <= CALLS;
  return {
    ...{ campaigns: running, fence, fencedAt, ordered },
    begun: new Map([...ahead.begun].map(([id, { count }]) => [id, count])),
    askedAt: isKnown && seen ? seen.askedAt : now,
    isAll: isFew && (isKnown || inIndex),
    calls: isFew ? calls : [],
  };
}

function unique(refs: readonly RecordRef[]): readonly RecordRef[] {
  const byName = new Map(
    refs.map(({ campaign, record }) => [`${campaign}/${record}`, { campaign, record }]),
  );
  return [...byName.values()];
}
