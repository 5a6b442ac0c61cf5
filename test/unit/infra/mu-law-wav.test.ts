import { describe, expect, it } from 'vitest';
import { muLawWav, type PcmSound } from '../../../lib/infra/connect/mu-law-wav.ts';
import { readRecording } from '../../../lib/language/recording.ts';
import { linear } from '../../support/mu-law.ts';

const HEADER = 44;
const samplesOf = (sound: PcmSound) => [...muLawWav(sound).subarray(HEADER)];
const one = (...samples: readonly number[]) =>
  samplesOf({ channels: [new Float32Array(samples)], rate: 8000 });

function tone(hertz: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from(
    { length: rate * seconds },
    (_, n) => Math.sin((2 * Math.PI * hertz * n) / rate) * 0.5,
  );
}

const loudness = (samples: readonly number[]) =>
  Math.sqrt(samples.reduce((sum, code) => sum + linear(code) ** 2, 0) / samples.length);

describe('sound as Connect plays it (INB-5)', () => {
  it('is a WAV file of 8 kHz, one channel and µ-law', () => {
    const sound = { channels: [tone(440, 44_100, 2), tone(440, 44_100, 2)], rate: 44_100 };

    const wav = muLawWav(sound);

    expect(readRecording(wav)).toEqual({
      kind: 'wav',
      encoding: 'µ-law',
      channels: 1,
      rate: 8000,
      seconds: 2,
      bytes: HEADER + 16_000,
    });
  });

  it('has the codes of G.711', () => {
    expect(one(0, 1, -1, 1000 / 32_767)).toEqual([0xff, 0x80, 0x00, 0xce]);
  });

  it('is cut off where it is louder than a file can hold', () => {
    expect(one(3, -3)).toEqual([0x80, 0x00]);
  });

  it('comes back as it was, within the steps of µ-law', () => {
    const samples = tone(300, 8000, 0.1);

    const back = samplesOf({ channels: [samples], rate: 8000 }).map(linear);

    const worst = Math.max(...back.map((value, n) => Math.abs(value - (samples[n] ?? 0))));
    expect(worst).toBeLessThan(0.02);
  });

  it('is the average of its channels', () => {
    const left = new Float32Array([0.5, 0.5]);
    const right = new Float32Array([-0.5, 0.5]);

    const [first, second] = samplesOf({ channels: [left, right], rate: 8000 });

    expect(first).toBe(0xff);
    expect(linear(second ?? 0)).toBeCloseTo(0.5, 1);
  });

  it('keeps what a telephone carries and loses what it cannot', () => {
    const at = (hertz: number) =>
      loudness(samplesOf({ channels: [tone(hertz, 48_000, 0.5)], rate: 48_000 }));

    expect(at(440)).toBeGreaterThan(0.3);
    expect(at(8000)).toBeLessThan(0.02);
  });

  it('is as long as before when it has fewer samples to begin with', () => {
    expect(samplesOf({ channels: [tone(300, 4000, 1)], rate: 4000 })).toHaveLength(8000);
  });

  it('of nothing is a file without sound', () => {
    expect(muLawWav({ channels: [], rate: 44_100 })).toHaveLength(HEADER);
  });
});
