// How a call waits, by the answer of route-call: its priority, and the agent for whom it is
// reserved first (PRI-3, INB-8, INB-10, INB-11). QueuePriority does not accept a path, so there is
// an action for every level; all queue blocks of a flow share them and separate again by the
// attribute that names the block.
import { CALL_ATTRIBUTES, SKILL_ATTRIBUTE } from '../../domain/calls/call-attributes.ts';
import { action, whenEquals } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import type { JsonObject } from '../json.ts';
import { SORRY } from './ending.ts';
import { attribute, external } from './flow-attributes.ts';
import { compare } from './ivr-actions.ts';
import { type IvrContext, part } from './ivr-context.ts';

const ROUTE = 'Route';
/** The first action. */
export const ROUTE_LEVEL = part(ROUTE, 'level');
const RESERVE = part(ROUTE, 'reserve');
const BACK = part(ROUTE, 'back');
const LEVELS = Array.from({ length: 10 }, (_, n) => String(n + 1));

/** @param queues ids of the queue blocks in the flow */
export function routeActions(context: IvrContext, queues: readonly string[]): readonly Action[] {
  const reserve = reserveActions(context);
  const after = reserve[0]?.Identifier ?? BACK;
  const level = (n: string) => part(ROUTE, n);
  return [
    compare(
      ROUTE_LEVEL,
      external('level'),
      LEVELS.map((n) => whenEquals(n, level(n))),
      after,
    ),
    ...LEVELS.map((QueuePriority) =>
      action(
        level(QueuePriority),
        'UpdateContactRoutingBehavior',
        { QueuePriority },
        { next: after },
      ),
    ),
    ...reserve,
    compare(
      BACK,
      attribute(CALL_ATTRIBUTES.waitingIn),
      queues.map((id) => whenEquals(id, part(id, 'hook'))),
      SORRY,
    ),
  ];
}

/** Empty when the campaign neither reserves calls for an agent nor requires a skill. */
function reserveActions({ inbound, references }: IvrContext): readonly Action[] {
  const { privateAgent, lastAgent, skill } = inbound;
  const waits = [
    ['private', privateAgent],
    ['last', lastAgent],
  ] as const;
  const kept = waits.flatMap(([who, seconds]) =>
    seconds === undefined || seconds === 0 ? [] : [{ who, seconds }],
  );
  const skilled = skill === undefined ? [] : [skillStep(skill, references.skillAttribute)];
  const anybody = skill === undefined ? BACK : part(ROUTE, 'skill');
  if (kept.length === 0 && skill === undefined) return [];
  return [
    compare(
      RESERVE,
      external('reserve'),
      kept.length === 0
        ? [whenEquals('none', anybody)]
        : kept.map(({ who }) => whenEquals(who, part(ROUTE, who))),
      anybody,
    ),
    ...kept.map(({ who, seconds }) => criteria(part(ROUTE, who), [agentStep(seconds), ...skilled])),
    ...(skill === undefined ? [] : [criteria(anybody, skilled)]),
  ];
}

/**
 * The last step does not expire. After the only one has expired, every agent of the queue can get
 * the call.
 */
function criteria(id: string, steps: readonly JsonObject[]): Action {
  return action(
    id,
    'UpdateContactRoutingCriteria',
    { RoutingCriteria: { Steps: steps } },
    { next: BACK, errors: { NoMatchingError: BACK } },
  );
}

function agentStep(seconds: number): JsonObject {
  return {
    Expiry: { DurationInSeconds: String(seconds) },
    Expression: {
      AttributeCondition: {
        ComparisonOperator: 'Match',
        MatchCriteria: { AgentsCriteria: { AgentIds: [external('agent')] } },
      },
    },
  };
}

function skillStep(skill: string, name: string = SKILL_ATTRIBUTE): JsonObject {
  return {
    Expression: {
      AttributeCondition: {
        Name: name,
        Value: skill,
        ProficiencyLevel: '1',
        ComparisonOperator: 'NumberGreaterOrEqualTo',
      },
    },
  };
}
