import { describe, expect, it } from 'vitest';
import { pace } from '../../../../lib/domain/pacing/pace.ts';
import { DEFAULT_PACING } from '../../../../lib/domain/pacing/settings.ts';
import { aFloor, agents, calls } from './a-floor.ts';

describe('preview (DIA-1)', () => {
  it('offers one contact to every free agent', () => {
    const facts = aFloor({
      mode: 'preview',
      agents: [...agents(3, 'free'), ...agents(2, 'talking')],
    });

    const decision = pace(facts);

    expect(decision.calls).toBe(3);
  });

  it('leaves the calls of agents who already prepare to them', () => {
    const facts = aFloor({
      mode: 'preview',
      agents: [...agents(2, 'free'), ...agents(1, 'preparing')],
      calls: calls(1),
    });

    const decision = pace(facts);

    expect(decision.calls).toBe(2);
  });

  it('counts a call nobody prepares for against a free agent', () => {
    const facts = aFloor({ mode: 'preview', agents: agents(2, 'free'), calls: calls(1) });

    const decision = pace(facts);

    expect(decision.calls).toBe(1);
  });
});

describe('agents who prepare', () => {
  const facts = {
    agents: [...agents(2, 'free'), ...agents(1, 'preparing')],
    calls: calls(1),
  };

  it('prepare for no call of a mode in which calls start by themselves', () => {
    expect(pace(aFloor({ mode: 'progressive', ...facts })).calls).toBe(1);
  });

  it('are not guessed at where calls name their agents', () => {
    const named = [...calls(1).map((call) => ({ ...call, hasAgent: true })), ...calls(1)];

    expect(pace(aFloor({ mode: 'preview', ...facts, calls: named })).calls).toBe(1);
    expect(pace(aFloor({ mode: 'progressive', ...facts, calls: named })).calls).toBe(1);
  });
});

describe('progressive', () => {
  it('starts one call for every free agent who has none in flight', () => {
    const facts = aFloor({ mode: 'progressive', agents: agents(4, 'free'), calls: calls(1) });

    const decision = pace(facts);

    expect(decision).toEqual({
      calls: 3,
      gates: [
        { gate: 'agents-online', passed: true, saw: 4 },
        { gate: 'agent-free', passed: true, saw: 4 },
        { gate: 'calls-for-free-agents', passed: true, saw: 1, limit: 4 },
      ],
      figures: { online: 4, free: 4, inFlight: 1, waiting: 0, share: 0.01 },
    });
  });

  it('starts nothing when more calls are in flight than agents are free', () => {
    const facts = aFloor({ mode: 'progressive', agents: agents(1, 'free'), calls: calls(3) });

    const decision = pace(facts);

    expect(decision.calls).toBe(0);
    expect(decision.gates.at(-1)).toEqual({
      gate: 'calls-for-free-agents',
      passed: false,
      saw: 3,
      limit: 1,
    });
  });
});

describe('ratio (DIA-2)', () => {
  const team = [...agents(3, 'free'), ...agents(5, 'talking'), ...agents(2, 'break')];

  it('dials two numbers for every agent online at a pickup rate of 50 %, breaks not counted', () => {
    const decision = pace(aFloor({ mode: 'ratio', agents: team }));

    expect(decision.calls).toBe(16);
    expect(decision.gates).toEqual([
      { gate: 'agents-online', passed: true, saw: 8 },
      { gate: 'calls-for-agents-online', passed: true, saw: 0, limit: 16 },
    ]);
  });

  it('keeps as many in flight while all agents talk', () => {
    const facts = aFloor({ mode: 'ratio', agents: agents(5, 'talking'), calls: calls(7) });

    expect(pace(facts).calls).toBe(3);
  });

  it('counts only free agents where the campaign says so', () => {
    const settings = { ...DEFAULT_PACING, per: 'free' } as const;

    const decision = pace(aFloor({ mode: 'ratio', agents: team, settings }));

    expect(decision.calls).toBe(6);
    expect(decision.gates.at(-1)).toEqual({
      gate: 'calls-for-free-agents',
      passed: true,
      saw: 0,
      limit: 6,
    });
  });

  it.each([
    { pickupRate: 1, calls: 3 },
    { pickupRate: 0.3, calls: 10 },
    { pickupRate: 0.25, calls: 12 },
    { pickupRate: 0.1, calls: 30 },
  ])('dials $calls numbers for three agents at a pickup rate of $pickupRate', (example) => {
    const settings = { ...DEFAULT_PACING, pickupRate: example.pickupRate };
    const facts = aFloor({ mode: 'ratio', agents: agents(3, 'free'), settings });

    const decision = pace(facts);

    expect(decision.calls).toBe(example.calls);
  });

  it('takes the calls already in flight off', () => {
    const facts = aFloor({ mode: 'ratio', agents: agents(3, 'free'), calls: calls(4) });

    const decision = pace(facts);

    expect(decision.calls).toBe(2);
  });
});
