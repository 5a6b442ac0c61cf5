// Everything that can be wrong with definitions beside their shape. A check is one function in one file that reads and
// reports; it never repairs. All of them run on what could be read, whatever is broken elsewhere, and all they find is told
// at once, in the order of the files.
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Loaded } from '../language/load.ts';
import { agentInTwoGroups } from './checks/agent-in-two-groups.ts';
import { answerBlock } from './checks/answer-block.ts';
import { askMissing } from './checks/ask-missing.ts';
import { authoriseFields } from './checks/authorise-fields.ts';
import { beforeCallWork } from './checks/before-call-work.ts';
import { callbackOutbound } from './checks/callback-outbound.ts';
import { campaignChannels } from './checks/campaign-channels.ts';
import { type Check, type CheckFacts, inboundCampaigns } from './checks/check-facts.ts';
import { choiceOptions } from './checks/choice-options.ts';
import { classifierRecontact } from './checks/classifier-recontact.ts';
import { columnFields } from './checks/column-fields.ts';
import { completePaths } from './checks/complete-paths.ts';
import { contactHours } from './checks/contact-hours.ts';
import { deadPath } from './checks/dead-path.ts';
import { emailColumn } from './checks/email-column.ts';
import { agentRungFirst, handlingDiffers, handlingMode, offerFor } from './checks/handling.ts';
import { hoursNeverMeet } from './checks/hours-never-meet.ts';
import { hoursNeverOpen } from './checks/hours-never-open.ts';
import { inboundNumbers } from './checks/inbound-numbers.ts';
import { ivrTestNames } from './checks/ivr-test-names.ts';
import { ivrTooBig } from './checks/ivr-too-big.ts';
import { ivrVoice } from './checks/ivr-voice.ts';
import { knownAgent } from './checks/known-agent.ts';
import { knownAttachment } from './checks/known-attachment.ts';
import { knownClassifier } from './checks/known-classifier.ts';
import { knownGroup } from './checks/known-group.ts';
import { knownHours } from './checks/known-hours.ts';
import { knownIvr } from './checks/known-ivr.ts';
import { knownLogin } from './checks/known-login.ts';
import { knownMailbox } from './checks/known-mailbox.ts';
import { knownNumber } from './checks/known-number.ts';
import { knownQueue } from './checks/known-queue.ts';
import { knownRecording } from './checks/known-recording.ts';
import { knownRule } from './checks/known-rule.ts';
import { knownSender } from './checks/known-sender.ts';
import { knownSkill } from './checks/known-skill.ts';
import { knownValue } from './checks/known-value.ts';
import { loopWithoutCall } from './checks/loop-without-call.ts';
import { loopWithoutWayOut } from './checks/loop-without-way-out.ts';
import { menuKeys } from './checks/menu-keys.ts';
import { messageTemplates } from './checks/message-templates.ts';
import { missingBlock } from './checks/missing-block.ts';
import { missingTile } from './checks/missing-tile.ts';
import { pacing } from './checks/pacing.ts';
import { pickupRate } from './checks/pickup-rate.ts';
import { prioritySteps } from './checks/priority-steps.ts';
import { queueOverflow } from './checks/queue-overflow.ts';
import { recontactAfterClose } from './checks/recontact-after-close.ts';
import { ringTime } from './checks/ring-time.ts';
import { ruleSize } from './checks/rule-size.ts';
import { scenarioNames } from './checks/scenario-names.ts';
import { scenarioLengths, scenarioRule } from './checks/scenario-rule.ts';
import { significantFields } from './checks/significant-fields.ts';
import { surveyRepeats } from './checks/survey-repeats.ts';
import { unreachableBlock } from './checks/unreachable-block.ts';
import { unreachableTile } from './checks/unreachable-tile.ts';
import { unusedIvr } from './checks/unused-ivr.ts';
import { unusedGroup, unusedQueue } from './checks/unused-parts.ts';
import { unusedPath } from './checks/unused-path.ts';
import { unusedRule } from './checks/unused-rule.ts';
import { voicemailMailbox } from './checks/voicemail-mailbox.ts';

const CHECKS: readonly Check[] = [
  agentInTwoGroups,
  beforeCallWork,
  choiceOptions,
  classifierRecontact,
  columnFields,
  completePaths,
  contactHours,
  deadPath,
  hoursNeverOpen,
  loopWithoutCall,
  missingTile,
  pacing,
  pickupRate,
  recontactAfterClose,
  ringTime,
  ruleSize,
  significantFields,
  unreachableTile,
  answerBlock,
  campaignChannels,
  agentRungFirst,
  handlingMode,
  offerFor,
  prioritySteps,
  inboundNumbers,
  knownLogin,
  knownValue,
  loopWithoutWayOut,
  menuKeys,
  missingBlock,
  surveyRepeats,
  unreachableBlock,
  emailColumn,
  hoursNeverMeet,
  knownAttachment,
  knownClassifier,
  knownGroup,
  knownHours,
  knownMailbox,
  knownNumber,
  knownQueue,
  knownRule,
  knownSender,
  messageTemplates,
  scenarioNames,
  scenarioLengths,
  scenarioRule,
  unusedRule,
  unusedQueue,
  unusedGroup,
  askMissing,
  authoriseFields,
  callbackOutbound,
  handlingDiffers,
  ivrTestNames,
  ivrVoice,
  knownAgent,
  knownIvr,
  knownRecording,
  knownSkill,
  queueOverflow,
  unusedIvr,
  unusedPath,
  voicemailMailbox,
];

/** Of what the definitions compile to; they can tell only of those that are right otherwise. */
const CHECKS_OF_FLOWS: readonly Check[] = [ivrTooBig];

/** Everything the loader and the checks find. */
export function checkLoaded(
  { readable, gaps, places, scenarios, ivrTests, diagnostics }: Loaded,
  material: Pick<CheckFacts, 'attachments' | 'recordings'>,
): readonly Diagnostic[] {
  const facts = { definitions: readable, gaps, places, scenarios, ivrTests, ...material };
  const found = [...diagnostics, ...CHECKS.flatMap((check) => [...check(facts)])];
  const right = { ...facts, definitions: compilable(facts, found) };
  const ofFlows = CHECKS_OF_FLOWS.flatMap((check) => [...check(right)]);
  return [...found, ...ofFlows].toSorted(inOrder);
}

/** With those campaigns only whose files, and those all campaigns share, could be read and are without an error. */
function compilable(
  { definitions, gaps }: CheckFacts,
  found: readonly Diagnostic[],
): CheckFacts['definitions'] {
  const wrong = new Set(
    found.filter(({ severity }) => severity === 'error').map(({ at }) => at.file),
  );
  const shared = [['centre'], ['hours'], ['groups'], ['queues']];
  const right = inboundCampaigns(definitions).filter(([id, { ivr }]) => {
    const files = [...shared, ['campaigns', id], ['ivrs', ivr]];
    const isRight = files.every(
      (place) => gaps.isWhole(place) && !wrong.has(`${place.join('/')}.yaml`),
    );
    return isRight && ivr in definitions.ivrs;
  });
  const campaigns = Object.fromEntries(right.map(([id, , campaign]) => [id, campaign]));
  return { ...definitions, campaigns };
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column;
}
