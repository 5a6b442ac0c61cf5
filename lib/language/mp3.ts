// What an MP3 file holds, read from the headers of its frames without decoding the sound: MPEG 1, 2
// and 2.5, layer III. The length is counted in frames, because a variable bit rate says nothing
// about it.

export interface Mp3 {
  readonly channels: number;
  /** Samples per second. */
  readonly rate: number;
  readonly seconds: number;
}

interface Frame {
  readonly bytes: number;
  readonly samples: number;
  readonly rate: number;
  readonly channels: number;
}

/** kbit/s by index; 0 is the free format, which nothing but test files uses. */
const BIT_RATES = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const RATES: readonly number[] = [44_100, 48_000, 32_000];
/** By the two bits of the version; 1 is reserved. */
const VERSIONS = [
  { bitRates: BIT_RATES.mpeg2, divisor: 4, samples: 576 },
  undefined,
  { bitRates: BIT_RATES.mpeg2, divisor: 2, samples: 576 },
  { bitRates: BIT_RATES.mpeg1, divisor: 1, samples: 1152 },
] as const;
const LAYER_III = 1;
const MONO = 3;
/** Fewer may be found by chance in any file. */
const LEAST_FRAMES = 3;

/**
 * undefined when the file does not begin with frames of MP3, after tags that may stand before them
 */
export function readMp3(bytes: Uint8Array): Mp3 | undefined {
  let at = afterTags(bytes);
  let frames = 0;
  let samples = 0;
  let first: Frame | undefined;
  for (let frame = frameAt(bytes, at); frame; frame = frameAt(bytes, at)) {
    first ??= frame;
    frames += 1;
    samples += frame.samples;
    at += frame.bytes;
  }
  if (first === undefined || frames < LEAST_FRAMES) return undefined;
  return { channels: first.channels, rate: first.rate, seconds: samples / first.rate };
}

/** ID3v2 tags: ten bytes of header, the length in four bytes of seven bits. */
function afterTags(bytes: Uint8Array): number {
  let at = 0;
  while (String.fromCharCode(...bytes.subarray(at, at + 3)) === 'ID3') {
    const length = [6, 7, 8, 9].reduce((sum, n) => sum * 128 + ((bytes[at + n] ?? 0) & 0x7f), 0);
    at += 10 + length;
  }
  return at;
}

function frameAt(bytes: Uint8Array, at: number): Frame | undefined {
  const [sync = 0, kind = 0, coding = 0, mode = 0] = bytes.subarray(at, at + 4);
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || ((kind >> 1) & 3) !== LAYER_III) return undefined;
  const version = VERSIONS[(kind >> 3) & 3];
  const kilobits = version?.bitRates[coding >> 4] ?? 0;
  const base = RATES[(coding >> 2) & 3] ?? 0;
  if (version === undefined || kilobits === 0 || base === 0) return undefined;
  const rate = base / version.divisor;
  const padding = (coding >> 1) & 1;
  const length = Math.floor(((version.samples / 8) * kilobits * 1000) / rate) + padding;
  const channels = mode >> 6 === MONO ? 1 : 2;
  return { bytes: length, samples: version.samples, rate, channels };
}
