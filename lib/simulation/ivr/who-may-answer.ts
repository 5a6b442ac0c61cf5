// The agents to whom Connect would offer a waiting call: those of the queue's groups, which a
// routing step may restrict for a while (INB-8, INB-10, INB-11); in an agent's own queue that
// agent.

import type { JsonValue } from '../../compiler/json.ts';
import { isObject } from '../../compiler/json.ts';
import { SKILL_ATTRIBUTE } from '../../domain/calls/call-attributes.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { QueueRouting, QueueTarget } from '../connect/effects.ts';

interface InQueue {
  readonly target: QueueTarget;
  readonly routing: QueueRouting;
  /** Seconds. */
  readonly waited: number;
}

/** @param agents user names of those who are logged in */
export function whoMayAnswer(
  { target, routing, waited }: InQueue,
  agents: readonly string[],
  definitions: Definitions,
): readonly string[] {
  if (target.kind === 'agent') return agents.filter((agent) => agentArn(agent) === target.arn);
  const groups = (definitions.queues[target.arn]?.groups ?? []).map((id) => definitions.groups[id]);
  const step = stepAfter(routing, waited);
  return agents.filter((agent) => {
    const group = groups.find((one) => one?.agents.includes(agent));
    return group !== undefined && fits(step, agent, group.skills);
  });
}

/** The agent for whom the call is reserved first, if any. */
export function keptFor({ routing }: Pick<InQueue, 'routing'>): string | undefined {
  const [id] = agentIdsOf(stepAfter(routing, 0));
  return id;
}

/** ARN of an agent in the simulation; its last part is the user name. */
export const agentArn = (agent: string): string => `agent/${agent}`;

/** Steps expire one after the other; after the last one every agent qualifies. */
function stepAfter({ criteria }: QueueRouting, waited: number): JsonValue | undefined {
  const steps = Array.isArray(criteria?.Steps) ? criteria.Steps : [];
  let over = 0;
  for (const step of steps) {
    const expiry = at(step, 'Expiry', 'DurationInSeconds');
    if (expiry === undefined) return step;
    over += Number(expiry);
    if (waited < over) return step;
  }
  return undefined;
}

function fits(step: JsonValue | undefined, agent: string, skills: readonly string[]): boolean {
  const condition = at(step, 'Expression', 'AttributeCondition');
  if (condition === undefined) return true;
  const ids = agentIdsOf(step);
  if (ids.length > 0) return ids.includes(agent);
  // the last word: in a shared instance the deployment's name is before it
  const isSkill = String(at(condition, 'Name')).split(' ').at(-1) === SKILL_ATTRIBUTE;
  return !isSkill || skills.includes(String(at(condition, 'Value')));
}

function agentIdsOf(step: JsonValue | undefined): readonly string[] {
  const ids = at(
    step,
    'Expression',
    'AttributeCondition',
    'MatchCriteria',
    'AgentsCriteria',
    'AgentIds',
  );
  return Array.isArray(ids) ? ids.map(String) : [];
}

function at(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (inner, key) => (isObject(inner) ? own(inner, key) : undefined),
    value,
  );
}
