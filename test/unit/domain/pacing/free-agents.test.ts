import { describe, expect, it } from 'vitest';
import { agentsTakenNow, callsOfOthers } from '../../../../lib/domain/pacing/free-agents.ts';
import { callsForAnyAgent } from '../../../../lib/domain/pacing/pacer.ts';
import { DEFAULT_PACING } from '../../../../lib/domain/pacing/settings.ts';
import { agents, calls } from './a-floor.ts';
import { member, pacerOf, poolCampaign, viewOf } from './a-pool.ts';

const free = { team: agents(4, 'free') };

describe('agents that calls of other campaigns take now', () => {
  it('are one for each call of a campaign that must lose none', () => {
    const others = [member('progressive', { calls: calls(2), started: 1 })];

    expect(agentsTakenNow(viewOf(others, free))).toBe(3);
  });

  it('are a part of one for each call of a fixed ratio, and one for who waits', () => {
    const both = [...calls(4), ...calls(1, 'waiting')];

    expect(agentsTakenNow(viewOf([member('ratio', { calls: both, started: 2 })], free))).toBe(
      1 + 6 * DEFAULT_PACING.pickupRate,
    );
  });

  it('are only those who wait, of a campaign that looks ahead: it bears its own losses', () => {
    const both = [...calls(4), ...calls(2, 'waiting')];

    expect(agentsTakenNow(viewOf([member('predictive', { calls: both, started: 3 })], free))).toBe(
      2,
    );
  });

  it('are one for each call of a campaign that looks ahead and may lose none any more', () => {
    const spent = poolCampaign('spent', {
      calls: calls(2),
      recent: { answered: 0, abandoned: 0, since: 0, until: 1 },
    });
    const pacer = pacerOf(spent, free.team);

    expect(pacer.oneToOne).toBe(true);
    expect(agentsTakenNow(viewOf([{ pacer, calls: 1 }], free))).toBe(3);
  });

  it('are none for calls that have an agent of their own', () => {
    const own = calls(2).map((call) => ({ ...call, hasAgent: true }));
    const campaign = poolCampaign('preview', { mode: 'preview', calls: [...own, ...calls(1)] });

    expect(callsForAnyAgent(campaign)).toEqual(calls(1));
    expect(agentsTakenNow(viewOf([{ pacer: pacerOf(campaign), calls: 0 }], free))).toBe(1);
  });

  it('are as many as fall on the groups in common, by who is free there', () => {
    const team = [...agents(1, 'free'), ...agents(9, 'talking')];
    const others = [member('progressive', { calls: calls(4), groups: ['team', 'night'] })];

    const taken = agentsTakenNow(viewOf(others, { team, night: agents(3, 'free') }));

    expect(taken).toBe(1);
  });

  it('are none of a campaign with other groups', () => {
    const others = [member('progressive', { calls: calls(4), groups: ['night'] })];

    expect(agentsTakenNow(viewOf(others, { ...free, night: agents(3, 'free') }))).toBe(0);
  });

  it('are one for everybody who called and waits', () => {
    const callers = [{ groups: ['team'], waiting: 3, perSecond: 1 }];

    expect(agentsTakenNow(viewOf([], free, { callers }))).toBe(3);
  });
});

describe('calls of others that may take an agent', () => {
  it('are all in flight and started, whatever their campaign looks ahead to, and callers', () => {
    const others = [
      member('predictive', { calls: calls(2), started: 3 }),
      member('ratio', { calls: [...calls(1), ...calls(1, 'waiting')] }),
    ];
    const callers = [{ groups: ['team'], waiting: 4, perSecond: 0 }];

    expect(callsOfOthers(viewOf(others, free, { callers }))).toBe(5 + 2 + 4);
  });

  it('are as many as fall on the groups in common', () => {
    const others = [member('progressive', { calls: calls(4), groups: ['team', 'night'] })];
    const callers = [{ groups: ['team', 'night'], waiting: 8, perSecond: 0 }];
    const view = viewOf(others, { team: agents(1, 'free'), night: agents(3, 'free') }, { callers });

    expect(callsOfOthers(view)).toBe((4 + 8) / 4);
  });
});
