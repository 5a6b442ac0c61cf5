import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWav, secondsOf } from '../../../../lib/domain/inbound/wav.ts';
import { aWav, heard, type WavInput } from '../../../support/a-wav.ts';

const cut = (input: WavInput, from: number, to: number) => {
  const result = cutWav(aWav(input), from, to);
  if (result.kind !== 'cut') throw new Error(result.because);
  return result;
};

describe('cutting a message out of a recording', () => {
  it('takes the seconds asked for', () => {
    const { wav, seconds } = cut({ seconds: 10 }, 3, 6);

    expect(heard(wav)).toEqual([3, 4, 5]);
    expect(seconds).toBe(3);
    expect(secondsOf(wav)).toBe(3);
  });

  it('passes over other chunks, whatever their length', () => {
    expect(heard(cut({ seconds: 4, list: true }, 1, 3).wav)).toEqual([1, 2]);
  });

  it.each([0, 0xffffffff])(
    'reads a recording written as a stream, with a length of %i',
    (saysLength) => {
      expect(heard(cut({ seconds: 4, saysLength }, 2, 4).wav)).toEqual([2, 3]);
    },
  );

  it('never cuts a frame in two', () => {
    const { wav, seconds } = cut({ seconds: 4, rate: 10, frame: 4 }, 0.33, 1.77);

    expect(seconds * 10).toBeCloseTo(Math.round(seconds * 10), 9);
    expect(secondsOf(wav)).toBe(seconds);
  });

  it('keeps within the recording, whatever is asked for', () => {
    const anything = fc.double({ min: -5, max: 15, noNaN: true });
    fc.assert(
      fc.property(anything, anything, (from, to) => {
        const { wav, seconds } = cut({ seconds: 5 }, from, to);
        const expected = Math.max(0, Math.min(5, to) - Math.max(0, Math.min(5, from)));
        expect(Math.abs(seconds - expected)).toBeLessThan(0.2);
        expect(secondsOf(wav)).toBeCloseTo(seconds, 9);
      }),
    );
  });

  it.each([
    ['a text', new TextEncoder().encode('this is no sound at all')],
    ['nothing', new Uint8Array()],
    ['a WAV file without sound', aWav({ seconds: 1 }).subarray(0, 30)],
    ['a WAV file without a rate', aWav({ seconds: 1, rate: 0 })],
  ])('says that %s is no WAV file', (_, file) => {
    expect(cutWav(file, 0, 1)).toEqual({ kind: 'no-wav', because: expect.any(String) });
    expect(secondsOf(file)).toBeUndefined();
  });
});
