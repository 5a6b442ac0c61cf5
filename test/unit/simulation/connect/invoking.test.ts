import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../lib/compiler/json.ts';
import { newContact } from '../../../../lib/simulation/connect/contact.ts';
import { act, call, facts, flow, orSorry, say } from './flow-world.ts';

const asking = (more: JsonObject = {}, tell = 'You are $.External.name') =>
  flow(
    act(
      'ask',
      'InvokeLambdaFunction',
      {
        LambdaFunctionARN: 'arn:aws:lambda:eu-central-1:111122223333:function:who',
        InvocationTimeLimitSeconds: '3',
        ...more,
      },
      'tell',
      orSorry,
    ),
    say('tell', tell, 'bye'),
  );

const returning = (payload: JsonValue) => ({
  world: { invoke: () => ({ kind: 'returned', payload }) as const },
});

describe('a Lambda function', () => {
  it('is called with the contact and the parameters of the action', () => {
    const contact = newContact({ ...facts, attributes: { a: '1' } });
    contact.target = { kind: 'queue', arn: 'q', name: 'Sales' };
    contact.languageCode = 'cs-CZ';
    const more = { LambdaInvocationAttributes: { from: '$.CustomerEndpoint.Address' } };

    const { effects } = call(asking(more), { contact });

    expect(effects[0]).toEqual({
      kind: 'invoke',
      arn: 'arn:aws:lambda:eu-central-1:111122223333:function:who',
      limitSeconds: 3,
      asynchronous: false,
      payload: {
        Name: 'ContactFlowEvent',
        Details: {
          Parameters: { from: '+420601000001' },
          ContactData: {
            Attributes: { a: '1' },
            AwsRegion: 'eu-central-1',
            Channel: 'VOICE',
            ContactId: 'contact-1',
            CustomerEndpoint: { Address: '+420601000001', Type: 'TELEPHONE_NUMBER' },
            CustomerId: null,
            Description: null,
            InitialContactId: 'contact-1',
            InitiationMethod: 'INBOUND',
            InstanceARN: 'arn:aws:connect:eu-central-1:111122223333:instance/i',
            LanguageCode: 'cs-CZ',
            MediaStreams: { Customer: { Audio: null } },
            Name: null,
            PreviousContactId: 'contact-1',
            Queue: { ARN: 'q', Name: 'Sales', OutboundCallerId: null },
            References: {},
            SystemEndpoint: { Address: '+420800000001', Type: 'TELEPHONE_NUMBER' },
            Tags: {},
          },
        },
      },
    });
  });

  it('answers with a flat object', () => {
    expect(call(asking(), returning({ name: 'Ada', age: 36 })).said).toEqual(['You are Ada']);
  });

  it.each([
    ['a nested object', { name: { first: 'Ada' } }],
    ['null in it', { name: null }],
    ['a text', 'Ada'],
    ['more than 32 KB', { name: 'x'.repeat(33_000) }],
  ])('that answers with %s has failed', (_, payload) => {
    expect(call(asking(), returning(payload)).said).toEqual(['Sorry']);
  });

  it('may answer with a nested object when the flow expects JSON', () => {
    const more = { ResponseValidation: { ResponseType: 'JSON' } };
    const flow = asking(more, 'You are $.External.name.first, $.External.tags[1]');

    const { said } = call(flow, returning({ name: { first: 'Ada' }, tags: ['a', 'b'] }));

    expect(said).toEqual(['You are Ada, b']);
  });

  it('that fails or takes too long leads to the error branch', () => {
    const world = { invoke: () => ({ kind: 'failed', error: 'NoMatchingError' }) as const };

    expect(call(asking(), { world }).said).toEqual(['Sorry']);
  });

  it('called without waiting leaves no answer', () => {
    const { said, effects } = call(asking({ InvocationType: 'ASYNCHRONOUS' }));

    expect(said).toEqual(['You are ']);
    expect(effects[0]).toMatchObject({ asynchronous: true });
  });

  it('replaces the answer of the one before', () => {
    const twice = flow(
      ...['first', 'second'].map((id) =>
        act(
          id,
          'InvokeLambdaFunction',
          { LambdaFunctionARN: id, InvocationTimeLimitSeconds: '3' },
          id === 'first' ? 'second' : 'tell',
          orSorry,
        ),
      ),
      say('tell', '[$.External.first][$.External.second]', 'bye'),
    );
    const world = {
      invoke: ({ arn }: { arn: string }) =>
        ({ kind: 'returned', payload: { [arn]: arn } }) as const,
    };

    expect(call(twice, { world }).said).toEqual(['[][second]']);
  });
});
