// One call gives a function what the ports of its task need: rights and variables together, so that
// neither can be forgotten and neither outlives the other.
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { type TaskName, taskOf } from '../application/tasks/tasks.ts';
import type { PortName } from '../application/tasks/wiring.ts';
import { invariant } from '../domain/model/invariant.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import { type Holding, PORT_ACCESS } from './permissions.ts';
import type { World } from './resources.ts';

/** Why more than one named thing is meant; what is not listed must be named exactly. */
const WHY_WILDCARD: Readonly<Partial<Record<Holding, string>>> = {
  contacts: 'Connect gives contacts their ids when they begin; the right ends at the instance.',
  agents: 'Agents are made in Connect, not by these stacks; the right ends at the instance.',
  agentStates: 'Routing profiles get their ids from Connect; the right ends at the instance.',
  agentNames: 'Agents are made in Connect, not by these stacks; the right ends at the instance.',
  agentStatuses:
    'The status in which agents are there for calls is Connect’s own; the right ends at the instance.',
  smsSenders:
    'The ARN of a leased number holds an id, not the number; that of a sender name the country.',
  ownNumbers: 'The ARN of a number that is named by itself holds an id, not the number.',
  secrets: 'Secrets Manager puts six random characters behind the name.',
  signingSecrets: 'Secrets Manager puts six random characters behind the name.',
  pseudonymKey: 'Secrets Manager puts six random characters behind the name.',
  recordings: 'Connect names its recordings; the right ends at its folder of the bucket.',
  mails: 'SES names what it stores; the right ends at its folder of the bucket.',
  voicemails: 'Keys hold ids of records; the right ends at the folder of messages.',
  flows: 'Flows change with the definitions; the right ends at the instance.',
  queues: 'Queues change with the definitions; the right ends at the instance.',
  quickConnects: 'Quick connects change with the definitions; the right ends at the instance.',
  imports: 'Keys are the names of uploaded files; the right ends at their folder of the bucket.',
  connections: 'The gateway names connections when they begin; the right ends at the stage.',
  reports: 'Keys are the names of uploaded files; the right ends at the folder of reports.',
};

export function bindPorts(fn: LambdaFunction, task: TaskName, world: World): void {
  const { ports } = taskOf(task);
  for (const variable of ports.flatMap((port) => PORT_ACCESS[port].variables)) {
    const value = world.variables[variable];
    invariant(value !== undefined, `${task} needs ${variable}, which its stack does not know`);
    fn.addEnvironment(variable, value);
  }
  for (const [holding, actions] of actionsOf(ports)) {
    const held = world.holdings[holding] ?? [];
    const resources = [...(typeof held === 'function' ? held(task) : held)];
    // a right on nothing is no right: IAM refuses a statement without resources
    if (resources.length === 0) continue;
    for (const resource of resources)
      acknowledgeWildcard(fn.role ?? fn, resource, WHY_WILDCARD[holding] ?? '');
    fn.addToRolePolicy(
      new PolicyStatement({ sid: sidOf(holding), actions: [...actions], resources }),
    );
  }
}

/** Several ports may act on one thing: their actions are one statement. */
function actionsOf(ports: readonly PortName[]): ReadonlyMap<Holding, ReadonlySet<string>> {
  const byHolding = new Map<Holding, Set<string>>();
  for (const port of ports) {
    for (const [holding, actions] of Object.entries(PORT_ACCESS[port].actions)) {
      const all = byHolding.get(holding as Holding) ?? new Set<string>();
      for (const action of actions) all.add(action);
      byHolding.set(holding as Holding, all);
    }
  }
  return byHolding;
}

const sidOf = (holding: Holding): string => holding.charAt(0).toUpperCase() + holding.slice(1);
