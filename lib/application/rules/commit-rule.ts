// The last step of a callback rule's machine: everything its tiles do, in one transaction, once per
// attempt (CLS-14).

import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { FANOUT_SECONDS } from '../../domain/pacing/tick-grid.ts';
import { applyActions, ruleSetting } from '../../domain/rules/apply-actions.ts';
import { isDecided, resultOf } from '../../domain/rules/rule-values.ts';
import { eraseContact } from '../records/erasure.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'commit-rule'>;

export const commitRule: UseCase<'commit-rule', Needs> = (input, ports) => {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const setting = ruleSetting(ports.definitions.definitions(), input.campaign);
  return untilCommitted(`record ${input.record}`, async () => {
    const [record, attempt] = await Promise.all([
      ports.records.load(ref),
      ports.records.loadAttempt(ref, attemptId(input.attempt)),
    ]);
    if (record === undefined || attempt === undefined) {
      throw new Fault('NotFound', `no attempt ${input.attempt} of record ${input.record}`);
    }
    if (isDecided({ record, attempt })) return { outcome: 'decided before' };
    // classified since the run began: that run follows, with the result
    const { result = resultOf(attempt) } = input;
    if (result !== resultOf(attempt)) return { outcome: 'classified since' };
    const applied = applyActions({ record, attempt, now: ports.clock.now() }, input, setting);
    if ((await ports.records.commit(applied)) !== 'committed') return 'conflict';
    await tickSoon(applied.after, ports);
    // whatever stops this is followed by the sweeper
    if (applied.after.toErase) await eraseContact(ref, ports);
    return { outcome: 'applied' };
  });
};

/** A recontact "at once" does not wait until tick-fanout runs again (CBR-7). */
async function tickSoon({ campaign, nextContact }: CampaignRecord, ports: Needs): Promise<void> {
  if (nextContact === undefined) return;
  const seconds = Math.max(0, Math.ceil((nextContact - ports.clock.now()) / 1000));
  if (seconds < FANOUT_SECONDS)
    await ports.tickQueue.send(campaign, [seconds], { due: nextContact });
}
