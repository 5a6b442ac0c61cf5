import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../lib/compiler/flows/flow.ts';
import type { JsonObject } from '../../../../lib/compiler/json.ts';
import { newContact } from '../../../../lib/simulation/connect/contact.ts';
import { act, call, facts, flow, say } from './flow-world.ts';

const yes = say('yes', 'yes', 'bye');
const no = say('no', 'no', 'bye');

function answerOf(action: Action, options: Parameters<typeof call>[1] = {}): string | undefined {
  return call(flow(action, yes, no), options).said[0];
}

describe('Compare', () => {
  const compare = (
    Operator: string,
    operand: string,
    ComparisonValue = '$.Attributes.x',
  ): Action => ({
    ...act('compare', 'Compare', { ComparisonValue }, 'no', {
      errors: { NoMatchingCondition: 'no' },
    }),
    Transitions: {
      NextAction: 'no',
      Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'no' }],
      Conditions: [{ NextAction: 'yes', Condition: { Operator, Operands: [operand] } }],
    },
  });
  const x = (value: string) => ({ contact: newContact({ ...facts, attributes: { x: value } }) });

  it.each([
    ['Equals', 'gold', 'gold', 'yes'],
    ['Equals', 'Gold', 'gold', 'no'],
    ['TextStartsWith', '+48', '+48123', 'yes'],
    ['TextEndsWith', '+48', '+48123', 'no'],
    ['TextContains', '81', '+48123', 'yes'],
    ['NumberGreaterThan', '5', '10', 'yes'],
    ['NumberGreaterOrEqualTo', '10', '10', 'yes'],
    ['NumberLessThan', '5', '10', 'no'],
    ['NumberLessOrEqualTo', '10', '10', 'yes'],
    ['NumberLessThan', '5', 'few', 'no'],
    ['NumberGreaterThan', 'few', '5', 'no'],
    ['NumberLessThan', '5', '', 'no'],
  ])('%s %s is for "%s": %s', (operator, operand, value, answer) => {
    expect(answerOf(compare(operator, operand), x(value))).toBe(answer);
  });

  it('reads a missing attribute as empty, so nothing matches', () => {
    expect(answerOf(compare('Equals', 'gold'))).toBe('no');
  });

  it('takes the first of several conditions that are true', () => {
    const both = compare('TextStartsWith', 'g');
    const first = { NextAction: 'no', Condition: { Operator: 'Equals', Operands: ['gold'] } };
    const action = {
      ...both,
      Transitions: {
        ...both.Transitions,
        Conditions: [first, ...(both.Transitions?.Conditions ?? [])],
      },
    };

    expect(answerOf(action, x('gold'))).toBe('no');
    expect(answerOf(action, x('green'))).toBe('yes');
  });

  it.each([
    ['$.CustomerEndpoint.Address', '+420601000001'],
    ['$.SystemEndpoint.Address', '+420800000001'],
    ['$.Channel', 'VOICE'],
    ["$.Attributes['a key']", 'found'],
    ['$.ContactId', 'contact-1'],
    ['$.InitiationMethod', 'INBOUND'],
  ])('reads %s', (path, value) => {
    const contact = newContact({ ...facts, attributes: { 'a key': 'found' } });

    expect(answerOf(compare('Equals', value, path), { contact })).toBe('yes');
  });

  it('refuses by name what it does not know', () => {
    expect(() => answerOf(compare('KeyExists', 'x'))).toThrow(
      'not emulated: the operator KeyExists',
    );
    expect(() => answerOf(compare('Equals', 'x', '$.Loop.LoopCounter'))).toThrow(
      'not emulated: the value $.Loop.LoopCounter',
    );
  });
});

describe('CheckHoursOfOperation', () => {
  const hours = (parameters: JsonObject) =>
    act('hours', 'CheckHoursOfOperation', parameters, 'no', {
      errors: { NoMatchingError: 'sorry' },
      equals: { True: 'yes', False: 'no' },
    });
  const atNight = { hours: () => ({ kind: 'checked', open: false }) as const };

  it('asks the world whether the hours are open now', () => {
    expect(answerOf(hours({ HoursOfOperationId: 'h' }))).toBe('yes');
    expect(answerOf(hours({ HoursOfOperationId: 'h' }), { world: atNight })).toBe('no');
  });

  it('means the hours of the queue when it names none', () => {
    const contact = newContact(facts);
    contact.target = { kind: 'queue', arn: 'q', name: 'Sales' };

    expect(call(flow(hours({}), yes, no), { contact }).effects[0]).toEqual({
      kind: 'hours',
      queueArn: 'q',
    });
  });

  it('fails without hours and without a queue, or with the queue of an agent', () => {
    const contact = newContact(facts);
    contact.target = { kind: 'agent', arn: 'a', name: 'Ada' };

    expect(answerOf(hours({}))).toBe('Sorry');
    expect(answerOf(hours({}), { contact })).toBe('Sorry');
  });
});

describe('CheckMetricData', () => {
  const metric = (MetricType: string, Operator: string, operand: string): Action => ({
    Identifier: 'metric',
    Type: 'CheckMetricData',
    Parameters: { MetricType, QueueId: 'q' },
    Transitions: {
      NextAction: 'no',
      Errors: [
        { ErrorType: 'NoMatchingError', NextAction: 'sorry' },
        { ErrorType: 'NoMatchingCondition', NextAction: 'no' },
      ],
      Conditions: [{ NextAction: 'yes', Condition: { Operator, Operands: [operand] } }],
    },
  });
  const measured = (value: number) => ({
    world: { metric: () => ({ kind: 'measured', value }) as const },
  });

  it('compares what the world measures', () => {
    const staffed = metric('NumberOfAgentsStaffed', 'NumberGreaterThan', '0');

    expect(answerOf(staffed, measured(3))).toBe('yes');
    expect(answerOf(staffed, measured(0))).toBe('no');
  });

  it('fails when nothing can be measured', () => {
    const action = metric('NumberOfContactsInQueue', 'NumberLessThan', '5');
    const world = { metric: () => ({ kind: 'failed', error: 'NoMatchingError' }) as const };

    expect(answerOf(action, { world })).toBe('Sorry');
  });

  it('refuses the age of the oldest contact, whose unit nobody has settled', () => {
    const action = metric('OldestContactInQueueAgeSeconds', 'NumberGreaterThan', '300');

    expect(() => answerOf(action)).toThrow(
      "not emulated: the metric OldestContactInQueueAgeSeconds of action 'metric'",
    );
  });
});

describe('GetMetricData', () => {
  it('fills the metrics a text or a comparison reads', () => {
    const { said } = call(
      flow(
        act('measure', 'GetMetricData', { QueueId: 'q' }, 'tell', {
          errors: { NoMatchingError: 'sorry' },
        }),
        say('tell', '$.Metrics.Queue.Size callers before you', 'bye'),
      ),
      { world: { metrics: () => ({ kind: 'all-measured', values: { Queue: { Size: 4 } } }) } },
    );

    expect(said).toEqual(['4 callers before you']);
  });
});

describe('Loop', () => {
  const loop = (LoopCount: string, errors = {}) =>
    act('loop', 'Loop', { LoopCount }, 'bye', {
      errors,
      equals: { ContinueLooping: 'round', DoneLooping: 'bye' },
    });
  const round = say('round', 'round', 'loop');

  it('goes round as often as it says', () => {
    expect(call(flow(loop('3'), round)).said).toEqual(['round', 'round', 'round']);
    expect(call(flow(loop('0'), round)).said).toEqual([]);
  });

  it('keeps its count with the contact, and starts anew once it is done', () => {
    const contact = newContact(facts);
    contact.loops.set('main/loop', 1);

    expect(call(flow(loop('2'), round), { contact }).said).toEqual(['round']);
    expect(call(flow(loop('2'), round), { contact }).said).toEqual(['round', 'round']);
  });

  it('fails when its count is no number', () => {
    const action = loop('$.Attributes.many', { NoMatchingError: 'sorry' });

    expect(call(flow(action, round)).said).toEqual(['Sorry']);
  });

  it('that goes round for ever without asking anything of the world is a broken flow', () => {
    const circle = act('circle', 'TagContact', { Tags: { a: 'b' } }, 'circle', {
      errors: { NoMatchingError: 'circle' },
    });

    expect(() => call(flow(circle))).toThrow('it is in an endless loop');
  });
});

describe('DistributeByPercentage', () => {
  const shares: Action = {
    Identifier: 'shares',
    Type: 'DistributeByPercentage',
    Parameters: {},
    Transitions: {
      NextAction: 'no',
      Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'no' }],
      Conditions: [
        { NextAction: 'yes', Condition: { Operator: 'NumberLessThan', Operands: ['31'] } },
      ],
    },
  };
  const drawn = (value: number) => ({ world: { draw: () => ({ kind: 'drawn', value }) as const } });

  it('gives thirty of a hundred to the first share', () => {
    expect(answerOf(shares, drawn(30))).toBe('yes');
    expect(answerOf(shares, drawn(31))).toBe('no');
  });
});

describe('CheckOutboundCallStatus', () => {
  const status = act('status', 'CheckOutboundCallStatus', {}, 'no', {
    errors: { NoMatchingError: 'sorry' },
    equals: { CallAnswered: 'yes', VoicemailBeep: 'no' },
  });

  it('branches by what answered', () => {
    const person = newContact({ ...facts, outboundCallStatus: 'CallAnswered' });
    const machine = newContact({ ...facts, outboundCallStatus: 'VoicemailBeep' });

    expect(answerOf(status, { contact: person })).toBe('yes');
    expect(answerOf(status, { contact: machine })).toBe('no');
  });

  it('fails when no detection ran', () => {
    expect(answerOf(status)).toBe('Sorry');
  });
});

describe('Wait', () => {
  it('is refused by name on a voice contact', () => {
    const wait = act('wait', 'Wait', { TimeLimitSeconds: '60' }, 'bye');

    expect(() => call(flow(wait))).toThrow(
      "not emulated: action 'wait' of type Wait on a voice contact",
    );
  });
});
