// Cutting a piece out of a WAV file: RIFF chunks, of which `fmt ` says how long a frame is and
// `data` holds the sound. Any encoding with frames of one length will do (PCM, µ-law); whoever
// wrote the file as a stream may have left its lengths open.
export type Cut =
  | { readonly kind: 'cut'; readonly wav: Uint8Array; readonly seconds: number }
  | { readonly kind: 'no-wav'; readonly because: string };

interface Sound {
  /** The chunk `fmt `, with its header. */
  readonly format: Uint8Array;
  readonly data: Uint8Array;
  readonly bytesPerSecond: number;
  readonly frame: number;
}

/** Seconds of sound in the file; undefined when it is no WAV file. */
export function secondsOf(file: Uint8Array): number | undefined {
  const sound = read(file);
  return typeof sound === 'string' ? undefined : sound.data.length / sound.bytesPerSecond;
}

/** @param from seconds from the beginning @param to exclusive; both are kept within the file */
export function cutWav(file: Uint8Array, from: number, to: number): Cut {
  const sound = read(file);
  if (typeof sound === 'string') return { kind: 'no-wav', because: sound };
  const { data, frame, bytesPerSecond } = sound;
  const at = (seconds: number) => {
    const bytes = Math.round(Math.max(0, seconds) * bytesPerSecond);
    return Math.min(data.length - (data.length % frame), bytes - (bytes % frame));
  };
  const piece = data.subarray(at(from), Math.max(at(from), at(to)));
  return { kind: 'cut', wav: write(sound.format, piece), seconds: piece.length / bytesPerSecond };
}

function read(file: Uint8Array): Sound | string {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 12 || textAt(file, 0) !== 'RIFF' || textAt(file, 8) !== 'WAVE') {
    return 'it does not begin as a WAV file does';
  }
  let format: Uint8Array | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const id = textAt(file, at);
    const length = view.getUint32(at + 4, true);
    const begin = at + 8;
    const end = Math.min(file.length, begin + length);
    if (id === 'fmt ' && end - begin >= 16) format = file.subarray(at, end);
    if (id === 'data') return soundOf(file, format, begin, length);
    at = begin + length + (length % 2);
  }
  return 'it holds no sound';
}

/**
 * A length of nothing, or of more than there is, is that of a stream: the sound goes on to the end.
 */
function soundOf(
  file: Uint8Array,
  format: Uint8Array | undefined,
  begin: number,
  length: number,
): Sound | string {
  if (format === undefined) return 'nothing says how its sound is encoded';
  const view = new DataView(format.buffer, format.byteOffset, format.byteLength);
  const bytesPerSecond = view.getUint32(16, true);
  const frame = view.getUint16(20, true);
  if (bytesPerSecond === 0 || frame === 0) return 'its sound has no steady rate';
  const end = length === 0 ? file.length : Math.min(file.length, begin + length);
  return { format, data: file.subarray(begin, end), bytesPerSecond, frame };
}

function write(format: Uint8Array, piece: Uint8Array): Uint8Array {
  const padding = piece.length % 2;
  const wav = new Uint8Array(12 + format.length + 8 + piece.length + padding);
  const view = new DataView(wav.buffer);
  putText(wav, 0, 'RIFF');
  view.setUint32(4, wav.length - 8, true);
  putText(wav, 8, 'WAVE');
  wav.set(format, 12);
  const data = 12 + format.length;
  putText(wav, data, 'data');
  view.setUint32(data + 4, piece.length, true);
  wav.set(piece, data + 8);
  return wav;
}

const textAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

function putText(bytes: Uint8Array, at: number, text: string): void {
  for (let n = 0; n < text.length; n++) bytes[at + n] = text.charCodeAt(n);
}
