import { describe, expect, it } from 'vitest';
import { withinCallRate } from '../../../lib/domain/call-rate.ts';
import type { PacingCall } from '../../../lib/domain/pacing/facts.ts';
import { NOW } from '../../support/records.ts';

const calls = (dialing: number, ringing: number): readonly PacingCall[] => [
  ...Array.from({ length: dialing }, () => ({ state: 'dialing', since: NOW }) as const),
  ...Array.from({ length: ringing }, () => ({ state: 'ringing', since: NOW }) as const),
];

describe('orders within the rate of Connect', () => {
  it('are the calls wanted while the rate can take them up before the next tick', () => {
    const ordered = withinCallRate(15, calls(0, 50), { callsPerSecond: 2, burst: 5 });

    expect(ordered).toEqual({
      calls: 15,
      gate: { gate: 'call-rate', passed: true, saw: 0, limit: 15 },
    });
  });

  it('are fewer when orders wait already, and none when they fill the beat', () => {
    const rate = { callsPerSecond: 2, burst: 5 };

    expect([
      withinCallRate(30, calls(6, 0), rate).calls,
      withinCallRate(30, calls(40, 0), rate).calls,
    ]).toEqual([9, 0]);
    expect(withinCallRate(30, calls(6, 0), rate).gate).toEqual({
      gate: 'call-rate',
      passed: false,
      saw: 6,
      limit: 15,
    });
  });
});
