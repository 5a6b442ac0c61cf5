import { describe, expect, it } from 'vitest';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { State, StateMachine } from '../../../../lib/compiler/states/asl.ts';
import { taskState } from '../../../../lib/compiler/states/task-state.ts';
import { runMachine } from '../../../../lib/simulation/state-machine.ts';

const done: State = { Type: 'Succeed' };

const machine = (states: Readonly<Record<string, unknown>>): StateMachine =>
  ({ Comment: 'x', StartAt: 'first', TimeoutSeconds: 1, States: states }) as StateMachine;

const begin = machine({
  first: taskState(
    'begin-rule',
    { 'record.$': '$.record', fixed: { a: [1] } },
    { ResultSelector: { 'entry.$': '$.Payload.entry' }, ResultPath: '$.facts', Next: 'done' },
  ),
  'record gone': done,
  done,
});

describe('a task', () => {
  it('gets its parameters and leaves its answer where ResultPath says', async () => {
    const inputs: unknown[] = [];

    const run = await runMachine(
      begin,
      { record: 'ann' },
      {
        'begin-rule': async (input) => {
          inputs.push(input);
          return { entry: 'trigger', more: 1 };
        },
      },
    );

    expect(inputs).toEqual([{ record: 'ann', fixed: { a: [1] } }]);
    expect(run).toEqual({
      output: { record: 'ann', facts: { entry: 'trigger' } },
      path: ['first', 'done'],
    });
  });

  it('is tried again as often as its retrier says', async () => {
    let tries = 0;
    const run = runMachine(
      begin,
      { record: 'ann' },
      {
        'begin-rule': async () => {
          tries++;
          throw new Fault('StoreUnavailable', 'throttled');
        },
      },
    );

    await expect(run).rejects.toThrow('throttled');
    expect(tries).toBe(6);
  });

  it('that fails for good goes where the catcher says', async () => {
    const run = await runMachine(
      begin,
      { record: 'ann' },
      {
        'begin-rule': async () => {
          throw new Fault('NotFound', 'no record');
        },
      },
    );

    expect(run).toEqual({
      output: { record: 'ann', fault: { Error: 'NotFound', Cause: 'NotFound: no record' } },
      path: ['first', 'record gone'],
    });
  });

  it('cannot change what other runs are given', async () => {
    const spoil = runMachine(
      begin,
      { record: 'ann' },
      {
        'begin-rule': async (input) => {
          (input as { fixed: { a: number[] } }).fixed.a.push(2);
          return { entry: 'x' };
        },
      },
    );

    await expect(spoil).rejects.toThrow(TypeError);
  });
});

describe('a choice', () => {
  it('with no exit that holds is an error of its own name', async () => {
    const stuck = machine({
      first: { Type: 'Choice', Choices: [{ Variable: '$.a', StringEquals: 'x', Next: 'done' }] },
      done,
    });

    await expect(runMachine(stuck, { a: 'y' }, {})).rejects.toMatchObject({
      name: 'States.NoChoiceMatched',
    });
  });

  it('does not take a text for a number', async () => {
    const compare = machine({
      first: {
        Type: 'Choice',
        Choices: [{ Variable: '$.a', NumericGreaterThan: 1, Next: 'done' }],
        Default: 'other',
      },
      other: done,
      done,
    });

    expect((await runMachine(compare, { a: '2' }, {})).path).toEqual(['first', 'other']);
    expect((await runMachine(compare, { a: 2 }, {})).path).toEqual(['first', 'done']);
  });

  it('that reads what is not there is an error of its own name', async () => {
    const lost = machine({
      first: { Type: 'Choice', Choices: [{ Variable: '$.b', StringEquals: 'x', Next: 'done' }] },
      done,
    });

    await expect(runMachine(lost, { a: 1 }, {})).rejects.toMatchObject({
      name: 'States.ParameterPathFailure',
    });
  });
});

describe('what no compiled rule holds is refused by name', () => {
  it.each([
    ['a type of state', { first: { Type: 'Wait', Seconds: 1, Next: 'done' }, done }, "'Wait'"],
    ['a field', { first: { Type: 'Pass', OutputPath: '$.a', Next: 'done' }, done }, "'OutputPath'"],
    [
      'two sources of one result',
      { first: { Type: 'Pass', InputPath: '$.a', Result: {}, Next: 'done' }, done },
      "'Result'",
    ],
    [
      'a comparison',
      {
        first: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'done' }] },
        done,
      },
      'IsNull',
    ],
    [
      'a resource',
      { first: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Next: 'done' }, done },
      'sqs:sendMessage',
    ],
    [
      'a path',
      { first: { Type: 'Pass', Parameters: { 'a.$': '$..b' }, Next: 'done' }, done },
      "'$..b'",
    ],
    [
      'an intrinsic function',
      { first: { Type: 'Pass', Parameters: { 'a.$': 'States.UUID()' }, Next: 'done' }, done },
      'States.UUID()',
    ],
  ])('%s', async (_what, states, named) => {
    await expect(runMachine(machine(states), {}, {})).rejects.toThrow(named);
  });
});
