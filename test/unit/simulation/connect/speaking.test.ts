import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../lib/compiler/json.ts';
import type { EffectOf, ResultOf } from '../../../../lib/simulation/connect/effects.ts';
import { act, call, flow, orSorry, say } from './flow-world.ts';

const failed = () => ({ kind: 'failed', error: 'NoMatchingError' }) as const;

describe('a prompt', () => {
  it('is spoken with the values of the contact in it', () => {
    const { said } = call(
      flow(
        act('name', 'UpdateContactAttributes', { Attributes: { name: 'Ada' } }, 'greet', orSorry),
        say(
          'greet',
          'Hello $.Attributes.name. You call from $.CustomerEndpoint.Address$.Attributes.no!',
          'bye',
        ),
      ),
    );

    expect(said).toEqual(['Hello Ada. You call from +420601000001!']);
  });

  it('comes from text, markup, a recording or a file, with an idea of how long it takes', () => {
    const prompts: JsonObject[] = [
      { Text: 'Fifteen letters' },
      { SSML: '<speak>Fifteen letters<break time="2s"/><break time="500ms"/></speak>' },
      { PromptId: 'music' },
      { Media: { Uri: 's3://b/k', SourceType: 'S3', MediaType: 'Audio' } },
    ];
    const actions = prompts.map((prompt, i) =>
      act(`p${i}`, 'MessageParticipant', prompt, i === 3 ? 'bye' : `p${i + 1}`),
    );

    const { effects } = call(flow(...actions));

    expect(effects).toEqual([
      { kind: 'say', prompt: { kind: 'text', text: 'Fifteen letters' }, ms: 1000 },
      { kind: 'say', prompt: { kind: 'ssml', ssml: prompts[1]?.SSML }, ms: 3500 },
      { kind: 'say', prompt: { kind: 'recording', promptId: 'music' }, ms: undefined },
      { kind: 'say', prompt: { kind: 'audio', uri: 's3://b/k' }, ms: undefined },
    ]);
  });

  it('that cannot be played takes the error branch', () => {
    const { way } = call(
      flow(act('play', 'MessageParticipant', { PromptId: 'gone' }, 'bye', orSorry)),
      { world: { say: ({ prompt }) => (prompt.kind === 'text' ? { kind: 'done' } : failed()) } },
    );

    expect(way).toEqual(['play: NoMatchingError', 'sorry: next', 'bye: hang-up']);
  });

  it('that cannot be played ends the contact when the flow has no branch for it', () => {
    const { ending } = call(flow(act('play', 'MessageParticipant', { PromptId: 'gone' }, 'bye')), {
      world: { say: failed },
    });

    expect(ending).toEqual({ kind: 'dropped', action: 'play', error: 'NoMatchingError' });
  });
});

describe('a menu', () => {
  const menu = act(
    'menu',
    'GetParticipantInput',
    { Text: 'Press 1 or 2', StoreInput: 'False', InputTimeLimitSeconds: '7' },
    'bye',
    {
      errors: {
        InputTimeLimitExceeded: 'slow',
        NoMatchingCondition: 'wrong',
        NoMatchingError: 'sorry',
      },
      equals: { '1': 'one', '2': 'two' },
    },
  );
  const actions = ['one', 'two', 'slow', 'wrong'].map((id) => say(id, id, 'bye'));
  const answering = (answer: ResultOf<'menu'>) =>
    call(flow(menu, ...actions), { world: { menu: () => answer } });

  it.each([
    [{ kind: 'pressed', key: '1' }, 'one'],
    [{ kind: 'pressed', key: '2' }, 'two'],
    [{ kind: 'pressed', key: '9' }, 'wrong'],
    [{ kind: 'silence' }, 'slow'],
    [{ kind: 'failed', error: 'NoMatchingError' }, 'Sorry'],
  ] as const)('answered with %j says %s', (answer, text) => {
    expect(answering(answer).said).toEqual(['Press 1 or 2', text]);
  });

  it('tells the world which keys lead somewhere and how long to wait for the first', () => {
    expect(answering({ kind: 'silence' }).effects[0]).toEqual({
      kind: 'menu',
      prompt: { kind: 'text', text: 'Press 1 or 2' },
      ms: 800,
      keys: ['1', '2'],
      firstKeySeconds: 7,
    });
  });
});

describe('typed digits', () => {
  const ask = (more: JsonObject = {}) =>
    flow(
      act(
        'ask',
        'GetParticipantInput',
        {
          Text: 'Your number',
          StoreInput: 'True',
          InputTimeLimitSeconds: '5',
          InputValidation: { CustomValidation: { MaximumLength: '4' } },
          ...more,
        },
        'repeat',
        { errors: { NoMatchingError: 'sorry', InvalidPhoneNumber: 'sorry' } },
      ),
      say('repeat', 'You typed $.StoredCustomerInput', 'bye'),
    );
  const typing = (keys: string, more: JsonObject = {}) =>
    call(ask(more), { world: { digits: () => ({ kind: 'typed', keys }) } }).said.at(-1);

  it('are stored', () => {
    expect(typing('1234')).toBe('You typed 1234');
  });

  it('that never come are stored as Timeout, on the branch of success', () => {
    expect(call(ask()).said.at(-1)).toBe('You typed Timeout');
  });

  it('end with the terminator, which is not stored', () => {
    const DTMFConfiguration = { InputTerminationSequence: '##' };

    expect(typing('12##', { DTMFConfiguration })).toBe('You typed 12');
  });

  it('are wiped by a star, unless told otherwise', () => {
    expect(typing('12*34')).toBe('You typed 34');
    expect(typing('1*34', { DTMFConfiguration: { DisableCancelKey: 'True' } })).toBe(
      'You typed 1*34',
    );
  });

  it('come with the rules of the entry', () => {
    const { effects } = call(ask({ DTMFConfiguration: { InterdigitTimeLimitSeconds: '2' } }));

    expect((effects[0] as EffectOf<'digits'>).rules).toEqual({
      firstKeySeconds: 5,
      betweenKeysSeconds: 2,
      longest: 4,
      terminator: undefined,
      starCancels: true,
    });
  });

  it('that are a telephone number are stored in E.164 form', () => {
    const local = (CountryCode: string) => ({
      InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode } },
    });
    const E164 = { InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } };

    expect(typing('601234567', local('CZ'))).toBe('You typed +420601234567');
    expect(typing('512345678', local('PL'))).toBe('You typed +48512345678');
    expect(typing('48512345678', E164)).toBe('You typed +48512345678');
    expect(typing('12', local('CZ'))).toBe('Sorry');
  });

  it.each([
    ['EnableDTMFBuffer', { EnableDTMFBuffer: 'True' }],
    ['InputEncryption', { InputEncryption: { EncryptionKeyId: 'k', Key: 'p' } }],
  ])('are refused by name with %s', (name, more) => {
    expect(() => call(ask(more))).toThrow(`not emulated: ${name} of action 'ask'`);
  });
});

describe('prompts in a queue', () => {
  const waiting = flow(
    act(
      'music',
      'MessageParticipantIteratively',
      { Messages: [{ Text: 'Hold' }, { PromptId: 'tune' }], InterruptFrequencySeconds: '30' },
      'bye',
      { errors: { NoMatchingError: 'sorry' }, equals: { MessagesInterrupted: 'rounds' } },
    ),
    act('rounds', 'Loop', { LoopCount: '2' }, 'bye', {
      equals: { ContinueLooping: 'done', DoneLooping: 'bye' },
    }),
  );

  it('are interrupted, and go on when the interruption ends', () => {
    const { effects, way, ending } = call(waiting, { type: 'CUSTOMER_QUEUE' });

    const prompts = [
      { prompt: { kind: 'text', text: 'Hold' }, ms: 267 },
      { prompt: { kind: 'recording', promptId: 'tune' }, ms: undefined },
    ];
    expect(effects).toEqual(
      [false, true, true].map((resumed) => ({
        kind: 'say-repeatedly',
        prompts,
        interruptAfterSeconds: 30,
        resumed,
      })),
    );
    expect(way).toEqual([
      'music: MessagesInterrupted',
      'rounds: ContinueLooping',
      'done: finished',
      'music: MessagesInterrupted',
      'rounds: ContinueLooping',
      'done: finished',
      'music: MessagesInterrupted',
      'rounds: DoneLooping',
      'bye: hang-up',
    ]);
    expect(ending).toEqual({ kind: 'hang-up' });
  });

  it('that cannot be played take the error branch', () => {
    const { said } = call(waiting, {
      type: 'CUSTOMER_QUEUE',
      world: { 'say-repeatedly': failed },
    });

    expect(said).toEqual(['Sorry']);
  });
});
