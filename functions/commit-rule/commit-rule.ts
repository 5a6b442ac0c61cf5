// The last step of a callback rule's machine: everything its tiles do, in one transaction, once per attempt (CLS-14).
// What a rule leaves without a next call is decided in lib/domain/settlement.ts.
import { untilCommitted } from '../../lib/domain/contention.ts';
import { Fault } from '../../lib/domain/faults.ts';
import { attemptId, campaignId, recordId } from '../../lib/domain/ids.ts';
import type { Change } from '../../lib/domain/ports.ts';
import { applyActions, ruleSetting } from '../../lib/domain/rule/apply-actions.ts';
import { isDecided } from '../../lib/domain/rule/rule-values.ts';
import { leftByRule } from '../../lib/domain/settlement.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { TaskInput, UseCase } from '../../lib/domain/tasks.ts';

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
    const committed = await ports.records.commit(settled(applied, input));
    return committed === 'committed' ? { outcome: 'applied' } : 'conflict';
  });
};

/** CBR-9: the rule has ended and nothing follows. */
function settled(change: Change, { rule }: TaskInput<'commit-rule'>): Change {
  const { after, attempt, entries } = change;
  if (attempt === undefined || after.state !== 'unhandled') return change;
  const left = leftByRule(after, attempt.after, `rule ${rule} ended`, after.updatedAt);
  return { ...change, after: left.record, entries: [...entries, ...left.entries] };
}
