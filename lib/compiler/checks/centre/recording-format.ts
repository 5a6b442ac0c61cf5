import type { Recording } from '../../../language/recording.ts';
import type { Check } from '../check-facts.ts';
import { recordingUses } from '../recording-uses.ts';

const MOST_BYTES = 50_000_000;
const MOST_SECONDS = 300;

/** Recordings and music are in the one format Connect plays (IVR-21, INB-5, PRI-6). */
export const recordingFormat: Check = function* ({ definitions, places, recordings }) {
  for (const { file, path } of recordingUses(definitions)) {
    const recording = recordings[file];
    const problem = recording && problemWith(recording);
    if (problem === undefined) continue;
    yield { at: places.valueAt(path), message: `'${file}' ${problem}` };
  }
};

function problemWith(recording: Recording): string | undefined {
  if (recording.kind === 'other') return 'is not a WAV file';
  const { encoding, channels, rate, seconds, bytes } = recording;
  if (encoding !== 'µ-law' || channels !== 1 || rate !== 8000) {
    return `has ${rate} Hz, ${channels === 1 ? 'one channel' : `${channels} channels`} and ${encoding} encoding`;
  }
  if (seconds >= MOST_SECONDS) return `is ${Math.round(seconds)} s long`;
  return bytes >= MOST_BYTES ? `has ${Math.round(bytes / 1_000_000)} MB` : undefined;
}
