// Jobs in memory.
import type { JobStore } from '../../application/ports/job-store.ts';
import type { BackgroundJob } from '../../domain/model/job.ts';

export function memoryJobStore(): JobStore {
  const jobs = new Map<string, BackgroundJob>();
  const keyOf = (campaign: string, kind: string, id: string) => `${campaign}#${kind}#${id}`;
  return {
    // kept under its kind
    load: async (campaign, kind, id) => jobs.get(keyOf(campaign, kind, id)) as never,
    list: async (campaign, kind, limit) =>
      [...jobs.values()]
        .filter((job) => job.campaign === campaign && job.kind === kind)
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit) as never,
    async change(before, after) {
      const key = keyOf(after.campaign, after.kind, after.id);
      if (jobs.get(key)?.version !== before?.version) return false;
      jobs.set(key, after);
      return true;
    },
  };
}
