// What a run of a callback rule is about: the record and the attempt that has ended.

import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import { plus } from '../../domain/model/instant.ts';
import type { CompletedRun } from '../../domain/rules/rule-schema.ts';
import type { RuleFacts } from '../../domain/rules/rule-values.ts';
import type { Ports } from '../ports/ports.ts';
import { Fault } from '../tasks/faults.ts';

type Needs = Pick<Ports, 'clock' | 'records'>;
type RunRef = Pick<CompletedRun, 'campaign' | 'record' | 'attempt'>;

/** As they are now; NotFound when there are none. */
export async function ruleFacts(run: RunRef, { records, clock }: Needs): Promise<RuleFacts> {
  const { ref, id } = namesOf(run);
  const [record, attempt] = await Promise.all([records.load(ref), records.loadAttempt(ref, id)]);
  if (record === undefined || attempt === undefined) {
    throw new Fault('NotFound', `no attempt ${run.attempt} of record ${run.record}`);
  }
  return { record, attempt, now: clock.now() };
}

/** Seconds for which what this function has stored is told without asking. */
const JUST_STORED = 10;

/**
 * As this function has stored them a moment ago, or as they are now: who changes them meanwhile
 * makes the end of the run read them.
 */
export async function factsAtBeginning(run: RunRef, ports: Needs): Promise<RuleFacts> {
  const known = factsKnown(run, ports);
  const isFresh = known !== undefined && known.now <= plus(known.record.updatedAt, JUST_STORED);
  return isFresh ? known : ruleFacts(run, ports);
}

/**
 * As this function has stored them at the end of the call, or read them when the run began; nothing
 * where another function has.
 */
export function factsKnown(run: RunRef, { records, clock }: Needs): RuleFacts | undefined {
  const { ref, id } = namesOf(run);
  const read = records.lastRead(ref, id);
  return read && { ...read, now: clock.now() };
}

const namesOf = ({ campaign, record, attempt }: RunRef) => ({
  ref: { campaign: campaignId(campaign), record: recordId(record) },
  id: attemptId(attempt),
});
