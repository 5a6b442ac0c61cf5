// The checks by group and code, in the order docs/diagnostics.md lists them. A check is one file,
// named as the code it reports; the types see to it that no code is without one. A check reads and
// reports; it never repairs. What several checks need is in the files beside the groups.
import type { CheckGroup, CodeOf } from '../../language/diagnostic-codes.ts';
import { addressWithoutUse } from './campaign/address-without-use.ts';
import { agentRungFirst } from './campaign/agent-rung-first.ts';
import { alertWithoutMailbox } from './campaign/alert-without-mailbox.ts';
import { alertWithoutReader } from './campaign/alert-without-reader.ts';
import { beforeCallWork } from './campaign/before-call-work.ts';
import { callbackWithoutOutbound } from './campaign/callback-without-outbound.ts';
import { campaignNamedDirectory } from './campaign/campaign-named-directory.ts';
import { campaignWithoutChannel } from './campaign/campaign-without-channel.ts';
import { capWithoutUse } from './campaign/cap-without-use.ts';
import { choiceWithoutOptions } from './campaign/choice-without-options.ts';
import { classifierContradiction } from './campaign/classifier-contradiction.ts';
import { contactTypeNotOffered } from './campaign/contact-type-not-offered.ts';
import { emailColumnMissing } from './campaign/email-column-missing.ts';
import { emailWithoutUnsubscribe } from './campaign/email-without-unsubscribe.ts';
import { handlingDiffers } from './campaign/handling-differs.ts';
import { handlingMode } from './campaign/handling-mode.ts';
import { hoursNeverMeet } from './campaign/hours-never-meet.ts';
import { numberInTwoCampaigns } from './campaign/number-in-two-campaigns.ts';
import { offerFor } from './campaign/offer-for.ts';
import { pacingSettings } from './campaign/pacing-settings.ts';
import { personalDataInAddress } from './campaign/personal-data-in-address.ts';
import { pickupRate } from './campaign/pickup-rate.ts';
import { ratioAbandons } from './campaign/ratio-abandons.ts';
import { recontactPeriod } from './campaign/recontact-period.ts';
import { recordsNotTaken } from './campaign/records-not-taken.ts';
import { repliesToName } from './campaign/replies-to-name.ts';
import { repliesWithoutMailbox } from './campaign/replies-without-mailbox.ts';
import { ringTime } from './campaign/ring-time.ts';
import { significantFields } from './campaign/significant-fields.ts';
import { surveyRepeats } from './campaign/survey-repeats.ts';
import { textsAndCalls } from './campaign/texts-and-calls.ts';
import { unhandledLimit } from './campaign/unhandled-limit.ts';
import { unhandledUnseen } from './campaign/unhandled-unseen.ts';
import { unknownAddressField } from './campaign/unknown-address-field.ts';
import { unknownCampaign } from './campaign/unknown-campaign.ts';
import { unknownColumnField } from './campaign/unknown-column-field.ts';
import { unknownEvent } from './campaign/unknown-event.ts';
import { unknownField } from './campaign/unknown-field.ts';
import { unknownIvr } from './campaign/unknown-ivr.ts';
import { unknownRule } from './campaign/unknown-rule.ts';
import { unknownSkill } from './campaign/unknown-skill.ts';
import { webhookHost } from './campaign/webhook-host.ts';
import { webhookSecret } from './campaign/webhook-secret.ts';
import { webhookTarget } from './campaign/webhook-target.ts';
import { webhookWithoutMailbox } from './campaign/webhook-without-mailbox.ts';
import { agentInTwoGroups } from './centre/agent-in-two-groups.ts';
import { breakNameTaken } from './centre/break-name-taken.ts';
import { centreWithoutCampaign } from './centre/centre-without-campaign.ts';
import { datePattern } from './centre/date-pattern.ts';
import { hlrSettings } from './centre/hlr-settings.ts';
import { hoursNeverOpen } from './centre/hours-never-open.ts';
import { numberNeedsPapers } from './centre/number-needs-papers.ts';
import { overQuota } from './centre/over-quota.ts';
import { priorityStepsFall } from './centre/priority-steps-fall.ts';
import { queueOverflowLoop } from './centre/queue-overflow-loop.ts';
import { recordingFormat } from './centre/recording-format.ts';
import { repliesAtMailbox } from './centre/replies-at-mailbox.ts';
import { repliesUnread } from './centre/replies-unread.ts';
import { templateSyntax } from './centre/template-syntax.ts';
import { unknownAgent } from './centre/unknown-agent.ts';
import { unknownCountry } from './centre/unknown-country.ts';
import { unknownGroup } from './centre/unknown-group.ts';
import { unknownHours } from './centre/unknown-hours.ts';
import { unknownMailbox } from './centre/unknown-mailbox.ts';
import { unknownNumber } from './centre/unknown-number.ts';
import { unknownQueue } from './centre/unknown-queue.ts';
import { unknownRecording } from './centre/unknown-recording.ts';
import { unknownSender } from './centre/unknown-sender.ts';
import { unknownSupervisor } from './centre/unknown-supervisor.ts';
import { unusedGroup } from './centre/unused-group.ts';
import { unusedQueue } from './centre/unused-queue.ts';
import type { Check } from './check-facts.ts';
import { answerBlock } from './ivr/answer-block.ts';
import { askMissing } from './ivr/ask-missing.ts';
import { fieldMissing } from './ivr/field-missing.ts';
import { loopWithoutWayOut } from './ivr/loop-without-way-out.ts';
import { menuWithoutKeys } from './ivr/menu-without-keys.ts';
import { missingBlock } from './ivr/missing-block.ts';
import { spokenTemplate } from './ivr/spoken-template.ts';
import { tooMuchAfterQueue } from './ivr/too-much-after-queue.ts';
import { unknownLanguage } from './ivr/unknown-language.ts';
import { unknownLogin } from './ivr/unknown-login.ts';
import { unknownValue } from './ivr/unknown-value.ts';
import { unknownVoice } from './ivr/unknown-voice.ts';
import { unreachableBlock } from './ivr/unreachable-block.ts';
import { unusedIvr } from './ivr/unused-ivr.ts';
import { unusedPath } from './ivr/unused-path.ts';
import { voicemailWithoutMailbox } from './ivr/voicemail-without-mailbox.ts';
import { attachmentsTooLarge } from './rule/attachments-too-large.ts';
import { deadPath } from './rule/dead-path.ts';
import { hlrWithoutProvider } from './rule/hlr-without-provider.ts';
import { incompletePaths } from './rule/incomplete-paths.ts';
import { loopWithoutCall } from './rule/loop-without-call.ts';
import { missingTile } from './rule/missing-tile.ts';
import { recontactAfterClose } from './rule/recontact-after-close.ts';
import { redialAtOnce } from './rule/redial-at-once.ts';
import { ruleTooBig } from './rule/rule-too-big.ts';
import { textInMoreParts } from './rule/text-in-more-parts.ts';
import { unknownAttachment } from './rule/unknown-attachment.ts';
import { unknownClassifier } from './rule/unknown-classifier.ts';
import { unknownParameter } from './rule/unknown-parameter.ts';
import { unreachableTile } from './rule/unreachable-tile.ts';
import { unusedRule } from './rule/unused-rule.ts';
import { voicemailNotDetected } from './rule/voicemail-not-detected.ts';
import { scriptLoop } from './script/script-loop.ts';
import { scriptMissingPage } from './script/script-missing-page.ts';
import { scriptQuestionTwice } from './script/script-question-twice.ts';
import { scriptUnknownAnswer } from './script/script-unknown-answer.ts';
import { scriptUnreachablePage } from './script/script-unreachable-page.ts';
import { unknownScript } from './script/unknown-script.ts';
import { unusedScript } from './script/unused-script.ts';
import { ivrTestUnknownName } from './tests/ivr-test-unknown-name.ts';
import { ivrTestWithoutIvr } from './tests/ivr-test-without-ivr.ts';
import { scenarioLengths } from './tests/scenario-lengths.ts';
import { scenarioUnknownName } from './tests/scenario-unknown-name.ts';
import { scenarioWithoutRule } from './tests/scenario-without-rule.ts';

type ChecksOf<G extends CheckGroup> = Readonly<Record<CodeOf<G>, Check>>;

/** centre.yaml, hours, groups and queues, and what is named of them anywhere. */
const CENTRE: ChecksOf<'centre'> = {
  'unknown-hours': unknownHours,
  'unknown-group': unknownGroup,
  'unknown-queue': unknownQueue,
  'unknown-agent': unknownAgent,
  'unknown-number': unknownNumber,
  'unknown-mailbox': unknownMailbox,
  'unknown-supervisor': unknownSupervisor,
  'replies-unread': repliesUnread,
  'replies-at-mailbox': repliesAtMailbox,
  'unknown-sender': unknownSender,
  'unknown-recording': unknownRecording,
  'recording-format': recordingFormat,
  'unknown-country': unknownCountry,
  'number-needs-papers': numberNeedsPapers,
  'over-quota': overQuota,
  'template-syntax': templateSyntax,
  'date-pattern': datePattern,
  'hours-never-open': hoursNeverOpen,
  'hlr-settings': hlrSettings,
  'agent-in-two-groups': agentInTwoGroups,
  'break-name-taken': breakNameTaken,
  'queue-overflow-loop': queueOverflowLoop,
  'priority-steps-fall': priorityStepsFall,
  'centre-without-campaign': centreWithoutCampaign,
  'unused-queue': unusedQueue,
  'unused-group': unusedGroup,
};

/** Campaigns: their fields, classifiers and channels. */
const CAMPAIGN: ChecksOf<'campaign'> = {
  'campaign-without-channel': campaignWithoutChannel,
  'campaign-named-directory': campaignNamedDirectory,
  'texts-and-calls': textsAndCalls,
  'replies-to-name': repliesToName,
  'replies-without-mailbox': repliesWithoutMailbox,
  'unknown-rule': unknownRule,
  'unknown-ivr': unknownIvr,
  'unknown-skill': unknownSkill,
  'unknown-field': unknownField,
  'personal-data-in-address': personalDataInAddress,
  'unknown-column-field': unknownColumnField,
  'unknown-address-field': unknownAddressField,
  'significant-fields': significantFields,
  'choice-without-options': choiceWithoutOptions,
  'email-column-missing': emailColumnMissing,
  'email-without-unsubscribe': emailWithoutUnsubscribe,
  'address-without-use': addressWithoutUse,
  'recontact-period': recontactPeriod,
  'classifier-contradiction': classifierContradiction,
  'unknown-campaign': unknownCampaign,
  'records-not-taken': recordsNotTaken,
  'contact-type-not-offered': contactTypeNotOffered,
  'unhandled-limit': unhandledLimit,
  'unhandled-unseen': unhandledUnseen,
  'cap-without-use': capWithoutUse,
  'ring-time': ringTime,
  'pickup-rate': pickupRate,
  'ratio-abandons': ratioAbandons,
  'pacing-settings': pacingSettings,
  'before-call-work': beforeCallWork,
  'handling-mode': handlingMode,
  'agent-rung-first': agentRungFirst,
  'offer-for': offerFor,
  'handling-differs': handlingDiffers,
  'hours-never-meet': hoursNeverMeet,
  'number-in-two-campaigns': numberInTwoCampaigns,
  'callback-without-outbound': callbackWithoutOutbound,
  'alert-without-reader': alertWithoutReader,
  'alert-without-mailbox': alertWithoutMailbox,
  'unknown-event': unknownEvent,
  'webhook-target': webhookTarget,
  'webhook-host': webhookHost,
  'webhook-secret': webhookSecret,
  'webhook-without-mailbox': webhookWithoutMailbox,
  'survey-repeats': surveyRepeats,
};

/** Callback rules: the graph of tiles and what tiles name. */
const RULE: ChecksOf<'rule'> = {
  'missing-tile': missingTile,
  'unknown-parameter': unknownParameter,
  'unreachable-tile': unreachableTile,
  'incomplete-paths': incompletePaths,
  'dead-path': deadPath,
  'loop-without-call': loopWithoutCall,
  'recontact-after-close': recontactAfterClose,
  'voicemail-not-detected': voicemailNotDetected,
  'redial-at-once': redialAtOnce,
  'unknown-classifier': unknownClassifier,
  'hlr-without-provider': hlrWithoutProvider,
  'unknown-attachment': unknownAttachment,
  'attachments-too-large': attachmentsTooLarge,
  'text-in-more-parts': textInMoreParts,
  'rule-too-big': ruleTooBig,
  'unused-rule': unusedRule,
};

/** IVRs: the graph of blocks and what blocks name and say. */
const IVR: ChecksOf<'ivr'> = {
  'answer-block': answerBlock,
  'missing-block': missingBlock,
  'unreachable-block': unreachableBlock,
  'loop-without-way-out': loopWithoutWayOut,
  'unused-path': unusedPath,
  'menu-without-keys': menuWithoutKeys,
  'ask-missing': askMissing,
  'field-missing': fieldMissing,
  'unknown-login': unknownLogin,
  'unknown-value': unknownValue,
  'spoken-template': spokenTemplate,
  'unknown-language': unknownLanguage,
  'unknown-voice': unknownVoice,
  'voicemail-without-mailbox': voicemailWithoutMailbox,
  'too-much-after-queue': tooMuchAfterQueue,
  'unused-ivr': unusedIvr,
};

/** Call scripts: their pages, and what jumps ask. */
const SCRIPT: ChecksOf<'script'> = {
  'unknown-script': unknownScript,
  'script-missing-page': scriptMissingPage,
  'script-unreachable-page': scriptUnreachablePage,
  'script-loop': scriptLoop,
  'script-question-twice': scriptQuestionTwice,
  'script-unknown-answer': scriptUnknownAnswer,
  'unused-script': unusedScript,
};

/** Scenarios of rules and tests of IVRs. */
const TESTS: ChecksOf<'tests'> = {
  'scenario-without-rule': scenarioWithoutRule,
  'scenario-lengths': scenarioLengths,
  'scenario-unknown-name': scenarioUnknownName,
  'ivr-test-without-ivr': ivrTestWithoutIvr,
  'ivr-test-unknown-name': ivrTestUnknownName,
};

export const CHECKS = { ...CENTRE, ...CAMPAIGN, ...RULE, ...IVR, ...SCRIPT, ...TESTS } as const;
export type CheckCode = keyof typeof CHECKS;
