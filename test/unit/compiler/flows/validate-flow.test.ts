import { describe, expect, it } from 'vitest';
import type { Action, Flow } from '../../../../lib/compiler/flows/flow.ts';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import { action, bye, flowOf, messagesFor } from './flow-samples.ts';

const say: Action = action(
  'MessageParticipant',
  { Text: 'Hello' },
  { errors: ['NoMatchingError'] },
);

function messages(content: unknown): readonly string[] {
  return validateFlow(content).map((problem) => problem.message);
}

describe('the document', () => {
  it('is a version, a start and actions, with or without metadata', () => {
    const flow = flowOf(say);

    expect(validateFlow(flow)).toEqual([]);
    expect(validateFlow({ ...flow, Metadata: { name: 'x' } })).toEqual([]);
  });

  it('says which action is meant, what is wrong and what would be right', () => {
    const flow = flowOf({ ...say, Parameters: { Text: 'Hello', Voice: 'Ola' } });

    expect(validateFlow(flow)).toEqual([
      {
        action: 'it',
        kind: 'error',
        message: 'Invalid Action property name. Path: Actions[0].Parameters.Voice',
        remedy: 'remove it',
      },
    ]);
  });

  it.each([
    ['no object', 'text'],
    ['a list', []],
    ['nothing', null],
    ['no actions', { Version: '2019-10-30', StartAction: 'bye' }],
    ['an empty list of actions', { Version: '2019-10-30', StartAction: 'bye', Actions: [] }],
    ['another version', { ...flowOf(say), Version: '2020-01-01' }],
    ['an unknown key', { ...flowOf(say), Comment: 'mine' }],
    ['settings outside a module', { ...flowOf(say), Settings: {} }],
    ['metadata that is no object', { ...flowOf(say), Metadata: 'x' }],
  ])('is refused with %s', (_, content) => {
    expect(messages(content)).toEqual(['Invalid contact flow format']);
  });

  it('names the export of the old designer for what it is', () => {
    const old = { modules: [{ id: '1', type: 'PlayPrompt' }], version: '1', type: 'contactFlow' };

    expect(validateFlow(old)).toEqual([
      {
        kind: 'error',
        message: 'Invalid contact flow format',
        remedy: 'this is an export of the old designer ("modules"); export it again',
      },
    ]);
  });

  it('may carry settings when it is a module', () => {
    expect(validateFlow({ ...flowOf(say), Settings: { InputParameters: [] } }, 'MODULE')).toEqual(
      [],
    );
  });

  it('holds 250 actions and no more', () => {
    const chain = (count: number): Flow =>
      flowOf(...Array.from({ length: count - 1 }, (_, i) => ({ ...say, Identifier: `say-${i}` })));

    expect(messages(chain(250))).toEqual([]);
    expect(messages(chain(251))).toEqual(['Invalid contact flow format']);
  });

  it('holds 256,000 characters and no more', () => {
    const bare = { ...flowOf(say), Metadata: { note: '' } };
    const room = 256_000 - JSON.stringify(bare).length;

    expect(messages({ ...bare, Metadata: { note: 'x'.repeat(room) } })).toEqual([]);
    expect(messages({ ...bare, Metadata: { note: 'x'.repeat(room + 1) } })).toEqual([
      'Invalid contact flow format',
    ]);
  });

  it('starts with an action it has', () => {
    expect(messages({ ...flowOf(say), StartAction: 'nobody' })).toEqual([
      'Invalid Action property value. Path: StartAction',
    ]);
  });

  it('of type CAMPAIGN is checked with a warning, because its list of actions is not known', () => {
    const wrong = action('MessageParticipant', { Text: '' });

    expect(validateFlow(flowOf(say), 'CAMPAIGN')).toEqual([
      {
        kind: 'warning',
        message: 'Invalid contact flow format',
        remedy:
          'which actions a flow of type CAMPAIGN may have has never been examined; try it on an instance',
      },
    ]);
    expect(validateFlow(flowOf(wrong), 'CAMPAIGN').map(({ kind }) => kind)).toEqual([
      'warning',
      'error',
    ]);
  });
});

describe('an action', () => {
  it.each(['a', 'Say hello!', '***End Call***', 'ž'.repeat(50)])('may be called %s', (name) => {
    expect(messagesFor({ ...say, Identifier: name })).toEqual([]);
  });

  it.each(['', 'x'.repeat(51), 'a:b', 'a/b', '50%', '$x', 'constructor', '__proto__'])(
    'may not be called "%s"',
    (name) => {
      expect(messagesFor({ ...say, Identifier: name })).toEqual([
        'Invalid Action property value. Path: Actions[0].Identifier',
      ]);
    },
  );

  it('has a name of its own', () => {
    expect(messages(flowOf(say, say))).toEqual([
      'Invalid Action property value. Path: Actions[1].Identifier',
    ]);
  });

  it('has an identifier and a type', () => {
    const { Identifier: _, ...nameless } = say;
    const { Type: __, ...typeless } = say;

    expect(messages({ ...flowOf(bye), Actions: [bye, nameless] })).toEqual([
      'Action is missing required property. Path: Actions[1].Identifier',
    ]);
    expect(messages({ ...flowOf(bye), Actions: [bye, typeless] })).toEqual([
      'Action is missing required property. Path: Actions[1].Type',
    ]);
  });

  it('is an object with known keys', () => {
    expect(messages({ ...flowOf(bye), Actions: [bye, 'say'] })).toEqual([
      'Invalid Action property value. Path: Actions[1]',
    ]);
    expect(messages({ ...flowOf(say), Actions: [{ ...say, Next: 'bye' }, bye] })).toEqual([
      'Invalid Action property name. Path: Actions[0].Next',
    ]);
  });

  it('may leave out parameters it does not need', () => {
    const hangUp = { Identifier: 'it', Type: 'DisconnectParticipant' };

    expect(messagesFor(hangUp)).toEqual([]);
  });

  it.each(['StoreUserInput', 'PlayPrompt', 'UnTagContact', 'toString'])(
    'of the invented type %s is refused',
    (Type) => {
      expect(messagesFor({ ...say, Type })).toEqual([
        `Invalid Action type. Type: ${Type}, Path: Actions[0]`,
      ]);
    },
  );

  it('stands only in the types of flow that take it', () => {
    const transfer = action(
      'TransferContactToQueue',
      {},
      {
        errors: ['QueueAtCapacity', 'NoMatchingError'],
      },
    );

    expect(messagesFor(transfer, 'CONTACT_FLOW')).toEqual([]);
    expect(messagesFor(transfer, 'CUSTOMER_QUEUE')).toEqual([
      'Invalid Action type. Type: TransferContactToQueue, Path: Actions[0]',
    ]);
  });

  it('that hangs up is refused where Connect hangs up by itself', () => {
    expect(messagesFor(bye, 'AGENT_WHISPER')).toContain(
      'Invalid Action type. Type: DisconnectParticipant, Path: Actions[0]',
    );
  });
});
