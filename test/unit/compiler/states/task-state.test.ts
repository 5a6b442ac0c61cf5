import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../../../lib/application/tasks/faults.ts';
import { TASKS, type TaskName } from '../../../../lib/application/tasks/tasks.ts';
import { substitutionKey, taskState } from '../../../../lib/compiler/states/task-state.ts';

const paths = { ResultPath: '$.answer', Next: 'then' };
const names = Object.keys(TASKS) as readonly TaskName[];

describe('a task as a state', () => {
  it('invokes the function that is put in at deployment, with the payload given', () => {
    const state = taskState('begin-rule', { rule: 'again' }, paths);

    expect(state).toMatchObject({
      Type: 'Task',
      Comment: TASKS['begin-rule'].does,
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: '${begin_rule}', Payload: { rule: 'again' } },
      ResultPath: '$.answer',
      Next: 'then',
    });
    expect(state.ResultSelector).toBeUndefined();
  });

  it('keeps of the answer what the selector names', () => {
    const ResultSelector = { 'outcome.$': '$.Payload.outcome' };

    expect(taskState('contact-events', {}, { ...paths, ResultSelector }).ResultSelector).toEqual(
      ResultSelector,
    );
  });

  it('is tried again as the faults of the catalogue say, each fault once', () => {
    for (const name of names) {
      const { Retry } = taskState(name, {}, paths);
      const faults: readonly (keyof typeof FAULTS)[] = TASKS[name].faults;
      const retried = faults.filter((fault) => FAULTS[fault].retry !== undefined);

      const named = Retry.flatMap(({ ErrorEquals }) => ErrorEquals).filter(
        (error) => !error.startsWith('Lambda.'),
      );
      expect(named.toSorted()).toEqual(retried.toSorted());
    }
  });

  it('shares a retrier among faults with the same policy', () => {
    const { Retry } = taskState('contact-events', {}, paths);

    const policies = Retry.map(
      ({ IntervalSeconds, BackoffRate, MaxAttempts, ErrorEquals }) =>
        `${IntervalSeconds}/${BackoffRate}/${MaxAttempts} ${ErrorEquals[0]?.startsWith('Lambda.')}`,
    );
    expect(new Set(policies).size).toBe(policies.length);
  });

  it('is tried again when Lambda itself fails, whatever the task', () => {
    for (const name of names) {
      expect(taskState(name, {}, paths).Retry.at(-1)).toMatchObject({
        ErrorEquals: expect.arrayContaining(['Lambda.TooManyRequestsException']),
        MaxAttempts: 6,
      });
    }
  });

  it('ends the rule in peace when the record is gone, where that may be', () => {
    const gone = [{ ErrorEquals: ['NotFound'], ResultPath: '$.fault', Next: 'record gone' }];

    expect(taskState('begin-rule', {}, paths).Catch).toEqual(gone);
    expect(taskState('dialer-tick', {}, paths).Catch).toEqual([]);
  });

  it('has a key of letters and underscores for every task, and no key twice', () => {
    const keys = names.map(substitutionKey);

    expect(keys.filter((key) => !/^[a-z_]+$/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(names.length);
  });
});
