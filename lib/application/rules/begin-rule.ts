// What a condition of a callback rule asks when it is reached, because the answer costs money.
// Machines compiled before contact-events took both ends begin here as well.

import { defaultOf } from '../../domain/model/record.ts';
import { ruleValues } from '../../domain/rules/rule-values.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { checkNumber } from './check-number.ts';
import { ruleFacts } from './rule-facts.ts';

export const beginRule: UseCase<'begin-rule', PortsOf<'begin-rule'>> = async (input, ports) => {
  const facts = await ruleFacts(input, ports);
  const asks = Object.values(input.tiles).some(({ kind }) => kind === 'hlr');
  if (!asks) return ruleValues(facts, input);
  const { record, attempt } = facts;
  // the number that was called, which need not be the default
  const phone = attempt.endpoint === '' ? (defaultOf(record.phones) ?? '') : attempt.endpoint;
  return ruleValues({ ...facts, hlr: await checkNumber(phone, ports) }, input);
};
