import { describe, expect, it } from 'vitest';
import { prepare, waitingTime } from '../../../../lib/local/states/prepare-definition.ts';
import { RetryPauses } from '../../../../lib/local/states/retry-pauses.ts';

describe('a prepared definition', () => {
  it('has its waits turned into tasks and its tasks listed, at any depth', () => {
    const task = { Type: 'Task', Resource: 'arn:aws:lambda:x', End: true };
    const prepared = prepare({
      StartAt: 'Both',
      TimeoutSeconds: 60,
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Inner', States: { Inner: task } },
            { StartAt: 'Pause', States: { Pause: { Type: 'Wait', Seconds: 5, End: true } } },
          ],
          Next: 'Each',
        },
        Each: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'Item', States: { Item: task } },
          End: true,
        },
      },
    });

    expect([...prepared.tasks.keys()]).toEqual(['Inner', 'Item']);
    expect([...prepared.waits.keys()]).toEqual(['Pause']);
    expect(prepared.definition).not.toHaveProperty('TimeoutSeconds');
    expect(JSON.stringify(prepared.definition)).toContain(
      '"Pause":{"Type":"Task","End":true,"Resource":"local:wait","ResultPath":null}',
    );
  });

  it('refuses the parts of the context object that the interpreter does not know', () => {
    const States = { A: { Type: 'Pass', Parameters: { 'n.$': '$$.State.Name' }, End: true } };

    expect(() => prepare({ StartAt: 'A', States })).toThrow(/context object '\$\$.State'/);
  });
});

it.each([
  [{ Seconds: 5 }, 5000],
  [{ SecondsPath: '$.s' }, 7000],
  [{ Timestamp: '1970-01-01T00:01:00Z' }, 50_000],
  [{ TimestampPath: '$.t' }, 0],
])('a Wait state with %j waits %d ms', (state, expected) => {
  const values: Readonly<Record<string, string | number>> = {
    '$.s': 7,
    '$.t': '1970-01-01T00:00:01Z',
  };

  expect(waitingTime(state, (path) => values[path], 10_000)).toBe(expected);
});

describe('pauses before retries', () => {
  const state = {
    Retry: [
      {
        ErrorEquals: ['Busy'],
        IntervalSeconds: 2,
        BackoffRate: 3,
        MaxAttempts: 3,
        MaxDelaySeconds: 10,
      },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 1 },
    ],
  };

  it('grow up to their limit and end with the attempts', () => {
    const pauses = new RetryPauses();
    const next = () => pauses.pauseFor('A', state, 'Busy');

    expect([next(), next(), next(), next()]).toEqual([2000, 6000, 10_000, 0]);
  });

  it('are counted for each retrier and each state, and anew when a state was left', () => {
    const pauses = new RetryPauses();

    expect([
      pauses.pauseFor('A', state, 'Other'),
      pauses.pauseFor('A', state, 'Busy'),
      pauses.pauseFor('B', state, 'Other'),
      pauses.pauseFor('A', state, 'Other'),
      pauses.pauseFor('A', state, 'Other'),
    ]).toEqual([1000, 2000, 1000, 0, 1000]);
  });
});
