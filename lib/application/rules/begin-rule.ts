// The first step of a callback rule's machine: all facts its conditions ask for, read at one
// moment.

import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import { ruleValues } from '../../domain/rules/rule-values.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

export const beginRule: UseCase<'begin-rule', PortsOf<'begin-rule'>> = async (input, ports) => {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const [record, attempt] = await Promise.all([
    ports.records.load(ref),
    ports.records.loadAttempt(ref, attemptId(input.attempt)),
  ]);
  if (record === undefined || attempt === undefined) {
    throw new Fault('NotFound', `no attempt ${input.attempt} of record ${input.record}`);
  }
  return ruleValues({ record, attempt, now: ports.clock.now() }, input);
};
