import { type Check, possibleStatuses, tilePath, tilesOfKind } from '../check-facts.ts';

/** A call ends as voicemail only where Connect detects answering machines (CBR-2). */
export const voicemailNotDetected: Check = function* (facts) {
  const { definitions, places } = facts;
  for (const [rule, id, { paths }] of tilesOfKind(definitions, 'call-status')) {
    if (paths.voicemail === undefined || possibleStatuses(facts, rule).has('voicemail')) continue;
    const at = places.keyAt([...tilePath(rule, id), 'paths', 'voicemail']);
    yield { at, message: `'voicemail' of tile '${id}' can never be taken: ${WHY}` };
  }
  for (const [rule, id, { statuses }] of tilesOfKind(definitions, 'calls-with-status')) {
    const isAlone = statuses.every((status) => status === 'voicemail');
    if (!isAlone || possibleStatuses(facts, rule).has('voicemail')) continue;
    const at = places.valueAt([...tilePath(rule, id), 'statuses']);
    yield { at, message: `tile '${id}' counts nothing: ${WHY}` };
  }
};

const WHY = 'no campaign using the rule has machineDetection';
