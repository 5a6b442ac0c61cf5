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
  way?: Way,
): Key {
  const pk = shardKey(figuresPartition(campaign, day.slice(0, 7)), shard);
  const along = way === undefined ? '' : `#${wayOf(way)}`;
  return { pk, sk: `${day}#${agent}#${nth}${along}` };
}

type Way = Pick<WayCount, 'kind' | 'id' | 'version'>;

const wayOf = ({ kind, id, version }: Way): string => `${waysBegin({ kind, id })}${version}`;

/** Ways are named from a tile to a tile; what else is counted has no space in its name. */
const isWay = (name: string): boolean => name.includes(' ');

/** Items of one day and agent are put together. */
export function asFigures(items: readonly Item[]): readonly DayCount[] {
  const sums = new Map<string, { day: string; agent?: string; counts: Record<string, number> }>();
  for (const { pk, sk, ...counts } of items) {
    const [day = '', agent = ''] = sk.split('#');
    const key = `${day}#${agent}`;
    const sum = sums.get(key) ?? {
      day,
      ...(agent !== '' && { agent }),
      counts: {},
    };
    sums.set(key, sum);
    for (const [what, by] of Object.entries(counts).filter(([what]) => !isWay(what)))
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
  sk: `${wayOf(way)}#${nth}`,
});

export function asWay(day: string, { pk: _, sk, ...counts }: Item): WayCount {
  const [kind, id = '', version = ''] = sk.split('#');
  return wayIn({ kind, id, version, day }, counts);
}

/** The ways that are counted with figures of the day, of one rule or IVR. */
export function waysWith(items: readonly Item[], of: Pick<WayCount, 'kind' | 'id'>) {
  return items.flatMap(({ pk: _, sk, ...counts }) => {
    const [day = '', , , kind, id = '', version = ''] = sk.split('#');
    return kind === of.kind && id === of.id ? wayIn({ kind, id, version, day }, counts) : [];
  });
}

interface InKey extends Omit<Way, 'kind'> {
  readonly kind: string | undefined;
  readonly day: string;
}

function wayIn({ kind, id, version, day }: InKey, counts: object): WayCount {
  const numbers = Object.entries(counts)
    .filter(([way]) => isWay(way))
    .map(([way, by]) => [way, Number(by)] as const);
  const of = { kind: kind === 'ivr' ? 'ivr' : 'rule', id, version, day } as const;
  return { ...of, counts: Object.fromEntries(numbers) };
}
