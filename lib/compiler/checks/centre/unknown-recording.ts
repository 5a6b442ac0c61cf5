import { type Check, namesFrom, unlessKnown } from '../check-facts.ts';
import { recordingUses } from '../recording-uses.ts';

/** Recordings and music are in recordings/ (IVR-21, INB-5, PRI-6, CAM-5). */
export const unknownRecording: Check = function* (facts) {
  const { definitions, places, recordings } = facts;
  const known = namesFrom(facts, Object.keys(recordings));
  for (const { file, path } of recordingUses(definitions)) {
    const message = `there is no '${file}' in recordings/`;
    yield* unlessKnown(file, known, places.valueAt(path), message);
  }
};
