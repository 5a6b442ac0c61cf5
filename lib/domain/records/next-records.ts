// Which due records are called first: the heavier one (REC-8); among equals a recall before a first
// call, because somebody was promised it; then the one that has been due for longest; then by id,
// so that two runs agree. The rank says where a record stands before its moment counts: stores keep
// due records by rank, so the order holds for all of them.

import type { CampaignRecord } from '../model/record.ts';

/**
 * Weights are whole numbers from −100 to 100, as they count for callers; nothing else is taken.
 * Records of earlier versions may have others, which count as the nearest.
 */
export const HEAVIEST = 100;

type Ranked = Pick<CampaignRecord, 'weight' | 'attempts'>;

/** A whole number; the smaller one is called first. */
export function callingRank({ weight, attempts }: Ranked): number {
  const counts = Math.min(HEAVIEST, Math.max(-HEAVIEST, Math.round(weight)));
  return 2 * (HEAVIEST - counts) + (attempts === 0 ? 1 : 0);
}

export function inCallingOrder(due: readonly CampaignRecord[]): readonly CampaignRecord[] {
  return due.toSorted(
    (a, b) =>
      callingRank(a) - callingRank(b) ||
      (a.nextContact ?? 0) - (b.nextContact ?? 0) ||
      (a.record < b.record ? -1 : 1),
  );
}
