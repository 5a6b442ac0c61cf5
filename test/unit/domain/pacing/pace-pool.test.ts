import { describe, expect, it } from 'vitest';
import type { PoolCampaign, PoolFacts } from '../../../../lib/domain/pacing/facts.ts';
import { paceAgentPool } from '../../../../lib/domain/pacing/pace-pool.ts';
import type { PacingAgent } from '../../../../lib/domain/pacing/pacing-agent.ts';
import { DEFAULT_PACING } from '../../../../lib/domain/pacing/settings.ts';
import { aFloor, agents, calls, experience, NOON } from './a-floor.ts';

const known = experience(2000, 3);

function campaign(id: string, over: Partial<PoolCampaign> = {}): PoolCampaign {
  const { mode, settings, recent } = aFloor();
  return {
    ...{ id, mode, settings, recent, model: known, calls: [] },
    ...{ priority: 50, groups: ['team'], served: 0, ...over },
  };
}

function pool(
  campaigns: readonly PoolCampaign[],
  team: readonly PacingAgent[],
  over: Partial<PoolFacts> = {},
): PoolFacts {
  return { now: NOON, campaigns, agents: new Map([['team', team]]), callers: [], ...over };
}

const started = (facts: PoolFacts): Readonly<Record<string, number>> =>
  Object.fromEntries([...paceAgentPool(facts)].map(([id, { calls: n }]) => [id, n]));
const total = (facts: PoolFacts): number =>
  Object.values(started(facts)).reduce((sum, n) => sum + n, 0);

/** Ten agents, two of them free. */
const TEAM = [...agents(2, 'free'), ...agents(6, 'talking', 40), ...agents(2, 'wrap-up', 10)];

describe('campaigns that share agents', () => {
  it.each([1, 2, 4, 8])('start as many calls when they are %d as one would alone', (count) => {
    const many = Array.from({ length: count }, (_, n) => campaign(`c${n}`));

    const alone = total(pool([campaign('alone')], TEAM));
    const together = total(pool(many, TEAM));

    expect(alone).toBeGreaterThan(3);
    expect(Math.abs(together - alone)).toBeLessThanOrEqual(2);
  });

  it('keep the part of the agents busy that their answers in the window say', () => {
    const share = (id: string, answered: number) => {
      const { recent } = aFloor();
      return campaign(id, { recent: { ...recent, answered, abandoned: 0 } });
    };
    const elsewhere = { ...share('elsewhere', 500), groups: ['night'] };

    const decisions = paceAgentPool(
      pool([share('much', 290), share('little', 90), share('new', 0), elsewhere], TEAM),
    );

    // ten answers stand for one that has had none
    const portions = [...decisions].map(([id, { figures }]) => [id, figures.portion]);
    expect(portions).toEqual([
      ['much', 300 / 410],
      ['little', 100 / 410],
      ['new', 10 / 410],
      ['elsewhere', undefined],
    ]);
  });

  it('share the calls by turns, so that each has as many answers', () => {
    const often = campaign('often', { model: experience(2000, 2) });
    const rarely = campaign('rarely', { model: experience(2000, 6) });

    const { often: some = 0, rarely: more = 0 } = started(
      pool([often, rarely], agents(30, 'free')),
    );

    expect(more / some).toBeGreaterThan(2);
    expect(more / some).toBeLessThan(4);
  });

  it('let whoever has had fewer answers come first, but not make up for hours without people to call', () => {
    const one = (served: number) => {
      const settings = { ...DEFAULT_PACING, maxCallsInFlight: 100 };
      const over = { mode: 'progressive', settings } as const;
      const facts = [campaign('a', { ...over, served: 500 }), campaign('b', { ...over, served })];
      return started(pool(facts, agents(60, 'free')));
    };

    expect(one(499)).toEqual({ a: 28, b: 32 });
    expect(one(0)).toEqual(one(490));
  });

  it('start the calls of the higher priority first, and give the others what it leaves (CAM-12)', () => {
    const mode = 'progressive' as const;
    const low = campaign('low', { mode, priority: 10 });
    const high = (available?: number) => campaign('high', { mode, priority: 90, available });

    expect(started(pool([low, high()], agents(5, 'free')))).toEqual({ low: 0, high: 5 });
    expect(started(pool([low, high(2)], agents(5, 'free')))).toEqual({ low: 3, high: 2 });
    expect(started(pool([low, high(0)], agents(5, 'free')))).toEqual({ low: 5, high: 0 });
  });

  it('take no risk for a lower priority that the higher one could not bear', () => {
    const strict = { ...DEFAULT_PACING, cap: 0.002, window: 'thirty-days' } as const;
    const lax = { ...DEFAULT_PACING, window: 'thirty-days' } as const;
    const low = campaign('low', { priority: 10, settings: lax });
    const high = (available?: number) =>
      campaign('high', { priority: 90, settings: strict, available });

    const beside = total(pool([low, high()], TEAM));

    expect(beside).toBeLessThan(total(pool([low, high(0)], TEAM)));
  });

  it('count the calls of the others in flight against the same agents', () => {
    const busy = campaign('busy', { calls: calls(12), available: 0 });

    expect(total(pool([campaign('a'), busy], TEAM))).toBeLessThan(
      total(pool([campaign('a')], TEAM)),
    );
    expect(
      total(pool([campaign('a'), campaign('b', { groups: ['else'], calls: calls(12) })], TEAM)),
    ).toBe(total(pool([campaign('a')], TEAM)));
  });

  it('count every call of a campaign that must lose none as answered', () => {
    const three = { calls: calls(3), available: 0 };
    const beside = (mode: 'progressive' | 'predictive') =>
      total(
        pool([campaign('a'), campaign('b', { ...three, mode })], [...TEAM, ...agents(3, 'free')]),
      );

    expect(beside('progressive')).toBeLessThan(beside('predictive'));
  });

  it('let one whose day bears no more loss go on with one call per free agent that no other call may take', () => {
    const over = { answered: 100, abandoned: 5, since: NOON - 3_600_000, until: NOON + 3_600_000 };
    const spent = campaign('spent', { recent: over });
    const other = (inFlight: number, age = 5) =>
      campaign('other', { calls: calls(inFlight, 'ringing', age), available: 0 });

    expect(started(pool([spent, other(0)], TEAM))).toEqual({ spent: 2, other: 0 });
    expect(started(pool([spent, other(1)], TEAM))).toEqual({ spent: 1, other: 0 });
    expect(started(pool([spent, other(40, 24)], TEAM))).toEqual({ spent: 0, other: 0 });
    expect(started(pool([spent, other(40)], TEAM))).toEqual({ spent: 0, other: 0 });
  });

  it('start none beyond the free agents at the start of a day, all together', () => {
    const fresh = { answered: 0, abandoned: 0, since: NOON, until: NOON + 3_600_000 };
    const four = ['a', 'b', 'c', 'd'].map((id) => campaign(id, { recent: fresh }));

    expect(total(pool(four, agents(6, 'free')))).toBe(6);
    expect(
      total(pool([campaign('e', { recent: fresh, calls: calls(4) }), ...four], agents(6, 'free'))),
    ).toBe(2);
  });

  it('keep an agent for every caller who waits, and some for those to come', () => {
    const groups = ['team'];
    const free = agents(4, 'free');
    const some = campaign('a', { mode: 'progressive' });
    const beside = (waiting: number, perSecond: number) => ({
      callers: [{ groups, waiting, perSecond }],
    });

    expect(total(pool([some], free, beside(3, 0)))).toBe(1);
    expect(total(pool([campaign('a')], TEAM, beside(0, 0.2)))).toBeLessThan(
      total(pool([campaign('a')], TEAM)),
    );
  });

  it('order no more together than Connect can take up', () => {
    const callRate = { callsPerSecond: 1, burst: 3 };
    const mode = 'progressive' as const;
    const three = ['a', 'b', 'c'].map((id) => campaign(id, { mode, calls: calls(1, 'dialing') }));

    expect(total(pool(three, agents(50, 'free'), { callRate }))).toBe(5);
  });
});

describe('queues whose groups overlap', () => {
  const groups = (sizes: Readonly<Record<string, number>>) =>
    new Map(Object.entries(sizes).map(([group, free]) => [group, agents(free, 'free')]));
  const progressive = (id: string, of: readonly string[]) =>
    campaign(id, { mode: 'progressive', groups: of });

  it('use every agent once', () => {
    const three = [
      progressive('north', ['a', 'b']),
      progressive('middle', ['b', 'c']),
      progressive('south', ['c', 'd']),
    ];

    const sum = total(pool(three, [], { agents: groups({ a: 3, b: 3, c: 3, d: 3 }) }));

    expect(sum).toBeGreaterThanOrEqual(11);
    expect(sum).toBeLessThanOrEqual(13);
  });

  it('leave a campaign its own agents, whatever goes on beside', () => {
    const one = progressive('one', ['a']);
    const two = campaign('two', { mode: 'progressive', groups: ['b'], calls: calls(50) });

    expect(started(pool([one, two], [], { agents: groups({ a: 2, b: 2 }) }))).toEqual({
      one: 2,
      two: 0,
    });
  });

  it('decide for three hundred agents and twelve campaigns within the tick', () => {
    const names = Array.from({ length: 12 }, (_, n) => `g${n}`);
    const twelve = names.map((name, n) =>
      campaign(name, { groups: [name, names[(n + 1) % 12] ?? name], calls: calls(10) }),
    );
    const busy = [...agents(4, 'free'), ...agents(20, 'talking', 60), ...agents(4, 'wrap-up')];
    const facts = pool(twelve, [], { agents: new Map(names.map((name) => [name, [...busy]])) });

    const before = process.hrtime.bigint();
    const sum = total(facts);
    const milliseconds = Number(process.hrtime.bigint() - before) / 1e6;

    expect(sum).toBeGreaterThan(0);
    expect(milliseconds).toBeLessThan(2000);
  });
});
