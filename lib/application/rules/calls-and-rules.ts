// What Connect tells of calls, and both ends of the callback rule that follows, in one function:
// what the rule's conditions ask for, read at one moment, and what its tiles do. A rule begins a
// second after the end of its call was stored and ends a second later, mostly in the function that
// stored it, which still knows what it has written.

import { ruleValues } from '../../domain/rules/rule-values.ts';
import { callsSeen } from '../calls/calls-seen.ts';
import { contactEvents } from '../calls/contact-events.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { commitRule } from './commit-rule.ts';
import { factsAtBeginning } from './rule-facts.ts';

export const callsAndRules: UseCase<'contact-events', PortsOf<'contact-events'>> = async (
  input,
  ports,
) => {
  if ('contact' in input) return contactEvents(input, ports);
  if ('path' in input) return commitRule(input, ports);
  const facts = await factsAtBeginning(input, ports);
  callsSeen(ports.records).ruledOn(facts.record, facts.attempt, facts.now);
  return ruleValues(facts, input);
};
