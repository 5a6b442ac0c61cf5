import { describe, expect, it } from 'vitest';
import type { PacingCall, PacingFacts } from '../../../../lib/domain/pacing/facts.ts';
import { DEFAULT_PACING } from '../../../../lib/domain/pacing/settings.ts';
import { startLimitGate, startLimits } from '../../../../lib/domain/pacing/start-limits.ts';
import { aFloor, calls } from './a-floor.ts';

const callRate = { callsPerSecond: 2, burst: 5 };
const rooms = (flying: readonly PacingCall[], over: Partial<PacingFacts> = {}) =>
  startLimits(aFloor({ calls: flying, callRate, ...over }));

describe('room for calls', () => {
  it('is what the rate can take up before the next tick, less the orders that still wait', () => {
    const [none, some, many] = [calls(50), calls(6, 'dialing'), calls(40, 'dialing')].map(
      (flying) => rooms(flying),
    );

    expect(none).toEqual([{ gate: 'call-rate', calls: 15, saw: 0, limit: 15 }]);
    expect(some).toEqual([{ gate: 'call-rate', calls: 9, saw: 6, limit: 15 }]);
    expect(many).toEqual([{ gate: 'call-rate', calls: 0, saw: 40, limit: 15 }]);
  });

  it('is not limited by the rate in preview, where orders wait for agents', () => {
    expect(rooms([], { mode: 'preview' })).toEqual([]);
  });

  it('is also what lines are left', () => {
    const settings = { ...DEFAULT_PACING, maxCallsInFlight: 20 };

    expect(rooms(calls(12), { settings })).toEqual([
      { gate: 'lines', calls: 8, saw: 12, limit: 20 },
      { gate: 'call-rate', calls: 15, saw: 0, limit: 15 },
    ]);
  });

  it('was too small when one call more would have been started', () => {
    const room = { gate: 'lines', calls: 8, saw: 12, limit: 20 };
    const passed = ([wanted, more]: readonly [number, boolean]) =>
      startLimitGate(room, wanted, more).passed;

    const cases = [
      [7, true],
      [8, false],
      [8, true],
      [9, false],
    ] as const;

    expect(cases.map(passed)).toEqual([true, true, false, false]);
  });
});
