// Whose call starts next among campaigns that share agents: the higher priority first (CAM-12);
// among equals whoever has had the fewest expected answers (start-time fair queueing), so that each
// gets the same number of answered calls, whatever its answer rate. What one campaign cannot use,
// the others do.

/**
 * Expected answers a campaign may be behind the others: one that had nobody to call for hours does
 * not catch up on all of them.
 */
const MOST_BEHIND = 10;

export interface ShareOfPool {
  readonly id: string;
  readonly priority: number;
  readonly served: number;
}

/** Brings the counts of campaigns that were idle close enough to those of the same priority. */
export function withinReach<T extends ShareOfPool>(campaigns: readonly T[]): readonly T[] {
  const most = new Map<number, number>();
  for (const { priority, served } of campaigns) {
    most.set(priority, Math.max(most.get(priority) ?? 0, served));
  }
  return campaigns.map((each) => ({
    ...each,
    served: Math.max(each.served, (most.get(each.priority) ?? 0) - MOST_BEHIND),
  }));
}

export function comesBefore(a: ShareOfPool, b: ShareOfPool): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.served !== b.served) return a.served < b.served;
  return a.id < b.id;
}
