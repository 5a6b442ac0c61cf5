// How far an import has come. It is told as it goes and kept beside the records: an import neither
// waits for it nor fails over it.
import type { CampaignId } from '../../domain/model/ids.ts';
import type { ImportJob } from '../../domain/model/job.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'jobs' | 'clock'>;
type Tally = Pick<ImportJob, 'rows' | 'imported' | 'present' | 'duplicates' | 'rejected' | 'held'>;

const NOTHING: Tally = { rows: 0, imported: 0, present: 0, duplicates: 0, rejected: 0 };

/** Without its folders. */
export const fileName = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Rows between two notes. */
export const ROWS_A_NOTE = 480;

export async function noteImport(
  campaign: CampaignId,
  file: string,
  { state, tally }: { readonly state: ImportJob['state']; readonly tally?: Tally },
  { jobs, clock }: Needs,
): Promise<void> {
  const now = clock.now();
  const before = await jobs.load(campaign, 'import', file);
  const goesOn = before !== undefined && before.state !== 'finished';
  const { rows, imported, present, duplicates, rejected, held } = tally ?? NOTHING;
  // of two that import one file at the same time, either may be seen
  await jobs.change(before, {
    kind: 'import',
    campaign,
    id: file,
    version: (before?.version ?? 0) + 1,
    state,
    startedAt: goesOn ? before.startedAt : now,
    changedAt: now,
    ...{ rows, imported, present, duplicates, rejected, held },
  });
}
