import { describe, expect, it } from 'vitest';
import { ROUTE_LEVEL, routeActions } from '../../../../lib/compiler/ivr/route.ts';
import type { BlocksInput } from '../../../support/an-ivr.ts';
import { contextOf, idsOf, targetsOf } from './an-ivr-context.ts';

const blocks: BlocksInput = {
  start: { kind: 'answer', next: 'one' },
  one: { kind: 'queue', queue: 'sales', next: 'two' },
  two: { kind: 'queue', queue: 'service', next: 'one' },
};
const routes = (inbound: NonNullable<Parameters<typeof contextOf>[0]['inbound']> = {}) =>
  routeActions(contextOf({ blocks, inbound }), ['one', 'two']);
const action = (id: string, actions = routes()) =>
  actions.find(({ Identifier }) => Identifier === id);
const branches = (id: string, actions = routes()) =>
  (action(id, actions)?.Transitions?.Conditions ?? []).map(({ Condition, NextAction }) => [
    Condition.Operands[0],
    NextAction,
  ]);
const criteria = (id: string, actions: ReturnType<typeof routes>) =>
  action(id, actions)?.Parameters;
const steps = (...Steps: readonly object[]) => ({ RoutingCriteria: { Steps } });
const agent = (DurationInSeconds: string) => ({
  Expiry: { DurationInSeconds },
  Expression: {
    AttributeCondition: {
      ComparisonOperator: 'Match',
      MatchCriteria: { AgentsCriteria: { AgentIds: ['$.External.agent'] } },
    },
  },
});
const SKILL = {
  Expression: {
    AttributeCondition: {
      Name: 'skill',
      Value: 'polish',
      ProficiencyLevel: '1',
      ComparisonOperator: 'NumberGreaterOrEqualTo',
    },
  },
};

describe('how a call waits, by the answer of route-call', () => {
  it('is at one of ten levels, each an action of its own, for Connect takes no path (PRI-3)', () => {
    const levels = Array.from({ length: 10 }, (_, n) => String(n + 1));

    expect(branches(ROUTE_LEVEL)).toEqual(levels.map((n) => [n, `Route.${n}`]));
    expect(levels.map((n) => action(`Route.${n}`)?.Parameters)).toEqual(
      levels.map((QueuePriority) => ({ QueuePriority })),
    );
  });

  it('goes back to the queue block it came from, and nowhere else', () => {
    expect(branches('Route.back')).toEqual([
      ['one', 'one.hook'],
      ['two', 'two.hook'],
    ]);
    expect(action('Route.back')?.Transitions?.NextAction).toBe('End.sorry');
  });

  it('is kept for nobody where the campaign asks for nothing', () => {
    expect(idsOf(routes()).filter((id) => !/^Route\.\d+$/.test(id))).toEqual([
      ROUTE_LEVEL,
      'Route.back',
    ]);
    expect(action(ROUTE_LEVEL)?.Transitions?.NextAction).toBe('Route.back');
  });

  it('is kept for the private or the last agent for a time, then anybody gets it (INB-10, INB-11)', () => {
    const actions = routes({ privateAgent: '60 s', lastAgent: '30 s' });

    expect(branches('Route.reserve', actions)).toEqual([
      ['private', 'Route.private'],
      ['last', 'Route.last'],
    ]);
    expect(criteria('Route.private', actions)).toEqual(steps(agent('60')));
    expect(criteria('Route.last', actions)).toEqual(steps(agent('30')));
    expect(action('Route.reserve', actions)?.Transitions?.NextAction).toBe('Route.back');
  });

  it('is anybody’s with the skill, after the agent’s time or at once (INB-8)', () => {
    const both = routes({ lastAgent: '30 s', skill: 'polish' });

    expect(criteria('Route.last', both)).toEqual(steps(agent('30'), SKILL));
    expect(criteria('Route.skill', both)).toEqual(steps(SKILL));
    expect(branches('Route.reserve', routes({ skill: 'polish' }))).toEqual([
      ['none', 'Route.skill'],
    ]);
  });

  it('is not kept for no seconds', () => {
    const actions = routes({ privateAgent: '0 s', lastAgent: '30 s' });

    expect(branches('Route.reserve', actions)).toEqual([['last', 'Route.last']]);
  });

  it.each([
    {},
    { skill: 'polish' },
    { privateAgent: '9 s' },
    { lastAgent: '9 s', skill: 'polish' },
  ])('never leads nowhere: %j', (inbound) => {
    const actions = routes(inbound);
    const ends = ['End.sorry', 'one.hook', 'two.hook'];

    const left = [...targetsOf(actions)].filter((id) => !idsOf(actions).includes(id));

    expect(left.toSorted()).toEqual(ends);
  });
});
