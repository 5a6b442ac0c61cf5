// Actions that speak and listen.

import type { JsonObject } from '../../../compiler/json.ts';
import { isObject } from '../../../compiler/json.ts';
import { normalisePhone } from '../../../domain/records/phone.ts';
import { readEntry } from '../digit-entry.ts';
import type { DigitRules } from '../effects.ts';
import { NotEmulated } from '../not-emulated.ts';
import { readSpeech } from '../speech.ts';
import {
  type ActionAt,
  type ActionExit,
  type ActionRun,
  failed,
  type Handler,
  integerOf,
  isTrueValue,
  NEXT,
  perform,
  refuse,
  value,
} from './handler.ts';

function* messageParticipant(at: ActionAt): ActionRun {
  const result = yield* perform({ kind: 'say', ...readSpeech(at.parameters, at) });
  return result.kind === 'done' ? NEXT : failed(result.error);
}

function* messageParticipantIteratively(at: ActionAt): ActionRun {
  const { Messages } = at.parameters;
  const messages = Array.isArray(Messages) ? Messages.filter(isObject) : [];
  const result = yield* perform({
    kind: 'say-repeatedly',
    prompts: messages.map((message) => readSpeech(message, at)),
    interruptAfterSeconds: integerOf(at, 'InterruptFrequencySeconds'),
    resumed: at.resumed,
  });
  return result.kind === 'interrupted' ? value('MessagesInterrupted') : failed(result.error);
}

function getParticipantInput(at: ActionAt): ActionRun {
  refuse(at, 'EnableDTMFBuffer', 'InputEncryption');
  return isTrueValue(at, 'StoreInput') ? storeInput(at) : menu(at);
}

function* menu(at: ActionAt): ActionRun {
  const conditions = at.action.Transitions?.Conditions ?? [];
  const result = yield* perform({
    kind: 'menu',
    ...readSpeech(at.parameters, at),
    keys: conditions.flatMap((branch) => branch.Condition.Operands),
    firstKeySeconds: firstKeySeconds(at),
  });
  if (result.kind === 'silence') return failed('InputTimeLimitExceeded');
  return result.kind === 'pressed' ? value(result.key) : failed(result.error);
}

/**
 * Silence is a success with the value `Timeout` (administrator guide); an error branch is for
 * failures.
 */
function* storeInput(at: ActionAt): ActionRun {
  const rules = digitRules(at);
  const result = yield* perform({ kind: 'digits', ...readSpeech(at.parameters, at), rules });
  if (result.kind === 'failed') return failed(result.error);
  if (result.kind === 'silence') return store(at, 'Timeout');
  const digits = readEntry(result.keys, rules);
  const phone = validation(at).PhoneNumberValidation;
  return isObject(phone) ? storePhoneNumber(at, digits, phone) : store(at, digits);
}

function store({ contact }: ActionAt, input: string): ActionExit {
  contact.storedInput = input;
  return NEXT;
}

function storePhoneNumber(at: ActionAt, digits: string, phone: JsonObject): ActionExit {
  const local = phone.NumberFormat === 'Local';
  // The country counts only for numbers without a plus.
  const number = normalisePhone(local ? digits : `+${digits}`, String(phone.CountryCode ?? 'US'));
  return number.kind === 'ok' ? store(at, number.phone) : failed('InvalidPhoneNumber');
}

/** A telephone number has at most 15 digits, or 20 with its prefixes. */
const LONGEST_PHONE_NUMBER = 20;
const BETWEEN_KEYS_SECONDS = 5;

function digitRules(at: ActionAt): DigitRules {
  const dtmf = isObject(at.parameters.DTMFConfiguration) ? at.parameters.DTMFConfiguration : {};
  const custom = validation(at).CustomValidation;
  const longest = isObject(custom) ? Number(custom.MaximumLength) : LONGEST_PHONE_NUMBER;
  const { InputTerminationSequence, InterdigitTimeLimitSeconds, DisableCancelKey } = dtmf;
  return {
    firstKeySeconds: firstKeySeconds(at),
    betweenKeysSeconds: Number(InterdigitTimeLimitSeconds ?? BETWEEN_KEYS_SECONDS),
    longest,
    terminator: typeof InputTerminationSequence === 'string' ? InputTerminationSequence : undefined,
    starCancels: String(DisableCancelKey).toLowerCase() !== 'true',
  };
}

function validation(at: ActionAt): JsonObject {
  return isObject(at.parameters.InputValidation) ? at.parameters.InputValidation : {};
}

function firstKeySeconds(at: ActionAt): number {
  const seconds = integerOf(at, 'InputTimeLimitSeconds');
  if (seconds === undefined) {
    throw new NotEmulated(`action '${at.action.Identifier}' without InputTimeLimitSeconds`);
  }
  return seconds;
}

export const SPEAKING: Readonly<Record<string, Handler>> = {
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageParticipantIteratively,
  GetParticipantInput: getParticipantInput,
};
