import { describe, expect, it } from 'vitest';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import type { JsonObject, JsonValue } from '../../../../lib/compiler/json.ts';
import { action, flowOf, messagesFor } from './flow-samples.ts';

const NM = { errors: ['NoMatchingError'] };

const say = (parameters: JsonObject) => messagesFor(action('MessageParticipant', parameters, NM));
const attribute = (value: JsonValue) =>
  messagesFor(action('UpdateContactAttributes', { Attributes: { key: value } }, NM));
const targetQueue = (parameters: JsonObject) =>
  messagesFor(action('UpdateContactTargetQueue', parameters, NM));
const priority = (value: JsonValue) =>
  messagesFor(action('UpdateContactRoutingBehavior', { QueuePriority: value }));
const lambda = (more: JsonObject) =>
  messagesFor(
    action(
      'InvokeLambdaFunction',
      { LambdaFunctionARN: 'arn:aws:lambda:x', InvocationTimeLimitSeconds: '8', ...more },
      NM,
    ),
  );

const invalid = (path: string) => [`Invalid Action property value. Path: Actions[0].${path}`];

describe('texts', () => {
  it('may mix words and paths where they are spoken', () => {
    expect(say({ Text: 'Hello $.Attributes.name, welcome' })).toEqual([]);
  });

  it('are strings, not numbers', () => {
    expect(attribute('5')).toEqual([]);
    expect(attribute(5)).toEqual(invalid('Parameters.Attributes.key'));
  });

  it('are never empty, one blank being enough', () => {
    expect(attribute(' ')).toEqual([]);
    expect(attribute('')).toEqual(invalid('Parameters.Attributes.key'));
    expect(say({ Text: '' })).toEqual(invalid('Parameters.Text'));
  });

  it('are never empty at any depth of a value whose shape is not catalogued', () => {
    const profile = (ProfileRequestData: JsonObject) =>
      messagesFor(action('CreateCustomerProfile', { ProfileRequestData }, NM));

    expect(profile({ Attributes: [{ City: 'Brno' }] })).toEqual([]);
    expect(profile({ Attributes: [{ City: '' }] })).toEqual(
      invalid('Parameters.ProfileRequestData.Attributes[0].City'),
    );
  });

  it('may be empty inside the data of a view, as in published flows', () => {
    const view = (ViewData: JsonObject) =>
      messagesFor(
        action(
          'ShowView',
          { ViewResource: { Id: 'form' }, InvocationTimeLimitSeconds: '60', ViewData },
          { errors: ['NoMatchingCondition', 'NoMatchingError', 'TimeLimitExceeded'] },
        ),
      );

    expect(view({ Items: [{ Label: '', Shown: true }], Heading: '' })).toEqual([]);
  });

  it('are spoken up to 6,000 characters', () => {
    expect(say({ Text: 'x'.repeat(6000) })).toEqual([]);
    expect(say({ Text: 'x'.repeat(6001) })).toEqual(invalid('Parameters.Text'));
  });

  it('from a list are one of the list', () => {
    const logging = (FlowLoggingBehavior: string) =>
      messagesFor(action('UpdateFlowLoggingBehavior', { FlowLoggingBehavior }));

    expect(logging('Enabled')).toEqual([]);
    expect(logging('On')).toEqual(invalid('Parameters.FlowLoggingBehavior'));
  });

  it('that are telephone numbers are in E.164 form', () => {
    const call = (ThirdPartyPhoneNumber: string) =>
      messagesFor(
        action(
          'TransferParticipantToThirdParty',
          {
            ThirdPartyPhoneNumber,
            ThirdPartyConnectionTimeLimitSeconds: '30',
            ContinueFlowExecution: 'False',
          },
          NM,
        ),
      );

    expect(call('+420123456789')).toEqual([]);
    expect(call('$.Attributes.number')).toEqual([]);
    expect(call('123 456 789')).toEqual(invalid('Parameters.ThirdPartyPhoneNumber'));
  });
});

describe('paths', () => {
  it('stand for a whole id, not for a part of it', () => {
    expect(targetQueue({ QueueId: '$.Attributes.queueArn' })).toEqual([]);
    expect(targetQueue({ QueueId: "$.Attributes['queue arn']" })).toEqual([]);
    expect(targetQueue({ QueueId: 'queue-$.Attributes.queue' })).toEqual(
      invalid('Parameters.QueueId'),
    );
  });

  it('are refused in static fields', () => {
    expect(priority('3')).toEqual([]);
    expect(priority('$.Attributes.priority')).toEqual(invalid('Parameters.QueuePriority'));
    expect(lambda({ InvocationTimeLimitSeconds: '$.Attributes.limit' })).toEqual(
      invalid('Parameters.InvocationTimeLimitSeconds'),
    );
  });

  it('are the only thing a comparison takes, and they need a leaf', () => {
    const compare = (ComparisonValue: string) =>
      messagesFor(
        action('Compare', { ComparisonValue }, { errors: ['NoMatchingCondition'], equals: ['x'] }),
      );

    expect(compare('$.External.isOpen')).toEqual([]);
    expect(compare('$.Channel')).toEqual([]);
    expect(compare('VOICE')).toEqual(invalid('Parameters.ComparisonValue'));
    expect(compare('$.External')).toEqual(invalid('Parameters.ComparisonValue'));
  });

  it('are the only thing a callback number takes', () => {
    const callback = (CallbackNumber: string) =>
      messagesFor(
        action(
          'UpdateContactCallbackNumber',
          { CallbackNumber },
          { errors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'] },
        ),
      );

    expect(callback('$.StoredCustomerInput')).toEqual([]);
    expect(callback('+420123456789')).toEqual(invalid('Parameters.CallbackNumber'));
  });
});

describe('numbers', () => {
  it.each(['1', '9223372036854775807', 7])('may be written %s', (value) => {
    expect(priority(value)).toEqual([]);
  });

  it.each(['0', '-1', '1.5', 'high', true])('may not be written %s', (value) => {
    expect(priority(value)).toEqual(invalid('Parameters.QueuePriority'));
  });

  it('keep to their range', () => {
    expect(lambda({ InvocationTimeLimitSeconds: '8' })).toEqual([]);
    expect(lambda({ InvocationTimeLimitSeconds: '9' })).toEqual(
      invalid('Parameters.InvocationTimeLimitSeconds'),
    );
  });
});

describe('objects', () => {
  it('have the keys of the catalogue and no others', () => {
    expect(lambda({ ResponseValidation: { ResponseType: 'JSON' } })).toEqual([]);
    expect(lambda({ ResponseValidation: { ResponseType: 'JSON', Strict: 'True' } })).toEqual([
      'Invalid Action property name. Path: Actions[0].Parameters.ResponseValidation.Strict',
    ]);
    expect(lambda({ ResponseValidation: 'JSON' })).toEqual(
      invalid('Parameters.ResponseValidation'),
    );
  });

  it('have the keys they need', () => {
    expect(messagesFor(action('TransferToFlow', { ContactFlowId: 'f' }, NM))).toEqual([]);
    expect(messagesFor(action('TransferToFlow', {}, NM))).toEqual([
      'Action is missing required property. Path: Actions[0].Parameters.ContactFlowId',
    ]);
  });

  it('take exactly one key of some groups', () => {
    expect(targetQueue({ QueueId: 'q' })).toEqual([]);
    expect(targetQueue({ QueueId: 'q', AgentId: 'a' })).toEqual([
      'Only one of these properties may be defined. Properties: [QueueId, AgentId], Path: Actions[0].Parameters',
    ]);
    expect(targetQueue({})).toEqual([
      'At least one of [QueueId, AgentId] must be set. Path: Actions[0].Parameters',
    ]);
  });

  it('take at most one key of others', () => {
    const metrics = (parameters: JsonObject) =>
      messagesFor(action('GetMetricData', parameters, NM));

    expect(metrics({})).toEqual([]);
    expect(metrics({ QueueId: 'q', AgentId: 'a' })).toEqual([
      'Only one of these properties may be defined. Properties: [QueueId, AgentId], Path: Actions[0].Parameters',
    ]);
  });

  it('take at least one key of yet others', () => {
    const data = (parameters: JsonObject) =>
      messagesFor(action('UpdateContactData', parameters, NM));

    expect(data({ Name: 'a', LanguageCode: 'cs-CZ' })).toEqual([]);
    expect(data({})[0]).toMatch(/^At least one of \[Name, Description, LanguageCode, /);
  });

  it('may be given as one path where the service takes it', () => {
    const criteria = (RoutingCriteria: JsonValue) =>
      messagesFor(action('UpdateContactRoutingCriteria', { RoutingCriteria }, NM));

    expect(criteria('$.External.criteria')).toEqual([]);
    expect(criteria('criteria')).toEqual(invalid('Parameters.RoutingCriteria'));
    expect(criteria({ Steps: [] })).toEqual(invalid('Parameters.RoutingCriteria.Steps'));
  });

  it('of one event hook set one event', () => {
    const hook = (EventHooks: JsonObject) =>
      messagesFor(action('UpdateContactEventHooks', { EventHooks }, NM));

    expect(hook({ CustomerQueue: 'flow' })).toEqual([]);
    expect(hook({ CustomerQueue: 'flow', AgentWhisper: 'flow' })).toEqual([
      'Only one of these properties may be defined. Properties: [AgentWhisper, CustomerQueue], Path: Actions[0].Parameters.EventHooks',
    ]);
    expect(hook({ CustomerGone: 'flow' })).toContain(
      'Invalid Action property name. Path: Actions[0].Parameters.EventHooks.CustomerGone',
    );
  });
});

describe('maps and lists', () => {
  const tag = (Tags: JsonValue) => messagesFor(action('TagContact', { Tags }, NM));
  const tags = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']));

  it('hold as many entries as the service takes', () => {
    expect(tag(tags(6))).toEqual([]);
    expect(tag(tags(7))).toEqual(invalid('Parameters.Tags'));
    expect(tag({})).toEqual(invalid('Parameters.Tags'));
    expect(tag([])).toEqual(invalid('Parameters.Tags'));
  });

  it('have keys of the right form', () => {
    expect(tag({ 'aws:x': 'v' })).toEqual(invalid('Parameters.Tags.aws:x'));
    expect(
      messagesFor(
        action('UpdateFlowAttributes', { FlowAttributes: { 'a.b': { Value: '1' } } }, NM),
      ),
    ).toEqual(invalid('Parameters.FlowAttributes.a.b'));
    expect(messagesFor(action('UpdateContactAttributes', { Attributes: { '': 'x' } }, NM))).toEqual(
      invalid('Parameters.Attributes'),
    );
  });

  it('check every item', () => {
    const prompts = (...Messages: JsonValue[]) =>
      messagesFor(action('MessageParticipantIteratively', { Messages }, NM), 'CUSTOMER_QUEUE');

    expect(prompts({ Text: 'Hold' }, { PromptId: 'music' })).toEqual([]);
    expect(prompts({ Text: 'Hold', SSML: '<speak/>' })).toEqual([
      'Only one of these properties may be defined. Properties: [Text, SSML], Path: Actions[0].Parameters.Messages[0]',
    ]);
    expect(prompts()).toEqual(invalid('Parameters.Messages'));
  });
});

describe('placeholders', () => {
  it.each(['${Queue.Arn}', '{{queue}}', '%QueueArn%', '${Token[TOKEN.7]}'])(
    'such as %s stand for whatever is filled in later',
    (mark) => {
      expect(targetQueue({ QueueId: mark })).toEqual([]);
      expect(priority(mark)).toEqual([]);
    },
  );

  it('are what an id left blank is reported as', () => {
    const flow = flowOf(action('UpdateContactTargetQueue', { QueueId: '' }, NM));

    expect(validateFlow(flow)).toEqual([
      {
        action: 'it',
        kind: 'placeholder',
        message: 'Invalid Action property value. Path: Actions[0].Parameters.QueueId',
        remedy: 'fill in the id left blank',
      },
    ]);
  });
});
