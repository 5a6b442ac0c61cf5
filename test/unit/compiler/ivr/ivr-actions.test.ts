// The forms of action that blocks consist of: each is what Connect publishes, and each branch leads
// somewhere.
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../lib/compiler/flows/flow.ts';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import {
  ask,
  compare,
  count,
  digits,
  hook,
  keep,
  oneKey,
  say,
  setRecording,
  when,
  whetherKeyed,
  whetherNone,
} from '../../../../lib/compiler/ivr/ivr-actions.ts';

const ENDS = ['next', 'failed', 'other', 'silence', 'wrong'].map((Identifier) => ({
  ...{ Identifier, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
}));
const flowOf = (it: Action) => ({
  ...{ Version: '2019-10-30', StartAction: it.Identifier },
  Actions: [it, ...ENDS],
});
/** Where each branch leads, by its condition, its error, or `next`. */
function branches({ Transitions: { NextAction, Errors = [], Conditions = [] } = {} }: Action) {
  return Object.fromEntries([
    ['next', NextAction],
    ...Errors.map(({ ErrorType, NextAction }) => [ErrorType, NextAction]),
    ...Conditions.map(({ Condition, NextAction }) => [Condition.Operands[0], NextAction]),
  ]);
}

const speech = { Text: 'Hello' };
const FORMS: Readonly<Record<string, Action>> = {
  say: say('it', speech, 'next'),
  keep: keep('it', { a: '1' }, 'next', 'failed'),
  ask: ask('it', 'arn:aws:lambda:x', { a: '1' }, { next: 'next', failed: 'failed' }),
  compare: compare('it', '$.Attributes.a', [when('NumberLessThan', '3', 'other')], 'next'),
  whetherNone: whetherNone('it', 'a', 'other', 'next'),
  count: count('it', 2, { again: 'other', done: 'next' }),
  digits: digits('it', { speech, wait: 5, longest: 4, next: 'next', failed: 'failed' }),
  whetherKeyed: whetherKeyed('it', 'next', 'other'),
  oneKey: oneKey('it', {
    ...{ speech, wait: 5, keys: [['1', 'other']], wrong: 'wrong' },
    ...{ silence: 'silence', failed: 'failed' },
  }),
  hook: hook('it', 'CustomerQueue', 'arn:flow', 'next'),
  record: setRecording('it', { conversation: true, ivr: true }, 'next'),
};

describe('the actions of blocks', () => {
  it.each(Object.entries(FORMS))('are published by Connect: %s', (_, it) => {
    expect(validateFlow(flowOf(it))).toEqual([]);
  });

  it('go on when a prompt cannot be played or a hook cannot be set', () => {
    expect(branches(say('it', speech, 'next'))).toEqual({ next: 'next', NoMatchingError: 'next' });
    expect(branches(hook('it', 'CustomerHold', 'arn:flow', 'next'))).toEqual({
      ...{ next: 'next', NoMatchingError: 'next' },
    });
  });

  it('go on without attributes that do not fit, unless they say where to', () => {
    expect(branches(keep('it', { a: '1' }, 'next')).NoMatchingError).toBe('next');
    expect(branches(keep('it', { a: '1' }, 'next', 'failed')).NoMatchingError).toBe('failed');
  });

  it('tell silence, a wrong key and a failure apart in a menu', () => {
    expect(branches(FORMS.oneKey as Action)).toEqual({
      ...{ next: 'failed', InputTimeLimitExceeded: 'silence', NoMatchingCondition: 'wrong' },
      ...{ NoMatchingError: 'failed', '1': 'other' },
    });
  });

  it('know digits by their beginning, because silence is stored as a word', () => {
    const { Timeout, ...found } = branches(whetherKeyed('it', 'next', 'other'));

    expect(Timeout).toBeUndefined();
    expect([...'0123456789'].map((digit) => found[digit])).toEqual(Array(10).fill('next'));
    expect(found.NoMatchingCondition).toBe('other');
  });

  it('record nobody when the conversation is not to be recorded', () => {
    const { Parameters } = setRecording('it', { conversation: false, ivr: false }, 'next');

    expect(Parameters).toEqual({
      RecordingBehavior: { RecordedParticipants: [], IVRRecordingBehavior: 'Disabled' },
    });
  });

  it('wait for a function as long as Connect does', () => {
    expect(FORMS.ask?.Parameters?.InvocationTimeLimitSeconds).toBe('8');
  });
});
