// Sound as Connect plays it: a WAV file of 8,000 samples a second, one channel, µ-law (ITU-T
// G.711).

const RATE = 8000;
const MU_LAW = 7;
const HEADER_BYTES = 44;

/** Sound as decoders give it: one list of samples from -1 to 1 per channel. */
export interface PcmSound {
  readonly channels: readonly Float32Array[];
  /** Samples per second. */
  readonly rate: number;
}

export function muLawWav({ channels, rate }: PcmSound): Uint8Array {
  const samples = resampled(mixed(channels), rate);
  const wav = new Uint8Array(HEADER_BYTES + samples.length + (samples.length % 2));
  writeHeader(new DataView(wav.buffer), samples.length);
  for (const [n, sample] of samples.entries()) wav[HEADER_BYTES + n] = muLaw(sample);
  return wav;
}

/** One channel: the average of all. */
function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(), ...others] = channels;
  if (others.length === 0) return first;
  return first.map(
    (sample, n) =>
      others.reduce((sum, channel) => sum + (channel[n] ?? 0), sample) / channels.length,
  );
}

/**
 * Each new sample is the average of what it stands for. That is a plain low-pass filter, which
 * keeps what a telephone cannot carry from coming back as another tone.
 */
function resampled(samples: Float32Array, rate: number): Float32Array {
  const step = rate / RATE;
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, n) =>
    average(samples, n * step, (n + 1) * step),
  );
}

function average(samples: Float32Array, from: number, to: number): number {
  const first = Math.floor(from);
  const last = Math.max(first + 1, Math.floor(to));
  let sum = 0;
  for (let at = first; at < last; at++) sum += samples[at] ?? 0;
  return sum / (last - first);
}

const BIAS = 0x84;
const CLIP = 32_635;

/** Sign, exponent, mantissa, all bits inverted. */
function muLaw(sample: number): number {
  const value = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
  const magnitude = Math.min(CLIP, Math.abs(value)) + BIAS;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  const sign = value < 0 ? 0x80 : 0;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function writeHeader(view: DataView, samples: number): void {
  const letters = (at: number, text: string) => {
    for (const [n, letter] of [...text].entries()) view.setUint8(at + n, letter.charCodeAt(0));
  };
  letters(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + samples + (samples % 2), true);
  letters(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, MU_LAW, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  letters(36, 'data');
  view.setUint32(40, samples, true);
}
