import { describe, expect, it } from 'vitest';
import type { Action, Transitions } from '../../../../lib/compiler/flows/flow.ts';
import type { JsonObject } from '../../../../lib/compiler/json.ts';
import { action, condition, messagesFor } from './flow-samples.ts';

const NM = ['NoMatchingError'];
const say = action('MessageParticipant', { Text: 'Hello' }, { errors: NM });
const flowTarget = action('TransferToFlow', { ContactFlowId: 'f' }, { errors: NM });
const hours = (equals: readonly string[]) =>
  action('CheckHoursOfOperation', { HoursOfOperationId: 'h' }, { errors: NM, equals });

const withBranches = (it: Action, branches: Transitions): Action => ({
  ...it,
  Transitions: { ...it.Transitions, ...branches },
});
const invalid = (path: string) => [`Invalid Action property value. Path: Actions[0].${path}`];

describe('the next action', () => {
  it('is mandatory even where it can never be taken', () => {
    expect(messagesFor(flowTarget)).toEqual([]);
    expect(
      messagesFor(action('TransferToFlow', { ContactFlowId: 'f' }, { errors: NM, next: false })),
    ).toEqual(['Action is missing required property. Path: Actions[0].Transitions.NextAction']);
  });

  it('may be missing only after prompts that repeat for ever', () => {
    const prompts = action(
      'MessageParticipantIteratively',
      { Messages: [{ Text: 'Hold' }] },
      { next: false },
    );

    expect(messagesFor(prompts, 'CUSTOMER_QUEUE')).toEqual([]);
  });

  it('is refused after an action that ends the flow', () => {
    expect(messagesFor(action('DisconnectParticipant', {}, { next: false }))).toEqual([]);
    expect(messagesFor(action('DisconnectParticipant'))).toEqual([
      'Action does not support transitions. Path: Actions[0]',
    ]);
  });

  it('is an action of the flow, on every branch', () => {
    expect(messagesFor(withBranches(say, { NextAction: 'nobody' }))).toEqual(
      invalid('Transitions.NextAction'),
    );
    expect(
      messagesFor(
        withBranches(say, { Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'nobody' }] }),
      ),
    ).toEqual(invalid('Transitions.Errors[0].NextAction'));
    expect(
      messagesFor(
        withBranches(hours(['True', 'False']), {
          Conditions: [
            condition('Equals', 'True'),
            { ...condition('Equals', 'False'), NextAction: 'x' },
          ],
        }),
      ),
    ).toEqual(invalid('Transitions.Conditions[1].NextAction'));
  });

  it('may be the action itself', () => {
    expect(messagesFor(withBranches(say, { NextAction: 'it' }))).toEqual([]);
  });

  it('stands in transitions of the known form', () => {
    expect(
      messagesFor({ ...say, Transitions: { ...say.Transitions, Next: 'bye' } as Transitions }),
    ).toEqual(['Invalid Action property name. Path: Actions[0].Transitions.Next']);
  });
});

describe('errors', () => {
  it('are all declared', () => {
    const transfer = (...errors: string[]) =>
      messagesFor(action('TransferContactToQueue', {}, { errors }));

    expect(transfer('QueueAtCapacity', 'NoMatchingError')).toEqual([]);
    expect(transfer('NoMatchingError')).toEqual([
      'Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]',
    ]);
  });

  it('are optional after a prompt', () => {
    expect(messagesFor(action('MessageParticipant', { Text: 'Hello' }))).toEqual([]);
  });

  it('are refused where the service knows none', () => {
    const logging = (...errors: string[]) =>
      messagesFor(
        action('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { errors }),
      );

    expect(logging()).toEqual([]);
    expect(logging('NoMatchingError')).toEqual([
      'Invalid Action error. Error: NoMatchingError, Path: Actions[0]',
    ]);
  });

  it('are refused by a comparison except for the missing match', () => {
    const compare = (...errors: string[]) =>
      messagesFor(
        action('Compare', { ComparisonValue: '$.Channel' }, { errors, equals: ['VOICE'] }),
      );

    expect(compare('NoMatchingCondition')).toEqual([]);
    expect(compare('NoMatchingCondition', 'NoMatchingError')).toEqual([
      'Invalid Action error. Error: NoMatchingError, Path: Actions[0]',
    ]);
  });
});

describe('conditions', () => {
  const compare = (...Conditions: Transitions['Conditions'] & object) =>
    messagesFor(
      withBranches(
        action('Compare', { ComparisonValue: '$.Channel' }, { errors: ['NoMatchingCondition'] }),
        { Conditions },
      ),
    );

  it.each(['Equals', 'TextStartsWith', 'TextContains', 'NumberLessThan', 'KeyExists'])(
    'may compare by %s',
    (operator) => {
      expect(compare(condition(operator, 'x'))).toEqual([]);
    },
  );

  it.each(['And', 'Not', 'Contains', 'Exists'])('may not compare by %s', (operator) => {
    expect(compare(condition(operator, 'x'))).toEqual(
      invalid('Transitions.Conditions[0].Condition.Operator'),
    );
  });

  it('have one operand that is not empty', () => {
    expect(compare(condition('Equals', 'x', 'y'))).toEqual(['Invalid branch. Path: 0.Evaluate']);
    expect(compare(condition('Equals', ''))).toEqual(['Invalid branch. Path: 0.Evaluate']);
  });

  it('are needed by a comparison', () => {
    expect(compare()).toEqual(invalid('Transitions.Conditions'));
  });

  it('are refused where the action does not choose', () => {
    expect(messagesFor(withBranches(say, { Conditions: [condition('Equals', 'x')] }))).toEqual([
      'Action does not support conditions. Path: Actions[0]',
    ]);
  });

  it('of opening hours are True and False', () => {
    expect(messagesFor(hours(['False', 'True']))).toEqual([]);
    expect(messagesFor(hours(['True']))).toEqual(invalid('Transitions.Conditions'));
    expect(messagesFor(hours(['True', 'False', 'Holiday']))).toEqual(
      invalid('Transitions.Conditions'),
    );
  });

  it('of a loop are to continue and to be done', () => {
    const loop = (equals: readonly string[]) =>
      messagesFor(action('Loop', { LoopCount: '3' }, { equals }));

    expect(loop(['ContinueLooping', 'DoneLooping'])).toEqual([]);
    expect(loop(['DoneLooping', 'DoneLooping'])).toEqual(invalid('Transitions.Conditions'));
  });

  it('of prompts in a queue come with the interruption and only with it', () => {
    const prompts = (more: JsonObject, equals: readonly string[]) =>
      messagesFor(
        action(
          'MessageParticipantIteratively',
          { Messages: [{ Text: 'Hold' }], ...more },
          { errors: NM, equals },
        ),
        'CUSTOMER_QUEUE',
      );

    expect(prompts({ InterruptFrequencySeconds: '30' }, ['MessagesInterrupted'])).toEqual([]);
    expect(prompts({ InterruptFrequencySeconds: '30' }, [])).toEqual(
      invalid('Transitions.Conditions'),
    );
    expect(prompts({}, ['MessagesInterrupted'])).toEqual([
      'Action does not support conditions. Path: Actions[0]',
    ]);
  });

  it('of agent metrics ask only whether there is anyone', () => {
    const staffed = (operator: string, operand: string) =>
      messagesFor(
        withBranches(
          action(
            'CheckMetricData',
            { MetricType: 'NumberOfAgentsStaffed', QueueId: 'q' },
            { errors: ['NoMatchingError', 'NoMatchingCondition'] },
          ),
          { Conditions: [condition(operator, operand)] },
        ),
      );

    expect(staffed('NumberGreaterThan', '0')).toEqual([]);
    expect(staffed('NumberGreaterThan', '1')).toEqual(invalid('Transitions.Conditions'));
    expect(staffed('Equals', '0')).toEqual(invalid('Transitions.Conditions'));
  });

  it('of shares rise', () => {
    const shares = (...operands: string[]) =>
      messagesFor(
        withBranches(action('DistributeByPercentage', {}, { errors: ['NoMatchingCondition'] }), {
          Conditions: operands.map((operand) => condition('NumberLessThan', operand)),
        }),
      );

    expect(shares('31', '61')).toEqual([]);
    expect(shares('61', '31')).toEqual(invalid('Transitions.Conditions'));
    expect(shares('101')).toEqual(invalid('Transitions.Conditions'));
    expect(shares('a third')).toEqual(invalid('Transitions.Conditions'));
  });

  it('of an outbound call name what answered', () => {
    const status = (...equals: string[]) =>
      messagesFor(action('CheckOutboundCallStatus', {}, { errors: NM, equals }));

    expect(status('CallAnswered', 'VoicemailBeep')).toEqual([]);
    expect(status('Fax')).toEqual(invalid('Transitions.Conditions'));
  });

  it('of a module need a way out when none is met', () => {
    const module = (errors: readonly string[]) =>
      messagesFor(
        action('InvokeFlowModule', { FlowModuleId: 'm' }, { errors, equals: ['Success'] }),
      );

    expect(module(['NoMatchingError', 'NoMatchingCondition'])).toEqual([]);
    expect(module(NM)).toEqual([
      'Action is missing required error. Error: NoMatchingCondition, Path: Actions[0]',
    ]);
  });
});
