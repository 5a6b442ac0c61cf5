// What of the run-time state starts the function that tells pages: agents who come and go, and
// nothing that a call writes.
import { describe, expect, it } from 'vitest';
import type { AgentActivity } from '../../../lib/domain/model/agent.ts';
import { matches } from '../../../lib/local/events/event-pattern.ts';
import { parseFilters } from '../../../lib/local/resources/lambda-event-source-mapping.ts';
import { deploymentOf, exampleDefinitions, ofType, synthesise } from './deployment.ts';

const cloud = synthesise(deploymentOf(await exampleDefinitions()));
const mapping = ofType(cloud, 'AWS::Lambda::EventSourceMapping').find(({ id }) =>
  id.startsWith('LiveAgents'),
);
const filters = parseFilters(mapping?.properties.FilterCriteria.Filters);
const starts = (event: object) => filters.some((filter) => matches(filter, { ...event }));

/** An agent of the board, as an update leaves it. */
const now = (activity: AgentActivity, formerly?: AgentActivity) => ({
  eventName: formerly === undefined ? 'INSERT' : 'MODIFY',
  dynamodb: {
    Keys: { pk: { S: 'agents#sales' }, sk: { S: 'eva' } },
    NewImage: { activity: { S: activity }, ...(formerly && { formerly: { S: formerly } }) },
  },
});

describe('pages are told of agents', () => {
  it.each([
    ['break', 'free'],
    ['break', 'leaving'],
    ['offline', 'free'],
    ['offline', 'break'],
    ['break', 'offline'],
    ['free', 'break'],
    ['free', 'offline'],
    ['ringing', 'break'],
    ['free', undefined],
  ] as const)('who are now %s, after %s', (activity, formerly) => {
    expect(starts(now(activity, formerly))).toBe(true);
  });

  it.each([
    ['ringing', 'free'],
    ['talking', 'ringing'],
    ['wrap-up', 'talking'],
    ['free', 'wrap-up'],
    ['leaving', 'talking'],
    ['free', 'free'],
    ['break', 'break'],
    ['offline', 'offline'],
  ] as const)('but not by a call, nor by a sign of life: %s after %s', (activity, formerly) => {
    expect(starts(now(activity, formerly))).toBe(false);
  });

  it('and of nothing else that is written beside them', () => {
    const keys = ['agent#eva', 'agents', 'live', 'ticket#x', 'campaign#spring', 'user#u-1'];

    const told = keys.filter((pk) =>
      starts({ eventName: 'INSERT', dynamodb: { Keys: { pk: { S: pk } }, NewImage: {} } }),
    );

    expect(told).toEqual([]);
  });
});
