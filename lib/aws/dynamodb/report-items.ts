// How figures by day and the ways through rules and IVRs lie in the records table.

import type { Attempt } from '../../domain/model/attempt.ts';
import { attemptId, type CampaignId, recordId } from '../../domain/model/ids.ts';
import { parseInstant, toIso } from '../../domain/model/instant.ts';
import type { DayCount } from '../../domain/reports/day-counts.ts';
import type { WayCount } from '../../domain/reports/way-counts.ts';
import type { Item, Key } from './items.ts';
import { shardKey } from './key-shards.ts';

/** Items: an agent ends one contact at a time; those without an agent end side by side. */
export const ITEMS_WITHOUT_AGENT = 8;

/** @param month YYYY-MM */
export const figuresPartition = (campaign: CampaignId, month: string): string =>
  `figures#${campaign}#${month}`;

export function figuresKey(
  campaign: CampaignId,
  { day, agent = '' }: Pick<DayCount, 'day' | 'agent'>,
  nth: number,
  shard = 0,
): Key {
  const pk = shardKey(figuresPartition(campaign, day.slice(0, 7)), shard);
  return { pk, sk: `${day}#${agent}#${nth}` };
}

/** Items of one day and agent are put together. */
export function asFigures(items: readonly Item[]): readonly DayCount[] {
  const sums = new Map<string, { day: string; agent?: string; counts: Record<string, number> }>();
  for (const { pk, sk, ...counts } of items) {
    const key = sk.slice(0, sk.lastIndexOf('#'));
    const agent = key.slice(11);
    const sum = sums.get(key) ?? {
      day: key.slice(0, 10),
      ...(agent !== '' && { agent }),
      counts: {},
    };
    sums.set(key, sum);
    for (const [what, by] of Object.entries(counts))
      sum.counts[what] = (sum.counts[what] ?? 0) + Number(by);
  }
  return [...sums.values()];
}

/** Where a contact stands in the list of its day as former versions kept it: its sort key there. */
export type FormerPlace = Pick<Attempt, 'record' | 'id' | 'orderedAt'>;

export const formerPlace = ({ record, id, orderedAt }: FormerPlace): string =>
  `${toIso(orderedAt)}#${record}#${id}`;

export function readFormerPlace(place: string): FormerPlace {
  const [at = '', record = '', id = ''] = place.split('#');
  return { orderedAt: parseInstant(at), record: recordId(record), id: attemptId(id) };
}

/** Items: runs of a rule and calls end side by side. */
export const WAY_ITEMS = 8;

export const waysPartition = (campaign: CampaignId, day: string): string =>
  `ways#${campaign}#${day}`;

export const waysBegin = ({ kind, id }: Pick<WayCount, 'kind' | 'id'>): string => `${kind}#${id}#`;

export const waysKey = (campaign: CampaignId, way: WayCount, nth: number, shard = 0): Key => ({
  pk: shardKey(waysPartition(campaign, way.day), shard),
  sk: `${waysBegin(way)}${way.version}#${nth}`,
});

export function asWay(day: string, { pk: _, sk, ...counts }: Item): WayCount {
  const [kind, id = '', version = ''] = sk.split('#');
  const numbers = Object.entries(counts).map(([way, by]) => [way, Number(by)] as const);
  const of = { kind: kind === 'ivr' ? 'ivr' : 'rule', id, version, day } as const;
  return { ...of, counts: Object.fromEntries(numbers) };
}
