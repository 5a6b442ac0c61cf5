import type { CampaignId } from '../../domain/model/ids.ts';
import type { BackgroundJob, JobKind } from '../../domain/model/job.ts';

type JobOf<K extends JobKind> = Extract<BackgroundJob, { kind: K }>;

/** Jobs of a campaign; forgotten some time after they were changed last. */
export interface JobStore {
  load<K extends JobKind>(campaign: CampaignId, kind: K, id: string): Promise<JobOf<K> | undefined>;
  /** Those with the last ids first; at most so many. */
  list<K extends JobKind>(
    campaign: CampaignId,
    kind: K,
    limit: number,
  ): Promise<readonly JobOf<K>[]>;
  /** One version on; false when another has changed it first. */
  change(before: BackgroundJob | undefined, after: BackgroundJob): Promise<boolean>;
}
