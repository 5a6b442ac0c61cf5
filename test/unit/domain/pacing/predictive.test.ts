import { describe, expect, it } from 'vitest';
import { emptyCallModel } from '../../../../lib/domain/pacing/call-model.ts';
import type { PacingDecision } from '../../../../lib/domain/pacing/facts.ts';
import { pace } from '../../../../lib/domain/pacing/pace.ts';
import { DEFAULT_PACING } from '../../../../lib/domain/pacing/settings.ts';
import { aFloor, agents, calls, experience, NOON } from './a-floor.ts';

const oneInFive = experience(4000, 5);
const oneInTwo = experience(4000, 2);
const spent = { answered: 500, abandoned: 20, since: NOON - 14_400_000, until: NOON + 60_000 };

const gate = ({ gates }: PacingDecision, name: string) => gates.find((one) => one.gate === name);

describe('predictive (NEW-6)', () => {
  it('starts more calls than agents are free, as few of them will be answered', () => {
    const facts = aFloor({ agents: agents(10, 'free'), model: oneInFive });

    const { calls: started } = pace(facts);

    expect(started).toBeGreaterThan(20);
    expect(started).toBeLessThan(50);
  });

  it('starts fewer calls the more of them are answered', () => {
    const floor = { agents: agents(10, 'free') };

    const [rare, often] = [oneInFive, oneInTwo].map((model) => pace(aFloor({ ...floor, model })));

    expect(often?.calls).toBeLessThan(rare?.calls ?? 0);
  });

  it('starts careful while nothing is known of the campaign', () => {
    const recent = { answered: 0, abandoned: 0, since: NOON, until: NOON + 14_400_000 };
    const settings = { ...DEFAULT_PACING, window: 'thirty-days' } as const;
    const floor = { agents: agents(30, 'free'), recent, settings };

    const fresh = pace(aFloor({ ...floor, model: emptyCallModel() }));
    const known = pace(aFloor({ ...floor, model: experience(4000, 3) }));

    expect(fresh.calls).toBeGreaterThanOrEqual(30);
    expect(fresh.calls).toBeLessThan(known.calls);
  });

  it('counts on agents who will be free when the calls are answered', () => {
    const busy = agents(40, 'wrap-up', 15);

    const { calls: started, figures } = pace(aFloor({ agents: busy, model: oneInFive }));

    expect(started).toBeGreaterThan(0);
    expect(figures.free).toBe(0);
    expect(figures.expectedFree).toBeGreaterThan(5);
  });

  it('counts on nobody who is on a break or about to leave', () => {
    const there = agents(5, 'free');
    const gone = [...agents(20, 'leaving', 200), ...agents(20, 'break', 200)];

    const [with_, without] = [[...there, ...gone], there].map((floor) =>
      pace(aFloor({ agents: floor, model: oneInFive })),
    );

    expect(with_?.calls).toBe(without?.calls);
  });

  it('takes off the calls in flight, young ones more than old ones', () => {
    const floor = { agents: agents(10, 'free'), model: oneInFive };

    const [none, young, old] = [[], calls(20, 'ringing', 4), calls(20, 'ringing', 16)].map(
      (flight) => pace(aFloor({ ...floor, calls: flight })),
    );

    expect(young?.calls).toBeLessThan((none?.calls ?? 0) - 10);
    expect(old?.calls).toBeGreaterThan(young?.calls ?? 0);
  });

  it('keeps an agent for every caller who waits', () => {
    const floor = { agents: agents(2, 'free'), model: oneInFive };

    const decision = pace(aFloor({ ...floor, calls: calls(2, 'waiting', 1) }));

    expect(decision.calls).toBe(0);
    expect(gate(decision, 'agent-in-sight')).toEqual({
      gate: 'agent-in-sight',
      passed: false,
      saw: 0,
      limit: 1 - (decision.figures.riskLimit ?? 0),
    });
  });

  it('degrades to one call per free agent when the day can bear no more loss', () => {
    const floor = { agents: [...agents(6, 'free'), ...agents(14, 'talking', 90)], recent: spent };

    const decision = pace(aFloor({ ...floor, model: oneInFive, calls: calls(2) }));

    expect(decision.calls).toBe(4);
    expect(gate(decision, 'losses-left')?.passed).toBe(false);
    expect(gate(decision, 'share-under-cap')).toEqual({
      gate: 'share-under-cap',
      passed: false,
      saw: 0.04,
      limit: 0.03,
    });
  });

  it('gives a single free agent few calls at once and more when those grow old', () => {
    const floor = { agents: agents(1, 'free', 30), model: oneInFive };

    const [first, young, old] = [[], calls(1, 'ringing', 5), calls(1, 'ringing', 16)].map(
      (flight) => pace(aFloor({ ...floor, calls: flight })),
    );

    expect(young?.calls).toBe(0);
    expect(first?.calls).toBeGreaterThan(0);
    expect(old?.calls).toBeGreaterThan(0);
  });

  it('takes risks up to the limit and refuses the call beyond it', () => {
    const { calls: started, figures } = pace(
      aFloor({ agents: agents(10, 'free'), model: oneInFive }),
    );

    const { riskTaken = 1, riskLimit = 0, riskRefused = 0 } = figures;
    expect(started).toBeGreaterThan(0);
    expect(riskTaken).toBeLessThanOrEqual(riskLimit);
    expect(riskRefused).toBeGreaterThan(riskLimit);
  });

  it('starts no more beyond the free agents than the day bears if all of them were lost', () => {
    const recent = {
      answered: 330,
      abandoned: 7,
      since: NOON - 14_400_000,
      until: NOON + 14_400_000,
    };

    const decision = pace(
      aFloor({ agents: agents(10, 'free'), calls: calls(4), model: oneInFive, recent }),
    );

    expect(decision.calls).toBe(8);
    expect(gate(decision, 'worst-case')).toEqual({
      gate: 'worst-case',
      passed: false,
      saw: 2,
      limit: 2,
    });
  });

  it('asks for no worst case over thirty days', () => {
    const settings = { ...DEFAULT_PACING, window: 'thirty-days' } as const;

    const decision = pace(aFloor({ agents: agents(10, 'free'), model: oneInFive, settings }));

    expect(gate(decision, 'worst-case')).toBeUndefined();
  });

  it('works out no burst that there is no room for', () => {
    const callRate = { callsPerSecond: 2, burst: 5 };

    const decision = pace(aFloor({ agents: agents(50, 'free'), model: oneInFive, callRate }));

    expect(decision.calls).toBe(15);
    expect(decision.gates.at(-1)).toEqual({ gate: 'call-rate', passed: false, saw: 0, limit: 15 });
    expect(decision.figures.riskRefused).toBeLessThan(decision.figures.riskLimit ?? 0);
  });
});
