// Everything that can be wrong with definitions whose shape is right. A check is one function in one file that
// reads and reports; it never repairs. All of them run, and all they find is told at once, in the order of the files.
import type { Definitions } from '../language/definitions.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Places } from '../language/places.ts';
import type { Recording } from '../language/recording.ts';
import type { IvrTest } from '../language/schema/ivr-test.ts';
import type { Scenario } from '../language/schema/scenario.ts';
import { agentInTwoGroups } from './checks/agent-in-two-groups.ts';
import { answerBlock } from './checks/answer-block.ts';
import { askMissing } from './checks/ask-missing.ts';
import { authoriseFields } from './checks/authorise-fields.ts';
import { beforeCallWork } from './checks/before-call-work.ts';
import { callbackOutbound } from './checks/callback-outbound.ts';
import { campaignChannels } from './checks/campaign-channels.ts';
import type { Check, FileCheck, FileFacts } from './checks/check-facts.ts';
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

export interface Checked {
  readonly definitions: Definitions;
  readonly places: Places;
  readonly scenarios?: Readonly<Record<string, readonly Scenario[]>>;
  /** Names of the files in attachments/. */
  readonly attachments: readonly string[];
  readonly ivrTests?: Readonly<Record<string, readonly IvrTest[]>>;
  /** Files of recordings/ by name. */
  readonly recordings?: Readonly<Record<string, Recording>>;
}

/** Of one file each. */
const FILE_CHECKS: readonly FileCheck[] = [
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
];

/** Of what files say about each other. */
const CHECKS: readonly Check[] = [
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

export function checkDefinitions(checked: Checked): readonly Diagnostic[] {
  const facts = { scenarios: {}, ivrTests: {}, recordings: {}, ...checked };
  const found = CHECKS.flatMap((check) => [...check(facts)]);
  const all = [...found, ...FILE_CHECKS.flatMap((check) => [...check(facts)])];
  const isRight = !all.some(({ severity }) => severity === 'error');
  const ofFlows = isRight ? CHECKS_OF_FLOWS.flatMap((check) => [...check(facts)]) : [];
  return [...all, ...ofFlows].toSorted(inOrder);
}

/** What can be told of the files that could be read while others are broken. */
export function checkParts(facts: FileFacts): readonly Diagnostic[] {
  return FILE_CHECKS.flatMap((check) => [...check(facts)]).toSorted(inOrder);
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column;
}
