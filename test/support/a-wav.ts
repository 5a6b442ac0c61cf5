// Sound as Connect records it, or nearly: each second holds its own number, so a test hears what
// was cut out.
export interface WavInput {
  readonly seconds: number;
  /** Frames a second. */
  readonly rate?: number;
  /** Bytes of a frame. */
  readonly frame?: number;
  /** A chunk before the sound, as many recorders write one. */
  readonly list?: boolean;
  /** What the header says of the length of the sound; the truth when missing. */
  readonly saysLength?: number;
}

const text = (value: string) => new TextEncoder().encode(value);

function number(value: number, bytes: 2 | 4): Uint8Array {
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  if (bytes === 2) view.setUint16(0, value, true);
  else view.setUint32(0, value, true);
  return out;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

export function aWav({
  seconds,
  rate = 8,
  frame = 2,
  list = false,
  saysLength,
}: WavInput): Uint8Array {
  const perSecond = rate * frame;
  const sound = Uint8Array.from({ length: seconds * perSecond }, (_, n) =>
    Math.floor(n / perSecond),
  );
  const format = joined(
    text('fmt '),
    number(16, 4),
    number(1, 2),
    number(1, 2),
    number(rate, 4),
    number(perSecond, 4),
    number(frame, 2),
    number(frame * 8, 2),
  );
  const extra = list
    ? joined(text('LIST'), number(3, 4), text('abc'), new Uint8Array(1))
    : new Uint8Array();
  const data = joined(text('data'), number(saysLength ?? sound.length, 4), sound);
  const body = joined(text('WAVE'), format, extra, data);
  return joined(text('RIFF'), number(body.length, 4), body);
}

/** The seconds one hears, each once. */
export function heard(wav: Uint8Array): readonly number[] {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  const at = String.fromCharCode(...wav).indexOf('data');
  const length = view.getUint32(at + 4, true);
  return [...new Set(wav.subarray(at + 8, at + 8 + length))];
}
