import { diagnostic } from '../../language/diagnostic-codes.ts';
import { own } from '../../language/dictionary.ts';
import type { Path } from '../../language/read-yaml.ts';
import type { Recording } from '../../language/recording.ts';
import {
  type Check,
  type CheckFacts,
  inboundCampaigns,
  inboundPath,
  namesFrom,
  unlessKnown,
} from './check-facts.ts';
import { spokenByCampaigns, spokenInIvrs } from './spoken.ts';

const MOST_BYTES = 50_000_000;
const MOST_SECONDS = 300;

interface Use {
  readonly file: string;
  readonly path: Path;
}

/** Recordings and music are in recordings/, in the one format Connect plays (IVR-21, INB-5, PRI-6). */
export const knownRecording: Check = function* (facts) {
  const known = namesFrom(facts, Object.keys(facts.recordings));
  for (const { file, path } of uses(facts)) {
    const at = facts.places.valueAt(path);
    const recording = own(facts.recordings, file);
    const message = `there is no '${file}' in recordings/`;
    if (!recording) yield* unlessKnown('unknown-recording', file, known, at, message);
    const wrong = recording && wrongWith(recording);
    if (wrong === undefined) continue;
    yield diagnostic('recording-format', at, `'${file}' ${wrong}`);
  }
};

function uses({ definitions }: CheckFacts): readonly Use[] {
  const spoken = [...spokenInIvrs(definitions), ...spokenByCampaigns(definitions)];
  return [
    ...spoken.flatMap(({ say, path }) =>
      typeof say === 'string' ? [] : [{ file: say.recording, path: [...path, 'recording'] }],
    ),
    ...Object.entries(definitions.queues).flatMap(([id, { music }]) =>
      music === undefined ? [] : [{ file: music, path: ['queues', id, 'music'] }],
    ),
    ...inboundCampaigns(definitions).flatMap(([id, { holdMusic }]) =>
      holdMusic === undefined ? [] : [{ file: holdMusic, path: [...inboundPath(id), 'holdMusic'] }],
    ),
  ];
}

function wrongWith(recording: Recording): string | undefined {
  if (recording.kind === 'other') return 'is no WAV file';
  const { encoding, channels, rate, seconds, bytes } = recording;
  if (encoding !== 'µ-law' || channels !== 1 || rate !== 8000) {
    return `has ${rate} Hz, ${channels === 1 ? 'one channel' : `${channels} channels`}, encoding ${encoding}`;
  }
  if (seconds >= MOST_SECONDS) return `is ${Math.round(seconds)} s long`;
  return bytes >= MOST_BYTES ? `has ${Math.round(bytes / 1_000_000)} MB` : undefined;
}
