// A copy whose message got lost, or ended in the dead-letter queue, goes on: its progress is kept
// with it, so a message begins it again where it was left.
import type { CampaignId } from '../../domain/model/ids.ts';
import { plus } from '../../domain/model/instant.ts';
import type { CopyJob } from '../../domain/model/job.ts';
import type { Ports } from '../ports/ports.ts';

/** Seconds without a change; passes are a quarter of an hour apart, and tries some minutes. */
const LEFT_AFTER = 3600;
/** Of a campaign, the latest. */
const AT_MOST = 100;

export async function leftCopies(
  campaign: CampaignId,
  { jobs, clock }: Pick<Ports, 'jobs' | 'clock'>,
): Promise<readonly CopyJob[]> {
  const before = plus(clock.now(), -LEFT_AFTER);
  const copies = await jobs.list(campaign, 'copy', AT_MOST);
  return copies.filter(({ state, changedAt }) => state !== 'finished' && changedAt < before);
}

/**
 * Noted as changed first: it is not sent again for an hour, whether or not it gets on.
 * @returns false when a run has it after all
 */
export async function sweepCopy(
  job: CopyJob,
  { jobs, clock, copyQueue }: Pick<Ports, 'jobs' | 'clock' | 'copyQueue'>,
): Promise<boolean> {
  const noted = { ...job, version: job.version + 1, changedAt: clock.now() };
  if (!(await jobs.change(job, noted))) return false;
  await copyQueue.send({ campaign: job.campaign, copy: job.id });
  return true;
}
