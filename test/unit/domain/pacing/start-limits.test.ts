import { describe, expect, it } from 'vitest';
import type { PacingCall, PacingFacts } from '../../../../lib/domain/pacing/facts.ts';
import { pace } from '../../../../lib/domain/pacing/pace.ts';
import { DEFAULT_PACING } from '../../../../lib/domain/pacing/settings.ts';
import { aFloor, agents, calls } from './a-floor.ts';

const callRate = { callsPerSecond: 2, burst: 5 };
const gate = (name: string, inFlight: readonly PacingCall[], over: Partial<PacingFacts> = {}) => {
  const mode = 'progressive';
  const facts = aFloor({ mode, agents: agents(100, 'free'), calls: inFlight, callRate, ...over });
  const { calls: started, gates } = pace(facts);
  return { started, gate: gates.find((each) => each.gate === name) };
};

describe('limits of the calls one decision starts', () => {
  it('are what the rate can take up before the next tick, less the orders that still wait', () => {
    const found = [calls(50), calls(6, 'dialing'), calls(40, 'dialing')].map((inFlight) =>
      gate('call-rate', inFlight),
    );

    expect(found).toEqual([
      { started: 15, gate: { gate: 'call-rate', passed: false, saw: 0, limit: 15 } },
      { started: 9, gate: { gate: 'call-rate', passed: false, saw: 6, limit: 15 } },
      { started: 0, gate: { gate: 'call-rate', passed: false, saw: 40, limit: 15 } },
    ]);
  });

  it('leave the rate out in preview, where orders wait for agents', () => {
    expect(gate('call-rate', [], { mode: 'preview' })).toEqual({ started: 100, gate: undefined });
  });

  it('are also the lines the campaign has left', () => {
    const settings = { ...DEFAULT_PACING, maxCallsInFlight: 20 };

    expect(gate('lines', calls(12), { settings })).toEqual({
      started: 8,
      gate: { gate: 'lines', passed: false, saw: 12, limit: 20 },
    });
  });

  it('are passed when the mode wants no more than they allow', () => {
    const found = [14, 15, 16].map((free) =>
      gate('call-rate', [], { agents: agents(free, 'free') }),
    );

    expect(found.map(({ started }) => started)).toEqual([14, 15, 15]);
    expect(found.map((each) => each.gate?.passed)).toEqual([true, true, false]);
  });
});
