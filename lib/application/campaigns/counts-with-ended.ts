// A contact counts once its record goes on without it (domain/model/counted-attempts.ts). Whoever
// compares the counters with what has happened by now adds those that have ended and whose wrap-up
// or rule goes on.
import type { Counts } from '../../domain/campaigns/campaign-state.ts';
import { attemptCounter } from '../../domain/campaigns/counts.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { RecordStore } from '../ports/record-store.ts';

type Needs = Pick<RecordStore, 'counts' | 'underWay'>;

export async function countsWithEnded(campaign: CampaignId, records: Needs): Promise<Counts> {
  const [kept, underWay] = await Promise.all([
    records.counts(campaign),
    records.underWay(campaign),
  ]);
  const counts: Record<string, number> = { ...kept };
  for (const { attempt } of underWay) {
    if (attempt?.status === undefined) continue;
    const counter = attemptCounter(attempt, attempt.status);
    counts[counter] = (counts[counter] ?? 0) + 1;
  }
  return counts;
}
