// How many went which way through a callback rule or an IVR, by day and version. Kept with the
// change that decided, in its own transaction.
import type { Change } from '../model/change.ts';
import { instant } from '../model/instant.ts';
import type { DayCount, DayOf } from './day-counts.ts';

export interface WayCount {
  readonly kind: 'rule' | 'ivr';
  readonly id: string;
  readonly version: string;
  /** YYYY-MM-DD on the centre's clock. */
  readonly day: string;
  /** By `wayName`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** From a tile to the next. Ids have no spaces; where somebody came in there is none before. */
const wayName = (from: string, to: string): string => `${from} ${to}`;

/** What to add; a change moves those of one graph at most. */
export function wayCounts(change: Change, dayOf: DayOf): readonly WayCount[] {
  return [...decided(change, dayOf), ...called(change, dayOf)];
}

/** What is added to one item. */
export type CountedTogether =
  | { readonly figure: DayCount; readonly way?: WayCount }
  | { readonly figure?: never; readonly way: WayCount };

/** A way goes with figures of its day, of which there mostly are some: one write is left. */
export function countedTogether(
  figures: readonly DayCount[],
  ways: readonly WayCount[],
): readonly CountedTogether[] {
  const [way, ...others] = ways;
  const along = figures.find(({ day }) => day === way?.day);
  if (way === undefined || along === undefined)
    return [...figures.map((figure) => ({ figure })), ...ways.map((way) => ({ way }))];
  return [
    { figure: along, way },
    ...figures.filter((figure) => figure !== along).map((figure) => ({ figure })),
    ...others.map((way) => ({ way })),
  ];
}

function decided({ entries }: Change, dayOf: DayOf): readonly WayCount[] {
  return entries.flatMap((entry) => {
    if (entry.type !== 'rule.applied') return [];
    const { at, rule: id, version, path } = entry;
    return [
      { kind: 'rule', id, version, day: dayOf(instant(at)), counts: countsOf(path) } as const,
    ];
  });
}

/** A call counts once, when it has ended; one that went on with another record counts there. */
function called({ attempt }: Change, dayOf: DayOf): readonly WayCount[] {
  if (attempt?.after.status === undefined || attempt.before?.status !== undefined) return [];
  const { inbound, orderedAt } = attempt.after;
  if (inbound?.way === undefined || inbound.movedTo !== undefined) return [];
  const { version, path } = inbound.way;
  return [{ kind: 'ivr', id: inbound.ivr, version, day: dayOf(orderedAt), counts: countsOf(path) }];
}

function countsOf(path: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [n, to] of path.entries()) {
    const way = wayName(n === 0 ? '' : (path[n - 1] ?? ''), to);
    counts[way] = (counts[way] ?? 0) + 1;
  }
  return counts;
}

/** Of several campaigns and parts, by version. */
export function summedWays(
  ways: readonly Pick<WayCount, 'version' | 'counts'>[],
): readonly Pick<WayCount, 'version' | 'counts'>[] {
  const sums = new Map<string, Record<string, number>>();
  for (const { version, counts } of ways) {
    const sum = sums.get(version) ?? {};
    sums.set(version, sum);
    for (const [way, by] of Object.entries(counts)) sum[way] = (sum[way] ?? 0) + by;
  }
  return [...sums].map(([version, counts]) => ({ version, counts }));
}

/** What came to each tile, and along which lines. */
export function waysAsTiles(counts: WayCount['counts']) {
  const tiles: Record<string, number> = {};
  const ways: { from: string; to: string; count: number }[] = [];
  let count = 0;
  for (const [way, by] of Object.entries(counts)) {
    const [from = '', to = ''] = way.split(' ');
    tiles[to] = (tiles[to] ?? 0) + by;
    if (from === '') count += by;
    else ways.push({ from, to, count: by });
  }
  return { count, tiles, ways };
}
