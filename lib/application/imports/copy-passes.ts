// A copy that goes on looks for new people in passes, a quarter of an hour apart. Each begins with
// the definitions and the filter as they are by then: people, fields and filters change meanwhile.
import { type Instant, plus } from '../../domain/model/instant.ts';
import type { CopyJob } from '../../domain/model/job.ts';
import { filterMistakes, type RecordFilter } from '../../domain/records/record-filter.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import { recordSettings } from '../../language/record-settings.ts';
import type { Ports } from '../ports/ports.ts';

/** Seconds between two passes; the longest delay SQS allows. */
export const BETWEEN_PASSES = 900;
/** Seconds after which everybody is looked at again: fields change, and with them who is meant. */
const BETWEEN_WHOLE = 86_400;
/** Seconds by which a list may lag behind, and a queue be early. */
const LAG = 60;

/** Whether a pass has been over for less than it should: somebody else has the next one. */
export function isTooEarly({ continuously, state, version }: CopyJob, now: Instant): boolean {
  if (continuously === undefined || state !== 'waiting' || version === 1) return false;
  return now < plus(continuously.passAt, BETWEEN_PASSES - LAG);
}

/**
 * A copy that waited begins its next pass: its counts are those of the pass. Everybody is looked at
 * once a day, and when others are meant than before.
 */
export async function nextPass(
  job: CopyJob,
  now: Instant,
  { definitions, filters }: Pick<Ports, 'definitions' | 'filters'>,
): Promise<CopyJob> {
  if (job.continuously === undefined || job.state !== 'waiting') return job;
  const isFirst = job.version === 1;
  const of = await filterNow(job, filters);
  const problem = problemOf({ ...job, of }, definitions.definitions());
  const isOther = of !== job.of || job.problem !== problem;
  const isWhole = isOther || now >= plus(job.continuously.wholeAt, BETWEEN_WHOLE);
  const continuously = isWhole
    ? { passAt: now, wholeAt: now }
    : { ...job.continuously, passAt: now };
  const addedBefore = (job.addedBefore ?? 0) + job.added;
  const anew = { looked: 0, added: 0, present: 0, refused: 0, done: 0, addedBefore };
  const counts = isFirst ? {} : anew;
  return { ...job, ...counts, of, problem, continuously };
}

/** The saved filter as it is now; one that was removed stays as it was. */
async function filterNow({ of, from }: CopyJob, filters: Ports['filters']): Promise<CopyJob['of']> {
  if (of.kind !== 'filter' || of.saved === undefined) return of;
  const found = await filters.load(from, of.saved.filter);
  if (found === undefined || found.version === of.saved.version) return of;
  const saved = { filter: found.filter, version: found.version };
  return { kind: 'filter', conditions: found.conditions, saved };
}

/** Why nobody can be taken; the next pass looks again. */
function problemOf({ of, from, campaign }: CopyJob, definitions: Definitions): string | undefined {
  const source = recordSettings(definitions, from);
  if (source === undefined) return `there is no campaign '${from}' any more`;
  if (own(definitions.campaigns, campaign) === undefined)
    return `there is no campaign '${campaign}' any more`;
  if (of.kind !== 'filter') return undefined;
  const [mistake] = filterMistakes(of.conditions as RecordFilter, source);
  return mistake && `the filter does not fit any more: ${mistake.at.join('/')}: ${mistake.reason}`;
}

export const seenUntilNow = (pass: CopyJob['continuously']): CopyJob['continuously'] =>
  pass && { ...pass, seenUntil: plus(pass.passAt, -LAG) };
