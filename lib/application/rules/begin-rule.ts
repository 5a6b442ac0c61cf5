// The first step of a callback rule's machine: all facts its conditions ask for, read at one
// moment. Conditions whose answer costs money are asked again, one by one, when they are reached.

import { attemptId, campaignId, recordId } from '../../domain/model/ids.ts';
import { defaultOf } from '../../domain/model/record.ts';
import { ruleValues } from '../../domain/rules/rule-values.ts';
import { Fault } from '../tasks/faults.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { checkNumber } from './check-number.ts';

export const beginRule: UseCase<'begin-rule', PortsOf<'begin-rule'>> = async (input, ports) => {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  const [record, attempt] = await Promise.all([
    ports.records.load(ref),
    ports.records.loadAttempt(ref, attemptId(input.attempt)),
  ]);
  if (record === undefined || attempt === undefined) {
    throw new Fault('NotFound', `no attempt ${input.attempt} of record ${input.record}`);
  }
  const facts = { record, attempt, now: ports.clock.now() };
  const asks = Object.values(input.tiles).some(({ kind }) => kind === 'hlr');
  if (!asks) return ruleValues(facts, input);
  // the number that was called, which need not be the default
  const phone = attempt.endpoint === '' ? (defaultOf(record.phones) ?? '') : attempt.endpoint;
  return ruleValues({ ...facts, hlr: await checkNumber(phone, ports) }, input);
};
