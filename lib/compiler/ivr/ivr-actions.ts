// The few forms of action that blocks consist of, each with exactly the branches Connect requires.
import { NOTHING } from '../../domain/calls/call-attributes.ts';
import { action, whenEquals } from '../flows/compose-flow.ts';
import type { Action, ConditionBranch } from '../flows/flow.ts';
import type { JsonObject } from '../json.ts';
import { attribute, KEYED } from './flow-attributes.ts';

/** Plays a prompt; if that fails the flow goes on. */
export function say(id: string, speech: JsonObject, next: string): Action {
  return action(id, 'MessageParticipant', speech, { next, errors: { NoMatchingError: next } });
}

/** Sets contact attributes: all of them or, if they do not fit, none. */
export function keep(
  id: string,
  attributes: Readonly<Record<string, string>>,
  next: string,
  failed = next,
): Action {
  return action(
    id,
    'UpdateContactAttributes',
    { Attributes: attributes },
    { next, errors: { NoMatchingError: failed } },
  );
}

/** Connect waits eight seconds at most, and so do we. */
const LONGEST_ANSWER_SECONDS = '8';

/**
 * Invokes a function; its answer is a flat map of texts in `$.External`, until the next invocation.
 */
export function ask(
  id: string,
  functionArn: string,
  parameters: Readonly<Record<string, string>>,
  { next, failed }: { readonly next: string; readonly failed: string },
): Action {
  return action(
    id,
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN: functionArn,
      InvocationTimeLimitSeconds: LONGEST_ANSWER_SECONDS,
      InvocationType: 'SYNCHRONOUS',
      LambdaInvocationAttributes: parameters,
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    },
    { next, errors: { NoMatchingError: failed } },
  );
}

export function when(operator: string, operand: string, target: string): ConditionBranch {
  return { NextAction: target, Condition: { Operator: operator, Operands: [operand] } };
}

export function compare(
  id: string,
  path: string,
  conditions: readonly ConditionBranch[],
  otherwise: string,
): Action {
  return action(
    id,
    'Compare',
    { ComparisonValue: path },
    { next: otherwise, errors: { NoMatchingCondition: otherwise }, conditions },
  );
}

/** Whether an attribute of ours has a value. */
export function whetherNone(id: string, name: string, none: string, something: string): Action {
  return compare(id, attribute(name), [whenEquals(NOTHING, none)], something);
}

/** Goes to `again` so many times, then to `done`; after that the count starts over. */
export function count(
  id: string,
  times: number,
  { again, done }: { readonly again: string; readonly done: string },
): Action {
  return action(
    id,
    'Loop',
    { LoopCount: String(times) },
    {
      next: done,
      errors: { NoMatchingError: done },
      conditions: [whenEquals('ContinueLooping', again), whenEquals('DoneLooping', done)],
    },
  );
}

interface DigitsAsked {
  readonly speech: JsonObject;
  readonly wait: number;
  readonly longest: number;
  readonly next: string;
  readonly failed: string;
}

/** Collects digits until the hash key; silence goes on to `next` as well. */
export function digits(id: string, asked: DigitsAsked): Action {
  return action(
    id,
    'GetParticipantInput',
    {
      ...asked.speech,
      InputTimeLimitSeconds: String(asked.wait),
      StoreInput: 'True',
      InputValidation: { CustomValidation: { MaximumLength: String(asked.longest) } },
      DTMFConfiguration: { InputTerminationSequence: '#' },
    },
    { next: asked.next, errors: { NoMatchingError: asked.failed } },
  );
}

/** Whether anything was keyed: silence is stored as `Timeout`, a hash key alone as nothing. */
export function whetherKeyed(id: string, keyed: string, none: string): Action {
  const firstDigit = [...'0123456789'].map((digit) => when('TextStartsWith', digit, keyed));
  return compare(id, KEYED, firstDigit, none);
}

interface KeyAsked {
  readonly speech: JsonObject;
  readonly wait: number;
  readonly keys: readonly (readonly [key: string, target: string])[];
  readonly wrong: string;
  readonly silence: string;
  readonly failed: string;
}

export function oneKey(id: string, asked: KeyAsked): Action {
  return action(
    id,
    'GetParticipantInput',
    { ...asked.speech, InputTimeLimitSeconds: String(asked.wait), StoreInput: 'False' },
    {
      next: asked.failed,
      errors: {
        InputTimeLimitExceeded: asked.silence,
        NoMatchingCondition: asked.wrong,
        NoMatchingError: asked.failed,
      },
      conditions: asked.keys.map(([key, target]) => whenEquals(key, target)),
    },
  );
}

/** The flow that runs for an event of the contact from now on. */
export function hook(id: string, event: string, flow: string, next: string): Action {
  return action(
    id,
    'UpdateContactEventHooks',
    { EventHooks: { [event]: flow } },
    { next, errors: { NoMatchingError: next } },
  );
}

export function setRecording(
  id: string,
  what: { readonly conversation: boolean; readonly ivr: boolean },
  next: string,
): Action {
  const RecordedParticipants = what.conversation ? ['Agent', 'Customer'] : [];
  const IVRRecordingBehavior = what.ivr ? 'Enabled' : 'Disabled';
  return action(
    id,
    'UpdateContactRecordingBehavior',
    { RecordingBehavior: { RecordedParticipants, IVRRecordingBehavior } },
    { next },
  );
}
