// The action types of the flow language as Connect accepts them at publishing: a table written by
// us from the developer guide's "flow language" pages, the administrator guide's block pages, and
// what public projects report of publishing to the live service in 2026 (flow-as-code,
// pulumi-amazon-connect, AICC builder). Where they disagree the live service wins; where nothing
// but a few exports speaks for a rule, the rule is doubtful. Rows that depend on their own
// parameters are refined in catalogue-variants.ts.

import {
  type ActionRule,
  type ConditionRule,
  NUMBER_OPERATORS,
  OPERATORS,
} from './action-rules.ts';
import type { FlowType } from './flow.ts';
import {
  anything,
  doubtful,
  type FieldRule,
  type GroupRule,
  id,
  integer,
  known,
  listOf,
  literal,
  lowerTrueFalse,
  mapOf,
  oneOf,
  type RecordRule,
  record,
  required,
  text,
  trueFalse,
  upperTrueFalse,
} from './value-rules.ts';

// --- flow types ----------------------------------------------------------------------------------

// A module allows what a contact flow allows; it is published separately.
const IN = ['CONTACT_FLOW', 'MODULE'] as const;
const TRANSFERS = ['AGENT_TRANSFER', 'QUEUE_TRANSFER'] as const;
const WHISPERS = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'] as const;
const HOLDS = ['CUSTOMER_HOLD', 'AGENT_HOLD'] as const;
const QUEUE = ['CUSTOMER_QUEUE'] as const;
const EVERY = [...IN, ...QUEUE, ...HOLDS, ...WHISPERS, ...TRANSFERS] as const;
const TALKING = [...IN, ...TRANSFERS, ...QUEUE] as const;

// --- rows ----------------------------------------------------------------------------------------

const NONE: ConditionRule = { kind: 'none' };
const NM = ['NoMatchingError'];
const NC = ['NoMatchingCondition'];

const exactlyOne = (...of: string[]): GroupRule => ({ of, take: 'exactly one' });
const atMostOne = (...of: string[]): GroupRule => ({ of, take: 'at most one' });
const atLeastOne = (...of: string[]): GroupRule => ({ of, take: 'at least one' });
const equals = (operands?: RegExp, words = 'any text'): ConditionRule => ({
  kind: 'choice',
  operators: ['Equals'],
  operands: operands && { pattern: operands, words },
});

/** A row with the usual branches: NextAction and NoMatchingError, no conditions. */
function row(
  flowTypes: readonly FlowType[],
  parameters: ActionRule['parameters'],
  rest: Partial<ActionRule> = {},
): ActionRule {
  const errors = { required: NM, optional: [] };
  return { flowTypes, parameters, errors, conditions: NONE, nextAction: 'required', ...rest };
}

const noErrors = { errors: { required: [], optional: [] } };
const mayFail = { errors: { required: [], optional: NM } };
const ends = { ...noErrors, nextAction: 'none' } as const;
const nothing = record({});
const reported = { evidence: 'reported' } as const;

/** Rows of which no full list of parameters has been published. */
const unexplored = (flowTypes: readonly FlowType[], errors: readonly string[] = NM): ActionRule =>
  row(flowTypes, 'not catalogued', {
    errors: { required: errors, optional: [] },
    conditions: { kind: 'free' },
    evidence: 'reported',
  });

// --- shared parameters ---------------------------------------------------------------------------

const phoneNumber: FieldRule = {
  kind: 'text',
  dynamic: 'path',
  shape: { pattern: /^\+[1-9]\d{1,14}$/, words: 'a number in E.164 form such as +420123456789' },
};
/** 3,000 billed and 6,000 characters in all; SSML tags are not billed. */
const spoken: FieldRule = {
  ...text,
  shape: { pattern: /^[\s\S]{1,6000}$/, words: 'at most 6,000 characters' },
};
const media = record({
  Uri: required({ kind: 'text', dynamic: 'path' }),
  SourceType: required(oneOf('S3')),
  MediaType: required(oneOf('Audio')),
});
const SPEECH = { Text: spoken, SSML: spoken, PromptId: id, Media: media };
const onePrompt = exactlyOne('Text', 'SSML', 'PromptId', 'Media');
// A flow known to be published has an empty PromptId in a list of prompts; elsewhere empty values
// are refused.
const listedPrompt = record({ ...SPEECH, PromptId: { ...id, mayBeBlank: true } }, [onePrompt]);
const targetContact = oneOf('Current', 'Related');
const queueOrAgent = { QueueId: id, AgentId: id };

const hook = id;
const HOOKS = {
  AgentHold: hook,
  AgentWhisper: hook,
  CustomerHold: hook,
  CustomerQueue: hook,
  CustomerRemaining: hook,
  CustomerWhisper: hook,
  DefaultAgentUI: hook,
  DisconnectAgentUI: hook,
  PauseContact: hook,
  ResumeContact: hook,
};

const attributeCondition = record({
  Name: text,
  Value: text,
  ProficiencyLevel: { kind: 'text', dynamic: 'path' },
  ComparisonOperator: oneOf('NumberGreaterOrEqualTo', 'Match', 'Range'),
  MatchCriteria: record({
    AgentsCriteria: required(
      record({ AgentIds: required(listOf(id, { least: 1, most: 10, orPath: true })) }),
    ),
  }),
  Range: record({
    MinProficiencyLevel: { kind: 'text', dynamic: 'path' },
    MaxProficiencyLevel: { kind: 'text', dynamic: 'path' },
  }),
});
const routingExpression = record(
  {
    AttributeCondition: attributeCondition,
    AndExpression: listOf(anything, { least: 1, most: 8 }),
    OrExpression: listOf(anything, { least: 1, most: 3 }),
    NotAttributeCondition: attributeCondition,
  },
  [exactlyOne('AttributeCondition', 'AndExpression', 'OrExpression', 'NotAttributeCondition')],
);
/** The designer offers a dynamic value for each. */
const VOICE_ID_NUMBER = integer(undefined, undefined, 'path');

const routingStep = record({
  Expiry: record({ DurationInSeconds: required(integer(1, undefined, 'path')) }),
  Expression: required(routingExpression),
});
const routingCriteria: RecordRule = {
  ...record({ Steps: required(listOf(routingStep, { least: 1, most: 5 })) }),
  orPath: true,
};

// Contact Lens has changed its settings several times, and flows keep the older ones: PostCall is
// now PostContact.
const ANALYTICS_MODES = known('RealTime', 'PostContact', 'PostCall');
const analytics = doubtful(
  record({
    Enabled: trueFalse,
    AnalyticsLanguage: { kind: 'text', dynamic: 'path' },
    AnalyticsRedactionBehavior: oneOf('Enabled', 'Disabled'),
    AnalyticsRedactionResults: {
      ...oneOf('RedactedAndOriginal', 'RedactedOnly', 'None'),
      dynamic: 'path',
    },
    AnalyticsRedactionMaskMode: literal,
    AnalyticsRedactionEntities: anything,
    AnalyticsMode: ANALYTICS_MODES,
    ChannelConfiguration: record({
      Voice: record({ AnalyticsModes: listOf(ANALYTICS_MODES, { most: 1 }) }),
      Chat: record({ AnalyticsModes: listOf(known('ContactLens')) }),
    }),
    SentimentConfiguration: record({ Enabled: trueFalse }),
    SummaryConfiguration: anything,
  }),
);

// --- the table -----------------------------------------------------------------------------------

export const CATALOGUE: Readonly<Record<string, ActionRule>> = {
  // speaking and listening
  MessageParticipant: row(
    [...IN, ...TRANSFERS, ...WHISPERS, ...QUEUE],
    record({ ...SPEECH, SkipWhenDTMFBufferEnabled: lowerTrueFalse }, [onePrompt]),
    mayFail,
  ),
  MessageParticipantIteratively: row(
    [...QUEUE, ...HOLDS],
    record({
      Messages: required(listOf(listedPrompt, { least: 1 })),
      InterruptFrequencySeconds: integer(1, undefined, 'path'),
      ContinueMessagingDuringInterrupt: lowerTrueFalse,
    }),
    { ...mayFail, nextAction: 'optional' },
  ),
  GetParticipantInput: row(
    TALKING,
    record({
      ...SPEECH,
      InputTimeLimitSeconds: required(integer(1, 180)),
      StoreInput: required(trueFalse),
      InputValidation: record(
        {
          CustomValidation: record({ MaximumLength: required(integer(1)) }),
          PhoneNumberValidation: record({
            NumberFormat: required(oneOf('Local', 'E164')),
            CountryCode: literal,
          }),
        },
        [exactlyOne('CustomValidation', 'PhoneNumberValidation')],
      ),
      InputEncryption: record({
        EncryptionKeyId: required({ kind: 'text', dynamic: 'path' }),
        Key: required({ kind: 'text', dynamic: 'path' }),
      }),
      DTMFConfiguration: record({
        InputTerminationSequence: {
          kind: 'text',
          dynamic: 'path',
          shape: { pattern: /^[0-9*#]{1,5}$/, words: 'one to five of 0-9 * #' },
        },
        DisableCancelKey: trueFalse,
        InterdigitTimeLimitSeconds: integer(1, 20),
      }),
      EnableDTMFBuffer: trueFalse,
    }),
    { disputedIn: ['OUTBOUND_WHISPER'] },
  ),
  ConnectParticipantWithLexBot: row(
    TALKING,
    record(
      {
        ...SPEECH,
        LexInitializationData: record({ InitialMessage: required(text) }),
        LexV2Bot: record({ AliasArn: required(id) }),
        LexBot: record({
          Name: required(literal),
          Region: required(literal),
          Alias: required(literal),
        }),
        LexSessionAttributes: mapOf(text),
        LexTimeoutSeconds: record({
          Text: {
            kind: 'text',
            dynamic: 'path-only',
            shape: { pattern: /./, words: 'a path; literals are refused' },
          },
        }),
      },
      [
        exactlyOne('Text', 'SSML', 'PromptId', 'Media', 'LexInitializationData'),
        exactlyOne('LexV2Bot', 'LexBot'),
      ],
    ),
    {
      errors: { required: [...NM, ...NC], optional: ['InputTimeLimitExceeded'] },
      conditions: equals(),
    },
  ),
  ConnectParticipantWithAgenticCX: unexplored(TALKING, [...NM, ...NC, 'InputTimeLimitExceeded']),
  ShowView: row(
    [...IN, ...QUEUE],
    record({
      ViewResource: required(record({ Id: required(id), Version: literal })),
      InvocationTimeLimitSeconds: required(integer(1)),
      ViewData: { ...anything, mayHoldBlanks: true },
      SensitiveDataConfiguration: record({ HideResponseOn: listOf(known('TRANSCRIPT')) }),
    }),
    {
      errors: { required: [...NC, ...NM, 'TimeLimitExceeded'], optional: [] },
      conditions: equals(),
    },
  ),
  AuthenticateParticipant: row(
    TALKING,
    record({
      CognitoConfiguration: required(anything),
      CustomerProfilesConfiguration: anything,
      TimeLimitMinutes: required(integer(1)),
    }),
    {
      errors: { required: [...NM, 'TimeLimitExceeded'], optional: [] },
      conditions: equals(/^OptedOut$/, 'OptedOut'),
      evidence: 'reported',
    },
  ),

  // ending
  DisconnectParticipant: row(TALKING, nothing, ends),
  // The developer guide knows it in whispers and queue flows only, the administrator guide
  // everywhere.
  EndFlowExecution: row([...WHISPERS, ...QUEUE], nothing, {
    ...ends,
    disputedIn: [...IN, ...HOLDS, ...TRANSFERS],
  }),
  EndFlowModuleExecution: row(
    ['MODULE'],
    record({ Result: literal, ResultData: doubtful(anything) }),
    ends,
  ),

  // deciding
  Compare: row(
    EVERY,
    record({ ComparisonValue: required({ kind: 'text', dynamic: 'path-only' }) }),
    {
      errors: { required: NC, optional: [] },
      conditions: { kind: 'choice', operators: OPERATORS, least: 1 },
    },
  ),
  CheckHoursOfOperation: row(TALKING, record({ HoursOfOperationId: id }), {
    conditions: { kind: 'every', all: ['True', 'False'] },
  }),
  CheckMetricData: row(
    TALKING,
    record(
      {
        MetricType: required(
          oneOf(
            'NumberOfAgentsAvailable',
            'NumberOfAgentsStaffed',
            'NumberOfAgentsOnline',
            'OldestContactInQueueAgeSeconds',
            'NumberOfContactsInQueue',
          ),
        ),
        ...queueOrAgent,
      },
      [atMostOne('QueueId', 'AgentId')],
    ),
    {
      errors: { required: [...NM, ...NC], optional: [] },
      conditions: { kind: 'choice', operators: ['Equals', ...NUMBER_OPERATORS], least: 1 },
    },
  ),
  GetMetricData: row(
    EVERY,
    record({ ...queueOrAgent, QueueChannel: { kind: 'text', dynamic: 'path' } }, [
      atMostOne('QueueId', 'AgentId'),
    ]),
  ),
  CheckOutboundCallStatus: row(EVERY, nothing, {
    conditions: {
      kind: 'choice',
      operators: ['Equals'],
      operands: {
        pattern: /^(CallAnswered|VoicemailBeep|VoicemailNoBeep|NotDetected)$/,
        words: 'CallAnswered, VoicemailBeep, VoicemailNoBeep or NotDetected',
      },
      least: 1,
    },
  }),
  Loop: row(EVERY, record({ LoopCount: required(integer(0, 100, 'path')) }), {
    ...mayFail,
    conditions: { kind: 'every', all: ['ContinueLooping', 'DoneLooping'] },
  }),
  Wait: row(
    EVERY,
    record({
      TimeLimitSeconds: required(integer(1, 604_800, 'path')),
      Events: listOf(oneOf('CustomerReturned', 'BotParticipantDisconnected')),
      ContinueExecution: { ...known('True'), anyCase: true },
      MinimumWaitTimeSeconds: integer(0),
    }),
    { conditions: { kind: 'every', all: ['WaitCompleted'] } },
  ),
  DistributeByPercentage: row(TALKING, nothing, {
    errors: { required: NC, optional: [] },
    conditions: { kind: 'rising', max: 100 },
  }),

  // moving on
  TransferToFlow: row([...IN, ...TRANSFERS], record({ ContactFlowId: required(id) })),
  InvokeFlowModule: row(IN, record({ FlowModuleId: required(id), Input: doubtful(anything) }), {
    errors: { required: NM, optional: NC },
    conditions: equals(),
  }),
  TransferContactToQueue: row([...IN, ...TRANSFERS], nothing, {
    errors: { required: ['QueueAtCapacity', ...NM], optional: [] },
  }),
  DequeueContactAndTransferToQueue: row(
    QUEUE,
    record(queueOrAgent, [atMostOne('QueueId', 'AgentId')]),
    { errors: { required: ['QueueAtCapacity', ...NM], optional: [] } },
  ),
  TransferContactToAgent: row(TRANSFERS, nothing, ends),
  TransferParticipantToThirdParty: row(
    TALKING,
    record({
      ThirdPartyPhoneNumber: required(phoneNumber),
      ThirdPartyConnectionTimeLimitSeconds: required(integer(1, undefined, 'path')),
      ContinueFlowExecution: required(trueFalse),
      CallerId: record({ Number: phoneNumber, Name: { kind: 'text', dynamic: 'path' } }),
      ThirdPartyDTMFDigits: {
        kind: 'text',
        dynamic: 'path',
        shape: { pattern: /^[0-9*#,]+$/, words: 'digits, *, # and commas' },
      },
    }),
  ),
  CompleteOutboundCall: row(
    ['OUTBOUND_WHISPER'],
    record({
      CallerId: record({ Number: required(phoneNumber) }),
      VoiceConnector: anything,
      ConnectionTimeLimitSeconds: integer(1, 600, 'path'),
    }),
    noErrors,
  ),
  CreateCallbackContact: row(
    TALKING,
    record(
      {
        ...queueOrAgent,
        InitialCallDelaySeconds: required(integer(1, 259_200)),
        RetryDelaySeconds: required(integer(1, 259_200)),
        MaximumConnectionAttempts: required(integer(1)),
        ContactFlowId: id,
        CallerId: anything,
      },
      [atMostOne('QueueId', 'AgentId')],
    ),
  ),
  CreateTask: row(
    EVERY,
    record(
      {
        Name: required(text),
        ContactFlowId: id,
        TaskTemplateId: id,
        Description: text,
        Attributes: mapOf(text),
        References: anything,
        DelaySeconds: integer(1, 518_400, 'path'),
        ScheduledTime: { kind: 'text', dynamic: 'path' },
      },
      [atMostOne('DelaySeconds', 'ScheduledTime'), atLeastOne('ContactFlowId', 'TaskTemplateId')],
    ),
  ),
  CreateContact: unexplored(EVERY),
  StartOutboundChatContact: row(
    EVERY,
    record({
      SourceEndpoint: required(
        record({ Type: required(oneOf('CONNECT_PHONENUMBER_ARN')), Address: required(id) }),
      ),
      DestinationEndpoint: required(
        record({ Type: required(oneOf('TELEPHONE_NUMBER')), Address: required(phoneNumber) }),
      ),
      ContactFlowArn: required(id),
      ContactSubtype: required(oneOf('connect:SMS')),
      InitialSystemMessage: record({ Content: required(text) }),
      RelatedContact: known('CURRENT'),
    }),
  ),
  StartOutboundEmailContact: unexplored(EVERY),
  ResumeContact: row(EVERY, nothing),

  // preparing the contact
  UpdateFlowLoggingBehavior: row(
    EVERY,
    record({ FlowLoggingBehavior: required(oneOf('Enabled', 'Disabled')) }),
    noErrors,
  ),
  UpdateFlowAttributes: row(
    EVERY,
    record({
      FlowAttributes: required(
        mapOf(record({ Value: required(text), Type: known('String') }), {
          least: 1,
          isCountDoubtful: true,
          keys: { pattern: /^[^$.]+$/, words: 'keys without $ and dot' },
        }),
      ),
    }),
  ),
  UpdateContactAttributes: row(
    EVERY,
    record({
      Attributes: required(mapOf(text, { least: 1, isCountDoubtful: true })),
      TargetContact: targetContact,
    }),
  ),
  UpdateContactData: row(
    EVERY,
    record(
      {
        Name: text,
        Description: text,
        LanguageCode: { kind: 'text', dynamic: 'path' },
        CustomerId: { kind: 'text', dynamic: 'path' },
        WisdomSessionArn: { kind: 'text', dynamic: 'path' },
        IsVoiceIdStreamingEnabled: upperTrueFalse,
        IsVoiceAuthenticationEnabled: upperTrueFalse,
        IsFraudDetectionEnabled: upperTrueFalse,
        VoiceAuthenticationThreshold: VOICE_ID_NUMBER,
        VoiceAuthenticationResponseTime: VOICE_ID_NUMBER,
        FraudDetectionThreshold: VOICE_ID_NUMBER,
        WatchlistId: { kind: 'text', dynamic: 'path' },
        TargetContact: targetContact,
      },
      [
        atLeastOne(
          'Name',
          'Description',
          'LanguageCode',
          'CustomerId',
          'WisdomSessionArn',
          'IsVoiceIdStreamingEnabled',
          'IsVoiceAuthenticationEnabled',
          'IsFraudDetectionEnabled',
          'VoiceAuthenticationThreshold',
          'VoiceAuthenticationResponseTime',
          'FraudDetectionThreshold',
        ),
      ],
    ),
  ),
  UpdateContactTextToSpeechVoice: row(
    EVERY,
    record({
      TextToSpeechVoice: required({ kind: 'text', dynamic: 'path' }),
      TextToSpeechEngine: { kind: 'text', dynamic: 'path' },
      TextToSpeechStyle: oneOf('None', 'Conversational', 'Newscaster'),
    }),
    mayFail,
  ),
  UpdateContactTargetQueue: row(
    [...IN, ...TRANSFERS],
    record(queueOrAgent, [exactlyOne('QueueId', 'AgentId')]),
  ),
  UpdateContactRoutingBehavior: row(
    TALKING,
    record({ QueuePriority: integer(1), QueueTimeAdjustmentSeconds: integer() }, [
      exactlyOne('QueuePriority', 'QueueTimeAdjustmentSeconds'),
    ]),
    noErrors,
  ),
  UpdateContactRoutingCriteria: row(
    TALKING,
    record({ RoutingCriteria: required(routingCriteria) }),
  ),
  UpdateContactCallbackNumber: row(
    TALKING,
    record({ CallbackNumber: required({ kind: 'text', dynamic: 'path-only' }) }),
    { errors: { required: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'], optional: [] } },
  ),
  UpdateContactEventHooks: row(
    EVERY,
    record({
      EventHooks: required(record(HOOKS, [exactlyOne(...Object.keys(HOOKS))])),
      // Console exports carry it; one project saw it refused when creating a flow.
      EventHooksConfiguration: mapOf(record({ DisableExecution: lowerTrueFalse })),
    }),
  ),
  UpdateContactRecordingBehavior: row(
    [...IN, ...TRANSFERS, 'OUTBOUND_WHISPER', ...QUEUE],
    record({
      RecordingBehavior: required(
        record({
          RecordedParticipants: required(listOf(oneOf('Agent', 'Customer'))),
          ScreenRecordedParticipants: listOf(oneOf('Agent')),
          IVRRecordingBehavior: oneOf('Enabled', 'Disabled'),
        }),
      ),
      AnalyticsBehavior: analytics,
    }),
    noErrors,
  ),
  UpdateContactRecordingAndAnalyticsBehavior: row(
    EVERY,
    record({ VoiceBehavior: anything, ChatBehavior: anything, ScreenRecordingBehavior: anything }, [
      exactlyOne('VoiceBehavior', 'ChatBehavior', 'ScreenRecordingBehavior'),
    ]),
    { errors: { required: [...NM, 'ChannelMismatch'], optional: [] } },
  ),
  UpdateContactMediaStreamingBehavior: row(
    [...IN, ...QUEUE, ...TRANSFERS, ...WHISPERS],
    record({
      MediaStreamingState: required(oneOf('Enabled', 'Disabled')),
      Participants: required(
        listOf(
          record({
            ParticipantType: required(oneOf('Customer')),
            MediaDirections: required(
              listOf(oneOf('From', 'To'), { least: 1, isCountDoubtful: true }),
            ),
          }),
          { least: 1, isCountDoubtful: true },
        ),
      ),
      MediaStreamType: required(oneOf('Audio')),
    }),
  ),
  UpdateContactMediaProcessing: row(
    EVERY,
    record({
      ChatProcessor: required(
        record({
          ProcessingEnabled: required(trueFalse),
          LambdaProcessorARN: id,
          ChatProcessorSettings: required(
            record({ DeliverUnprocessedMessages: required(trueFalse) }),
          ),
        }),
      ),
    }),
    { errors: { required: [...NM, 'ChannelMismatch'], optional: [] } },
  ),
  UpdatePreviousContactParticipantState: row(
    [...IN, ...TRANSFERS],
    record({
      PreviousContactParticipantState: required(oneOf('AgentOnHold', 'CustomerOnHold', 'OffHold')),
    }),
  ),
  TagContact: row(
    EVERY,
    record({
      Tags: required(
        mapOf(text, {
          least: 1,
          most: 6,
          keys: { pattern: /^(?!aws:)/, words: 'keys that do not begin with aws:' },
        }),
      ),
    }),
  ),
  UntagContact: row(EVERY, record({ TagKeys: required(listOf(text, { least: 1 })) })),

  // asking other services
  InvokeLambdaFunction: row(
    EVERY,
    record({
      LambdaFunctionARN: required(id),
      InvocationTimeLimitSeconds: required(integer(1, 8)),
      InvocationType: oneOf('SYNCHRONOUS', 'ASYNCHRONOUS'),
      LambdaInvocationAttributes: mapOf(anything),
      ResponseValidation: record({ ResponseType: required(oneOf('STRING_MAP', 'JSON')) }),
    }),
  ),
  CreateWisdomSession: row(EVERY, record({ WisdomAssistantArn: required(id) })),
  GetCustomerProfile: row(
    EVERY,
    record({
      ProfileRequestData: required(mapOf(anything)),
      ProfileResponseData: required(listOf(text)),
    }),
    { errors: { required: ['MultipleFoundError', 'NoneFoundError', ...NM], optional: [] } },
  ),
  GetCustomerProfileObject: row(
    EVERY,
    record({
      ProfileRequestData: required(mapOf(anything)),
      ProfileResponseData: required(listOf(text)),
    }),
    { errors: { required: ['NoneFoundError', ...NM], optional: [] } },
  ),
  CreateCustomerProfile: row(
    EVERY,
    record({
      ProfileRequestData: required(mapOf(anything)),
      ProfileResponseData: listOf(text),
    }),
  ),
  UpdateCustomerProfile: row(
    EVERY,
    record({
      ProfileRequestData: required(mapOf(anything)),
      ProfileResponseData: listOf(text),
    }),
  ),
  AssociateContactToCustomerProfile: row(
    EVERY,
    record({
      ProfileRequestData: required(
        record({ ProfileId: required(text), ContactId: required(text) }),
      ),
    }),
  ),
  CreateCase: row(
    EVERY,
    record({
      LinkContactToCase: required(lowerTrueFalse),
      CaseTemplateId: required(id),
      CaseRequestFields: required(mapOf(anything)),
    }),
  ),
  GetCase: row(
    EVERY,
    record({
      LinkContactToCase: required(lowerTrueFalse),
      GetLastUpdatedCase: lowerTrueFalse,
      CaseRequestFields: required(mapOf(anything)),
      CaseResponseFields: listOf(text),
    }),
    { errors: { required: ['MultipleFound', 'NoneFound', ...NM], optional: [] } },
  ),
  UpdateCase: row(
    EVERY,
    record({
      LinkContactToCase: lowerTrueFalse,
      CaseId: id,
      CaseRequestFields: required(mapOf(anything)),
    }),
  ),
  EvaluateDataTableValues: row(
    EVERY,
    record({ DataTableId: required(id), Queries: required(anything) }),
    reported,
  ),
  LoadContactContent: row(
    EVERY,
    record({ ContentType: required(known('EmailMessage')) }),
    reported,
  ),
  CreatePersistentContactAssociation: row(
    EVERY,
    record({ RehydrationType: required({ kind: 'text', dynamic: 'path' }) }),
    reported,
  ),
  RenderMessageTemplate: unexplored(EVERY, ['TemplateRenderingError', ...NM]),

  // Voice ID closed on 2026-05-20; the service still accepts its types in old flows.
  StartVoiceIdStream: row(TALKING, nothing, reported),
  CheckVoiceId: row(TALKING, record({ CheckVoiceIdOption: required(literal) }), {
    ...reported,
    conditions: { kind: 'free' },
  }),
};
