// Both ends of a callback rule's machine in one function: what its conditions ask for, read at one
// moment, and what its tiles do. The second end mostly comes to the function that had the first,
// which still knows what it has read.

import { ruleValues } from '../../domain/rules/rule-values.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { commitRule } from './commit-rule.ts';
import { ruleFacts } from './rule-facts.ts';

export const ruleEnds: UseCase<'commit-rule', PortsOf<'commit-rule'>> = async (input, ports) =>
  'path' in input ? commitRule(input, ports) : ruleValues(await ruleFacts(input, ports), input);
