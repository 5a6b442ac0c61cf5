import type { Recording } from '../../../language/recording.ts';
import type { Check } from '../check-facts.ts';
import { recordingUses } from '../recording-uses.ts';

const MOST_BYTES = 50_000_000;
const MOST_SECONDS = 300;

/**
 * Recordings and music are in a format that Connect plays or that we convert (IVR-21, INB-5,
 * PRI-6).
 */
export const recordingFormat: Check = function* ({ definitions, places, recordings }) {
  for (const { file, path } of recordingUses(definitions)) {
    const recording = recordings[file];
    const problem = recording && problemWith(file, recording);
    if (problem === undefined) continue;
    yield { at: places.valueAt(path), message: `'${file}' ${problem}` };
  }
};

function problemWith(file: string, recording: Recording): string | undefined {
  const named = file.endsWith('.mp3') ? 'mp3' : 'wav';
  if (recording.kind !== named) return `is not ${named === 'mp3' ? 'an MP3' : 'a WAV'} file`;
  if (recording.kind === 'mp3') return tooLong(recording.seconds);
  const { encoding, channels, rate, seconds, bytes } = recording;
  if (encoding !== 'µ-law' || channels !== 1 || rate !== 8000) {
    return `has ${rate} Hz, ${channels === 1 ? 'one channel' : `${channels} channels`} and ${encoding} encoding`;
  }
  if (seconds >= MOST_SECONDS) return tooLong(seconds);
  return bytes >= MOST_BYTES ? `has ${Math.round(bytes / 1_000_000)} MB` : undefined;
}

function tooLong(seconds: number): string | undefined {
  return seconds >= MOST_SECONDS ? `is ${Math.round(seconds)} s long` : undefined;
}
