import { describe, expect, it } from 'vitest';
import { agentIds, reservationOf } from '../../../../lib/domain/inbound/reservation.ts';
import type { AgentPresence } from '../../../../lib/domain/model/agent.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { NOW } from '../../../support/records.ts';

const presence = (agent: string, activity: AgentPresence['activity']): AgentPresence => ({
  agent: agentId(agent),
  arn: `arn:aws:connect:…/agent/u-${agent}`,
  group: 'team',
  activity,
  since: NOW,
  eventAt: NOW,
});
const record = { privateTo: agentId('tom'), lastAgent: agentId('eva') };
const waits = { privateAgent: 60, lastAgent: 30 };

describe('the agent a caller waits for (INB-10, INB-11)', () => {
  it.each([
    ['both are there', 'free', 'free', 'private'],
    ['the owner talks', 'talking', 'free', 'private'],
    ['the owner has a break', 'break', 'free', 'private'],
    ['the owner has left', 'offline', 'wrap-up', 'last'],
    ['both have left', 'offline', 'offline', 'none'],
  ] as const)('when %s: %s, %s → %s', (_, tom, eva, kind) => {
    const agents = [presence('tom', tom), presence('eva', eva)];

    expect(reservationOf({ record, ...waits, agents }).kind).toBe(kind);
  });

  it('comes with what was looked at, in order', () => {
    const eva = presence('eva', 'free');

    expect(reservationOf({ record, ...waits, agents: [eva] })).toEqual({
      kind: 'last',
      agent: eva,
      gates: [
        { gate: 'private-agent-there', passed: false, saw: 'unknown', wanted: 'tom' },
        { gate: 'last-agent-there', passed: true, saw: 'free', wanted: 'eva' },
      ],
    });
  });

  it.each([
    ['private', { lastAgent: 30 }, 'last'],
    ['last', { privateAgent: 60 }, 'private'],
    ['any', {}, 'none'],
  ] as const)('is not the %s agent where the campaign turns that off', (_, on, kind) => {
    const agents = [presence('tom', 'free'), presence('eva', 'free')];

    expect(reservationOf({ record, ...on, agents }).kind).toBe(kind);
  });

  it('is nobody for a caller without a record, or whose record has no agent', () => {
    const nobody = { kind: 'none', gates: [] };

    expect(reservationOf({ ...waits, agents: [presence('eva', 'free')] })).toEqual(nobody);
    expect(reservationOf({ ...waits, record: {}, agents: [presence('eva', 'free')] })).toEqual(
      nobody,
    );
  });
});

describe('what a flow learns about the caller’s agents', () => {
  it.each([
    ['free', 'free', { privateAgent: 'u-tom', lastAgent: 'u-eva' }],
    ['break', 'offline', { privateAgent: 'u-tom', lastAgent: 'none' }],
    ['offline', 'talking', { privateAgent: 'none', lastAgent: 'u-eva' }],
  ] as const)('are user ids of who is logged in: %s, %s', (tom, eva, expected) => {
    expect(agentIds(record, [presence('tom', tom), presence('eva', eva)])).toEqual(expected);
  });

  it('is none for a caller without a record', () => {
    expect(agentIds(undefined, [presence('eva', 'free')])).toEqual({
      privateAgent: 'none',
      lastAgent: 'none',
    });
  });
});
