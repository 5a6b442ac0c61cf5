// Connect's queue priorities: 1 is served first, 10 last, 5 is what a call has without one.
const PRIORITIES = { best: 1, worst: 10 } as const;

/** CAM-12: 100 is served first, 50 is Connect's own middle. @param priority 0 to 100 */
export function queuePriority(priority: number): number {
  const { best, worst } = PRIORITIES;
  return worst - Math.round((priority / 100) * (worst - best));
}
