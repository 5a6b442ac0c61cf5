import { describe, expect, it } from 'vitest';
import { pace } from '../../../../lib/domain/pacing/pace.ts';
import { DEFAULT_PACING, PACING_MODES } from '../../../../lib/domain/pacing/settings.ts';
import { aFloor, agents, calls } from './a-floor.ts';

describe('pace (NEW-6)', () => {
  it.each(PACING_MODES)('starts nothing in mode %s while nobody is online', (mode) => {
    const facts = aFloor({ mode, agents: [...agents(2, 'break'), ...agents(3, 'leaving')] });

    const decision = pace(facts);

    expect(decision).toEqual({
      calls: 0,
      gates: [{ gate: 'agents-online', passed: false, saw: 0 }],
      figures: { online: 0, free: 0, inFlight: 0, waiting: 0, share: 0.01 },
    });
  });

  it.each(PACING_MODES)('never takes more lines in mode %s than the campaign has', (mode) => {
    const settings = { ...DEFAULT_PACING, maxCallsInFlight: 5 };
    const facts = aFloor({ mode, agents: agents(20, 'free'), calls: calls(3), settings });

    const decision = pace(facts);

    expect(decision.calls).toBe(2);
    expect(decision.gates.at(-1)).toEqual({ gate: 'lines', passed: false, saw: 3, limit: 5 });
  });

  it('starts nothing when the lines were lowered below what is in flight', () => {
    const settings = { ...DEFAULT_PACING, maxCallsInFlight: 2 };
    const facts = aFloor({
      mode: 'progressive',
      agents: agents(9, 'free'),
      calls: calls(3),
      settings,
    });

    const decision = pace(facts);

    expect(decision.calls).toBe(0);
  });

  it.each(PACING_MODES)('decides the same again in mode %s and leaves its facts alone', (mode) => {
    const facts = aFloor({
      mode,
      agents: [...agents(3, 'free'), ...agents(7, 'talking', 40), ...agents(2, 'wrap-up', 10)],
      calls: [...calls(6), ...calls(1, 'waiting', 1)],
    });
    const before = JSON.stringify(facts);

    const decisions = [pace(facts), pace(structuredClone(facts))];

    expect(decisions[0]).toEqual(decisions[1]);
    expect(JSON.stringify(facts)).toBe(before);
  });
});
