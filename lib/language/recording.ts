// What a file in recordings/ is, from its headers. Connect plays WAV files of 8 kHz, one channel
// and µ-law, under 50 MB and five minutes; anything else is accepted at deployment and sounds
// wrong. MP3 files are converted before that.
// docs.aws.amazon.com/connect/latest/adminguide/play.html

import { readMp3 } from './mp3.ts';

export type Recording =
  | {
      readonly kind: 'wav';
      readonly encoding: 'µ-law' | 'A-law' | 'PCM' | 'other';
      readonly channels: number;
      /** Samples per second. */
      readonly rate: number;
      readonly seconds: number;
      readonly bytes: number;
    }
  | { readonly kind: 'mp3'; readonly seconds: number }
  | { readonly kind: 'other' };

const ENCODINGS: Readonly<Record<number, 'µ-law' | 'A-law' | 'PCM'>> = {
  1: 'PCM',
  6: 'A-law',
  7: 'µ-law',
};

export function readRecording(bytes: Uint8Array): Recording {
  const wav = readWav(bytes);
  if (wav.kind === 'wav') return wav;
  const mp3 = readMp3(bytes);
  return mp3 ? { kind: 'mp3', seconds: mp3.seconds } : wav;
}

/** A RIFF file is a list of chunks: four letters, a length, content padded to even length. */
function readWav(bytes: Uint8Array): Recording {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (lettersAt(bytes, 0) !== 'RIFF' || lettersAt(bytes, 8) !== 'WAVE') return { kind: 'other' };
  let format: { code: number; channels: number; rate: number; bytesPerSecond: number } | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const content = at + 8;
    if (lettersAt(bytes, at) === 'fmt ' && content + 16 <= bytes.length) {
      format = {
        code: view.getUint16(content, true),
        channels: view.getUint16(content + 2, true),
        rate: view.getUint32(content + 4, true),
        bytesPerSecond: view.getUint32(content + 8, true),
      };
    }
    if (lettersAt(bytes, at) === 'data' && format) {
      const { code, channels, rate, bytesPerSecond } = format;
      const seconds = bytesPerSecond > 0 ? length / bytesPerSecond : 0;
      const encoding = ENCODINGS[code] ?? 'other';
      return { kind: 'wav', encoding, channels, rate, seconds, bytes: bytes.length };
    }
    at = content + length + (length % 2);
  }
  return { kind: 'other' };
}

function lettersAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
