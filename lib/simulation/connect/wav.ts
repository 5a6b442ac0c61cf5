// Sound as Connect records it: WAV, 8 kHz. Voices are tones, one for prompts and one for people, so
// that tests can distinguish a cut-out message from what surrounded it.

/** What is heard from one moment to another, milliseconds from the beginning. */
export interface Sound {
  readonly from: number;
  readonly to: number;
  readonly by: 'system' | 'person';
}

const RATE = 8000;
const HEADER = 44;
const PITCH = { system: 440, person: 180 } as const;
const LOUDNESS = 9000;

/** @param length milliseconds */
export function renderWav(length: number, sounds: readonly Sound[]): Buffer {
  const samples = Math.round((length / 1000) * RATE);
  const wav = Buffer.alloc(HEADER + samples * 2);
  writeHeader(wav, samples);
  for (const { from, to, by } of sounds) {
    const first = Math.max(0, Math.round((from / 1000) * RATE));
    const last = Math.min(samples, Math.round((to / 1000) * RATE));
    for (let n = first; n < last; n++) {
      const value = Math.sin((2 * Math.PI * PITCH[by] * n) / RATE) * LOUDNESS;
      wav.writeInt16LE(Math.round(value), HEADER + n * 2);
    }
  }
  return wav;
}

/** Mono, 16 bits. */
function writeHeader(wav: Buffer, samples: number): void {
  wav.write('RIFF', 0);
  wav.writeUInt32LE(HEADER - 8 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
}

/** How long a recording plays, milliseconds; undefined for what is no WAV file. */
export function wavLength(file: Buffer): number | undefined {
  if (file.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= file.length; ) {
    const chunk = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    if (chunk === 'fmt ') bytesPerSecond = file.readUInt32LE(at + 16);
    if (chunk === 'data') return bytesPerSecond === 0 ? undefined : (size / bytesPerSecond) * 1000;
    at += 8 + size + (size % 2);
  }
  return undefined;
}
