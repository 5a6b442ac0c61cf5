// Which due records are called first: the heavier one (REC-8); among equals a recall before a first
// call, because somebody was promised it; then the one that has been due for longest; then by id,
// so that two runs agree. The dialer orders the records that have been due for longest, a window of
// the index, not the whole backlog.
import type { CampaignRecord } from '../model/record.ts';

export function inCallingOrder(due: readonly CampaignRecord[]): readonly CampaignRecord[] {
  return due.toSorted(
    (a, b) =>
      b.weight - a.weight ||
      firstCall(a) - firstCall(b) ||
      (a.nextContact ?? 0) - (b.nextContact ?? 0) ||
      (a.record < b.record ? -1 : 1),
  );
}

const firstCall = ({ attempts }: CampaignRecord): number => (attempts === 0 ? 1 : 0);
