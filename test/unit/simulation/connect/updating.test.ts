import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../lib/compiler/json.ts';
import { newContact } from '../../../../lib/simulation/connect/contact.ts';
import { act, call, facts, flow, orSorry, say } from './flow-world.ts';

function changedBy(Type: string, parameters: JsonObject, contact = newContact(facts)) {
  const result = call(flow(act('it', Type, parameters, 'bye', orSorry)), { contact });
  return { ...contact, said: result.said };
}

describe('attributes', () => {
  it('take values of the contact, and keys too', () => {
    const contact = newContact({ ...facts, attributes: { round: '2' } });

    const { attributes } = changedBy(
      'UpdateContactAttributes',
      { Attributes: { 'answer_$.Attributes.round': '$.CustomerEndpoint.Address' } },
      contact,
    );

    expect(Object.fromEntries(attributes)).toEqual({ round: '2', answer_2: '+420601000001' });
  });

  it('beyond 32,768 bytes are not set at all', () => {
    const big = 'x'.repeat(32_768 - 'big'.length);
    const fits = changedBy('UpdateContactAttributes', { Attributes: { big } });
    const spills = changedBy('UpdateContactAttributes', { Attributes: { big, more: 'y' } });

    expect([fits.attributes.size, fits.said]).toEqual([1, []]);
    expect([spills.attributes.size, spills.said]).toEqual([0, ['Sorry']]);
  });

  it('of the flow live in the flow', () => {
    const { said } = call(
      flow(
        act(
          'set',
          'UpdateFlowAttributes',
          { FlowAttributes: { tone: { Value: 'kind' } } },
          'tell',
          orSorry,
        ),
        say('tell', 'Be $.FlowAttributes.tone', 'bye'),
      ),
    );

    expect(said).toEqual(['Be kind']);
  });

  it('of a related contact are refused by name', () => {
    expect(() =>
      changedBy('UpdateContactAttributes', { Attributes: { a: 'b' }, TargetContact: 'Related' }),
    ).toThrow("not emulated: TargetContact Related of action 'it'");
  });
});

describe('the contact', () => {
  it('has a name, a description, a customer and a language', () => {
    const { name, description, customerId, languageCode } = changedBy('UpdateContactData', {
      Name: 'Call of $.CustomerEndpoint.Address',
      Description: 'Spring',
      CustomerId: 'c-1',
      LanguageCode: 'pl-PL',
    });

    expect({ name, description, customerId, languageCode }).toEqual({
      name: 'Call of +420601000001',
      description: 'Spring',
      customerId: 'c-1',
      languageCode: 'pl-PL',
    });
  });

  it('does without the services that are gone or far', () => {
    expect(() => changedBy('UpdateContactData', { WisdomSessionArn: 'arn' })).toThrow(
      "not emulated: WisdomSessionArn of action 'it'",
    );
  });

  it('is spoken to in a voice, by the standard engine unless told otherwise', () => {
    const neural = { TextToSpeechVoice: 'Jitka', TextToSpeechEngine: 'Neural' };

    expect(changedBy('UpdateContactTextToSpeechVoice', neural).voice).toEqual({
      id: 'Jitka',
      engine: 'Neural',
      style: 'None',
    });
    expect(changedBy('UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Ewa' }).voice).toEqual(
      {
        id: 'Ewa',
        engine: 'Standard',
        style: 'None',
      },
    );
  });

  it('is logged and recorded as told', () => {
    const RecordingBehavior = { RecordedParticipants: ['Agent', 'Customer'] };

    expect(changedBy('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }).logging).toBe(
      true,
    );
    expect(changedBy('UpdateContactRecordingBehavior', { RecordingBehavior }).recording).toEqual({
      RecordingBehavior,
    });
  });

  it('has a flow for an event', () => {
    const set = changedBy('UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'waiting' } });
    const unset = changedBy('UpdateContactEventHooks', {
      EventHooks: { CustomerQueue: '$.Attributes.none' },
    });

    expect([Object.fromEntries(set.hooks), set.said]).toEqual([{ CustomerQueue: 'waiting' }, []]);
    expect([Object.fromEntries(unset.hooks), unset.said]).toEqual([{}, ['Sorry']]);
  });

  it('has a place in the queue by priority or age', () => {
    expect(changedBy('UpdateContactRoutingBehavior', { QueuePriority: '2' }).priority).toBe(2);
    expect(
      changedBy('UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '-60' }).ageSeconds,
    ).toBe(-60);
  });

  it('asks for certain agents', () => {
    const AgentIds = ['$.Attributes.last'];
    const criteria = (ids: readonly string[]) => ({
      Steps: [
        {
          Expression: {
            AttributeCondition: { MatchCriteria: { AgentsCriteria: { AgentIds: ids } } },
          },
        },
      ],
    });
    const contact = newContact({ ...facts, attributes: { last: 'ada' } });

    const set = changedBy(
      'UpdateContactRoutingCriteria',
      { RoutingCriteria: criteria(AgentIds) },
      contact,
    );
    const none = changedBy('UpdateContactRoutingCriteria', { RoutingCriteria: '$.External.none' });

    expect(set.routingCriteria).toEqual(criteria(['ada']));
    expect([none.routingCriteria, none.said]).toEqual([undefined, ['Sorry']]);
  });

  it('is tagged and untagged', () => {
    const contact = newContact(facts);
    contact.tags.set('old', '1');

    changedBy('TagContact', { Tags: { source: '$.SystemEndpoint.Address' } }, contact);
    changedBy('UntagContact', { TagKeys: ['old'] }, contact);

    expect(Object.fromEntries(contact.tags)).toEqual({ source: '+420800000001' });
  });
});

describe('the number to call back', () => {
  const callback = (number: string, dialable = true) => {
    const contact = newContact({ ...facts, attributes: { number } });
    const action = act(
      'it',
      'UpdateContactCallbackNumber',
      { CallbackNumber: '$.Attributes.number' },
      'bye',
      { errors: { InvalidCallbackNumber: 'invalid', CallbackNumberNotDialable: 'far' } },
    );
    const { said } = call(
      flow(action, say('invalid', 'invalid', 'bye'), say('far', 'too far', 'bye')),
      {
        contact,
        world: { 'check-number': () => ({ kind: 'number-checked', dialable }) },
      },
    );
    return [contact.callbackNumber, ...said];
  };

  it('is kept when it is one and may be called', () => {
    expect(callback('+48512345678')).toEqual(['+48512345678']);
    expect(callback('512345678')).toEqual([undefined, 'invalid']);
    expect(callback('+88212345678', false)).toEqual([undefined, 'too far']);
  });
});
