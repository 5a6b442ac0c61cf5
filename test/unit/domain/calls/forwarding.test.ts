import { describe, expect, it } from 'vitest';
import { takenOutside } from '../../../../lib/domain/calls/forwarding.ts';
import type { Instant } from '../../../../lib/domain/model/instant.ts';
import { at } from '../../../support/records.ts';

const call = (outcome: 'taken' | 'failed' | undefined, disconnected?: Instant) =>
  takenOutside({
    inbound: {
      ivr: 'reception',
      identity: 'one',
      forwarding: { block: 'branch', begin: at(10), ringsUntil: at(40), outcome },
    },
    timestamps: { disconnected },
  });

describe('whether a call was taken at a number outside (IVR-8)', () => {
  it('is no question for a call that was never forwarded', () => {
    const verdict = { verdict: { kind: 'not' }, gates: [] };

    expect(takenOutside({ timestamps: {} })).toEqual(verdict);
    const inbound = { ivr: 'reception', identity: 'one' } as const;
    expect(takenOutside({ inbound, timestamps: {} })).toEqual(verdict);
  });

  it('is as the flow says, however long the caller stayed', () => {
    expect(call('taken', at(11))).toEqual({
      verdict: { kind: 'taken', block: 'branch' },
      gates: [{ gate: 'flow-said-taken', passed: true, saw: 'taken' }],
    });
    expect(call('failed', at(999))).toEqual({
      verdict: { kind: 'not' },
      gates: [{ gate: 'flow-said-taken', passed: false, saw: 'failed' }],
    });
  });

  it.each([
    [at(39), 29, false],
    [at(40), 30, false],
    [at(41), 31, true],
  ])('follows from whether the caller stayed beyond the ringing', (hungUp, saw, passed) => {
    expect(call(undefined, hungUp).gates).toEqual([
      { gate: 'stayed-beyond-ringing', passed, saw, wanted: 30 },
    ]);
    expect(call(undefined, hungUp).verdict.kind).toBe(passed ? 'taken' : 'not');
  });

  it('is not so while the call goes on and the flow has said nothing', () => {
    expect(call(undefined)).toMatchObject({ verdict: { kind: 'not' }, gates: [{ saw: 0 }] });
  });
});
