import {
  type Check,
  outboundCampaigns,
  outboundPath,
  possibleStatuses,
  tilePath,
  tilesOfKind,
} from '../check-facts.ts';

/** A call ends as voicemail only where Connect detects answering machines (CBR-2, REC-5). */
export const voicemailNotDetected: Check = function* (facts) {
  yield* inRules(facts);
  yield* afterWhichTheNextNumberIsCalled(facts);
};

const inRules: Check = function* (facts) {
  const { definitions, places } = facts;
  const why = 'no campaign using the rule has machineDetection';
  for (const [rule, id, { paths }] of tilesOfKind(definitions, 'call-status')) {
    if (paths.voicemail === undefined || possibleStatuses(facts, rule).has('voicemail')) continue;
    const at = places.keyAt([...tilePath(rule, id), 'paths', 'voicemail']);
    yield { at, message: `'voicemail' of tile '${id}' can never be taken: ${why}` };
  }
  for (const [rule, id, { statuses }] of tilesOfKind(definitions, 'calls-with-status')) {
    const isAlone = statuses.every((status) => status === 'voicemail');
    if (!isAlone || possibleStatuses(facts, rule).has('voicemail')) continue;
    const at = places.valueAt([...tilePath(rule, id), 'statuses']);
    yield { at, message: `tile '${id}' counts nothing: ${why}` };
  }
};

const afterWhichTheNextNumberIsCalled: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { nextNumberAfter, machineDetection }] of outboundCampaigns(definitions)) {
    const index = nextNumberAfter.indexOf('voicemail');
    if (index < 0 || machineDetection) continue;
    if (!gaps.isWhole([...outboundPath(id), 'machineDetection'])) continue;
    const at = places.valueAt([...outboundPath(id), 'nextNumberAfter', index]);
    yield { at, message: `no call ends as voicemail: campaign '${id}' has no machineDetection` };
  }
};
