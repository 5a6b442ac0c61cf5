// The flow every outbound call of the dialer runs when the callee answers: prepare the contact,
// then hand it to the queue named by the call's attributes. One flow serves every campaign that
// shares language and recording, because what differs per call travels as contact attributes of
// StartOutboundVoiceContact. Queue priority cannot travel that way: QueuePriority takes no path, so
// the flow compares an attribute with each level it knows. Every error is spoken to the callee
// before hanging up: a silent call is an offence in some countries.

import {
  type ComposedStep,
  chain,
  composeFlow,
  step,
  terminal,
  whenEquals,
} from './compose-flow.ts';
import type { Flow } from './flow.ts';
import { type CallLanguage, SPOKEN_TEXTS, type SpokenTexts, type Voice } from './spoken-texts.ts';

/** Contact attributes the outbound flow reads; place-call sets them. */
export const OUTBOUND_ATTRIBUTES = {
  /** Id of the campaign; read only when some campaigns' calls are recorded. */
  campaign: 'campaign',
  /** ARN of the Connect queue the answered call goes to. Required. */
  queueArn: 'queueArn',
  /** Queue priority, 1 is best; read only when the flow knows more than one level. */
  queuePriority: 'queuePriority',
  /**
   * ARN of the flow callees wait in; read only when `hooks.customerQueue` is the path of this
   * attribute.
   */
  queueFlowArn: 'queueFlowArn',
  /** ARN of the only agent who is to get the call (DIA-1); read only when calls may name one. */
  agentArn: 'agentArn',
} as const;

export interface OutboundFlowInput {
  readonly language: CallLanguage;
  /** Replaces the language's own voice. */
  readonly voice?: Voice;
  /** Write a log entry per action (UpdateFlowLoggingBehavior); left alone when absent. */
  readonly logging?: boolean;
  /** Record agent and customer (CAM-22). Connect knows no quality levels. */
  readonly recording: boolean;
  /** Campaigns whose calls are recorded although the others are not. */
  readonly recordedCampaigns?: readonly string[];
  /** Hang up on answering machines; needs calls placed with answering-machine detection. */
  readonly hangUpOnVoicemail?: boolean;
  /** Priority in the queue, 1 is served first, Connect's own default is 5 (PRI-3). */
  readonly queuePriority: number;
  /**
   * Levels a call may choose by its attribute `queuePriority`; any other value means
   * `queuePriority`.
   */
  readonly queuePriorityLevels?: readonly number[];
  /** A call may name the agent it is for, and then waits in that agent's own queue (DIA-1). */
  readonly callsMayNameAgent?: boolean;
  readonly hooks?: OutboundHooks;
  /** Replaces the language's own words. */
  readonly apology?: string;
}

/** ARNs of the flows to run for the contact; may be placeholders resolved at deployment. */
interface OutboundHooks {
  readonly customerQueue?: string;
  readonly customerWhisper?: string;
  readonly agentWhisper?: string;
}

const APOLOGY = 'apologise';
const HANG_UP = 'hang-up';
const ORELSE_APOLOGISE = { NoMatchingError: APOLOGY };

/** Renders the flow of answered outbound calls, type CONTACT_FLOW. Same input, same bytes. */
export function renderOutboundFlow(input: OutboundFlowInput): Flow {
  const texts = SPOKEN_TEXTS[input.language];
  const steps = [
    ...loggingStep(input.logging),
    ...voiceSteps(texts, input.voice ?? texts.voice),
    ...voicemailStep(input.hangUpOnVoicemail ?? false),
    ...recordingSteps(input.recording, input.recordedCampaigns ?? []),
    ...hookSteps(input.hooks ?? {}),
    targetStep(input.callsMayNameAgent ?? false),
    ...priorityStep(input.queuePriority, input.queuePriorityLevels ?? []),
    step(
      'queue-the-call',
      'TransferContactToQueue',
      {},
      {
        errors: { QueueAtCapacity: APOLOGY, NoMatchingError: APOLOGY },
        next: APOLOGY,
      },
    ),
    step(
      APOLOGY,
      'MessageParticipant',
      { Text: input.apology ?? texts.apology },
      {
        errors: { NoMatchingError: HANG_UP },
      },
    ),
  ];
  const actions = chain(steps, HANG_UP);
  return composeFlow('Outbound call', [...actions, terminal(HANG_UP, 'DisconnectParticipant')]);
}

/** Optional first step: logging on or off for this flow and those that follow it. */
export function loggingStep(logging: boolean | undefined): readonly ComposedStep[] {
  if (logging === undefined) return [];
  const FlowLoggingBehavior = logging ? 'Enabled' : 'Disabled';
  return [step('set-logging', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior })];
}

function voiceSteps(texts: SpokenTexts, voice: Voice): readonly ComposedStep[] {
  const speaks = { TextToSpeechVoice: voice.id, TextToSpeechEngine: voice.engine };
  const LanguageCode = texts.languageCode;
  return [
    step('set-voice', 'UpdateContactTextToSpeechVoice', speaks, { errors: ORELSE_APOLOGISE }),
    step('set-language', 'UpdateContactData', { LanguageCode }, { errors: ORELSE_APOLOGISE }),
  ];
}

/** A doubtful answer goes on to an agent: taking a person for a machine would be a silent call. */
function voicemailStep(hangUp: boolean): readonly ComposedStep[] {
  if (!hangUp) return [];
  const id = 'person-or-machine';
  return [
    {
      id,
      actions: (next) =>
        step(
          id,
          'CheckOutboundCallStatus',
          {},
          {
            errors: { NoMatchingError: next },
            conditions: [
              whenEquals('CallAnswered', next),
              whenEquals('VoicemailBeep', HANG_UP),
              whenEquals('VoicemailNoBeep', HANG_UP),
              whenEquals('NotDetected', next),
            ],
          },
        ).actions(next),
    },
  ];
}

function recordingSteps(recording: boolean, campaigns: readonly string[]): readonly ComposedStep[] {
  const usual = setRecording('set-recording', recording);
  if (recording || campaigns.length === 0) return [usual];
  const recorded = setRecording('record-the-call', true);
  const id = 'is-recorded';
  const ComparisonValue = `$.Attributes.${OUTBOUND_ATTRIBUTES.campaign}`;
  const conditions = campaigns.map((campaign) => whenEquals(campaign, recorded.id));
  const compared = { errors: { NoMatchingCondition: usual.id }, conditions };
  return [
    {
      id,
      actions: (next) => [
        ...step(id, 'Compare', { ComparisonValue }, compared).actions(usual.id),
        ...recorded.actions(next),
        ...usual.actions(next),
      ],
    },
  ];
}

function setRecording(id: string, recording: boolean): ComposedStep {
  const RecordedParticipants = recording ? ['Agent', 'Customer'] : [];
  const RecordingBehavior = { RecordedParticipants, IVRRecordingBehavior: 'Disabled' };
  return step(id, 'UpdateContactRecordingBehavior', { RecordingBehavior });
}

/** One action per hook: the service refuses two keys in one. */
function hookSteps(hooks: OutboundHooks): readonly ComposedStep[] {
  const wanted = [
    ['hook-customer-queue', 'CustomerQueue', hooks.customerQueue],
    ['hook-customer-whisper', 'CustomerWhisper', hooks.customerWhisper],
    ['hook-agent-whisper', 'AgentWhisper', hooks.agentWhisper],
  ] as const;
  return wanted.flatMap(([id, hook, arn]) =>
    arn === undefined
      ? []
      : [
          step(
            id,
            'UpdateContactEventHooks',
            { EventHooks: { [hook]: arn } },
            { errors: ORELSE_APOLOGISE },
          ),
        ],
  );
}

/**
 * A missing attribute reads as an empty text, and there is no question "is it set?": ARNs begin
 * with "arn:".
 */
function targetStep(callsMayNameAgent: boolean): ComposedStep {
  const queue = takeTarget('take-the-queue', 'QueueId', OUTBOUND_ATTRIBUTES.queueArn);
  if (!callsMayNameAgent) return queue;
  const agent = takeTarget('take-the-agent', 'AgentId', OUTBOUND_ATTRIBUTES.agentArn);
  const id = 'agent-or-queue';
  const ComparisonValue = `$.Attributes.${OUTBOUND_ATTRIBUTES.agentArn}`;
  const named = { Operator: 'TextStartsWith', Operands: ['arn:'] };
  return {
    id,
    actions: (next) => [
      ...step(
        id,
        'Compare',
        { ComparisonValue },
        {
          errors: { NoMatchingCondition: queue.id },
          conditions: [{ NextAction: agent.id, Condition: named }],
        },
      ).actions(queue.id),
      ...agent.actions(next),
      ...queue.actions(next),
    ],
  };
}

function takeTarget(id: string, parameter: 'QueueId' | 'AgentId', attribute: string): ComposedStep {
  const parameters = { [parameter]: `$.Attributes.${attribute}` };
  return step(id, 'UpdateContactTargetQueue', parameters, { errors: ORELSE_APOLOGISE });
}

function priorityStep(usual: number, levels: readonly number[]): readonly ComposedStep[] {
  const others = [...new Set(levels)].filter((level) => level !== usual);
  if (others.length === 0) return [setPriority(usual)];
  const id = 'which-priority';
  const ComparisonValue = `$.Attributes.${OUTBOUND_ATTRIBUTES.queuePriority}`;
  const otherwise = setPriority(usual);
  return [
    {
      id,
      actions: (next) => [
        ...step(
          id,
          'Compare',
          { ComparisonValue },
          {
            errors: { NoMatchingCondition: otherwise.id },
            conditions: others.map((level) => whenEquals(String(level), setPriority(level).id)),
          },
        ).actions(otherwise.id),
        ...[usual, ...others].flatMap((level) => setPriority(level).actions(next)),
      ],
    },
  ];
}

function setPriority(level: number): ComposedStep {
  const QueuePriority = String(level);
  return step(`set-priority-${level}`, 'UpdateContactRoutingBehavior', { QueuePriority });
}
