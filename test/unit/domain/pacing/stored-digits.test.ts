import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCallModel, learn } from '../../../../lib/domain/pacing/call-model.ts';
import { emptyMemory, type PacingMemory } from '../../../../lib/domain/pacing/pacing-memory.ts';
import { withStoredDigits } from '../../../../lib/domain/pacing/stored-digits.ts';

const MORNING = Date.parse('2026-03-02T07:00:00Z');

const memoryWith = (used: number): PacingMemory => ({
  ...emptyMemory(),
  model: { ...emptyCallModel(), use: { calls: 3, used } },
});

/** What a morning of calls leaves behind. */
function afterCalls(): PacingMemory {
  let model = emptyCallModel();
  for (let n = 0; n < 300; n++) {
    const startedAt = MORNING + n * 10_000;
    const rings = 3000 + ((n * 7919) % 23_000) + n;
    model = learn(model, { kind: 'rang', at: startedAt + rings, startedAt, answered: n % 3 === 0 });
    model = learn(model, { kind: 'talked', at: startedAt + 60_000, lasted: 20_000 + rings * 3 });
  }
  return { ...emptyMemory(), model };
}

describe('what the pacing stores', () => {
  it('keeps five digits of every number that is not whole', () => {
    const of = (used: number) => withStoredDigits(memoryWith(used)).model.use.used;

    expect([123.456789, 0.000123456789, -7.7777777, 99999.4].map(of)).toEqual([
      123.46, 0.00012346, -7.7778, 99999,
    ]);
  });

  it('leaves whole numbers, such as moments, as they are', () => {
    const at = 1_772_537_604_500;
    const memory = { ...emptyMemory(), hours: [{ at, answered: 123_456, abandoned: 0 }] };

    expect(withStoredDigits(memory).hours).toEqual(memory.hours);
  });

  it('is within a ten-thousandth of what was learned, and does not change when stored again', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), (used) => {
        const once = withStoredDigits(memoryWith(used));
        const kept = once.model.use.used;

        expect(Math.abs(kept - used) / used).toBeLessThan(1e-4);
        expect(withStoredDigits(once)).toEqual(once);
      }),
    );
  });

  it('compresses to less than two thirds', () => {
    const size = (memory: PacingMemory) => deflateRawSync(JSON.stringify(memory)).length;
    const memory = afterCalls();

    expect(size(withStoredDigits(memory))).toBeLessThan((size(memory) * 2) / 3);
  });
});
