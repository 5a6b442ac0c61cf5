// The last step of a callback rule's machine: everything its tiles do, in one transaction, once per attempt (CLS-14).
import { untilCommitted } from '../../lib/domain/contention.ts';
import { Fault } from '../../lib/domain/faults.ts';
import { attemptId, campaignId, recordId } from '../../lib/domain/ids.ts';
import { applyActions, ruleSetting } from '../../lib/domain/rule/apply-actions.ts';
import { isDecided } from '../../lib/domain/rule/rule-values.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

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
    const applied = applyActions({ record, attempt, now: ports.clock.now() }, input, setting);
    const committed = await ports.records.commit(applied);
    return committed === 'committed' ? { outcome: 'applied' } : 'conflict';
  });
};
