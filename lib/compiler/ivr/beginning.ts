// How a call begins: what applies to the whole call is set once, in the first flow, as attributes
// and settings of the contact.
import { CALL_ATTRIBUTES, flowAttribute, NOTHING } from '../../domain/calls/call-attributes.ts';
import { firstWay } from '../../domain/inbound/ivr-way.ts';
import { action } from '../flows/compose-flow.ts';
import type { Action } from '../flows/flow.ts';
import { SPOKEN_TEXTS } from '../flows/spoken-texts.ts';
import { FLOW_ATTRIBUTES } from './flow-attributes.ts';
import { BOTH_SIDES, HOLD, SURVEY, WHISPERS } from './flow-keys.ts';
import { hook, keep, setRecording } from './ivr-actions.ts';
import { type IvrContext, part } from './ivr-context.ts';
import { ivrVersion } from './ivr-version.ts';

const BEGIN = 'Begin';

/** @param others keys of all the other flows · @param then the first block */
export function beginning(
  context: IvrContext,
  others: readonly string[],
  then: string,
): readonly Action[] {
  const { inbound, references } = context;
  const steps: readonly (readonly [name: string, (id: string, next: string) => Action])[] = [
    [
      'logging',
      (id, next) =>
        action(id, 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next }),
    ],
    ...voiceSteps(context),
    [
      'record',
      (id, next) => setRecording(id, { conversation: inbound.recording, ivr: false }, next),
    ],
    ['values', (id, next) => keep(id, firstValues(context, then), next)],
    ...(others.length === 0
      ? []
      : [
          [
            'flows',
            (id: string, next: string) => keep(id, flowsOf(context, others), next),
          ] as const,
        ]),
    ...(inbound.holdMusic === undefined
      ? []
      : [
          [
            'hold',
            (id: string, next: string) => hook(id, 'CustomerHold', references.flow(HOLD), next),
          ] as const,
        ]),
    ...BOTH_SIDES.filter((to) => inbound.whisper?.[to] !== undefined).map((to) => {
      const { key, event } = WHISPERS[to];
      return [
        key,
        (id: string, next: string) => hook(id, event, references.flow(key), next),
      ] as const;
    }),
    ...(inbound.survey?.how === 'stay'
      ? [
          [
            'survey',
            (id: string, next: string) =>
              hook(id, 'CustomerRemaining', references.flow(SURVEY), next),
          ] as const,
        ]
      : []),
  ];
  return linked(steps, then);
}

/** Voice and language, at the beginning of the first flow of every contact. */
export function voiceActions(context: IvrContext, then: string): readonly Action[] {
  return linked(voiceSteps(context), then);
}

type BeginStep = readonly [name: string, make: (id: string, next: string) => Action];

function linked(steps: readonly BeginStep[], then: string): readonly Action[] {
  const id = (n: number) => (steps[n] ? part(BEGIN, steps[n][0]) : then);
  return steps.map(([, make], n) => make(id(n), id(n + 1)));
}

/** If the voice is refused Connect uses its own, which is better than no call. */
function voiceSteps({ voice, language }: IvrContext): readonly BeginStep[] {
  const speaks = { TextToSpeechVoice: voice.id, TextToSpeechEngine: voice.engine };
  const LanguageCode = SPOKEN_TEXTS[language].languageCode;
  return [
    [
      'voice',
      (id, next) =>
        action(id, 'UpdateContactTextToSpeechVoice', speaks, {
          next,
          errors: { NoMatchingError: next },
        }),
    ],
    [
      'language',
      (id, next) =>
        action(
          id,
          'UpdateContactData',
          { LanguageCode },
          { next, errors: { NoMatchingError: next } },
        ),
    ],
  ];
}

function firstValues(
  { campaignId, ivrId, ivr }: IvrContext,
  start: string,
): Readonly<Record<string, string>> {
  const nothing = [
    ...(['record', 'attempt', 'identity', 'lastAgent', 'privateAgent'] as const),
    ...(['entered', 'ticket', 'waitingIn'] as const),
  ].map((name) => [CALL_ATTRIBUTES[name], NOTHING] as const);
  return {
    [CALL_ATTRIBUTES.campaign]: campaignId,
    [CALL_ATTRIBUTES.ivr]: ivrId,
    [CALL_ATTRIBUTES.way]: firstWay(ivrVersion(ivr), start),
    ...Object.fromEntries(nothing),
    [CALL_ATTRIBUTES.window]: 'full',
    [CALL_ATTRIBUTES.survey]: 'yes',
    [FLOW_ATTRIBUTES.overflowQueue]: NOTHING,
    [FLOW_ATTRIBUTES.moveTo]: NOTHING,
  };
}

function flowsOf({ references }: IvrContext, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [flowAttribute(key), references.flow(key)]));
}
