// The last step of a callback rule's machine: everything its tiles do, in one transaction, once per
// attempt (CLS-14). What the run began with a moment ago is not read again, if this function knows
// it: whoever has changed it since makes the commit a conflict, and it is read after all.

import { campaignId, recordId } from '../../domain/model/ids.ts';
import { applyActions, ruleSetting } from '../../domain/rules/apply-actions.ts';
import type { CompletedRun } from '../../domain/rules/rule-schema.ts';
import { isDecided, type RuleFacts, resultOf } from '../../domain/rules/rule-values.ts';
import { callsSeen } from '../calls/calls-seen.ts';
import { eraseContact } from '../records/erasure.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { tickSoon } from '../tick-soon.ts';
import { untilCommitted } from '../until-committed.ts';
import { factsKnown, ruleFacts } from './rule-facts.ts';

type Needs = PortsOf<'contact-events'>;

export async function commitRule(
  run: CompletedRun,
  ports: Needs,
): Promise<{ readonly outcome: string }> {
  const begun = factsKnown(run, ports);
  if (begun !== undefined && standsAgainst(begun, run) === undefined) {
    const outcome = await commit(begun, run, ports);
    if (outcome !== 'conflict') return { outcome };
  }
  return untilCommitted(`record ${run.record}`, async () => {
    const facts = await ruleFacts(run, ports);
    const outcome = standsAgainst(facts, run) ?? (await commit(facts, run, ports));
    return outcome === 'conflict' ? outcome : { outcome };
  });
}

/** Why the run decides nothing. */
function standsAgainst(facts: RuleFacts, run: CompletedRun): string | undefined {
  if (isDecided(facts)) return 'decided before';
  // classified since the run began: that run follows, with the result
  const { result = resultOf(facts.attempt) } = run;
  return result === resultOf(facts.attempt) ? undefined : 'classified since';
}

async function commit(
  facts: RuleFacts,
  run: CompletedRun,
  ports: Needs,
): Promise<'applied' | 'conflict'> {
  const setting = ruleSetting(ports.definitions.definitions(), run.campaign);
  const applied = applyActions(facts, run, setting);
  if ((await ports.records.commit(applied)) !== 'committed') return 'conflict';
  const { after, attempt } = applied;
  if (attempt !== undefined) callsSeen(ports.records).ruledOn(after, attempt.after, facts.now);
  await tickSoon(after.campaign, after.nextContact, ports);
  // whatever stops this is followed by the sweeper
  if (after.toErase) {
    await eraseContact({ campaign: campaignId(run.campaign), record: recordId(run.record) }, ports);
  }
  return 'applied';
}
