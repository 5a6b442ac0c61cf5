import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import type { Machine } from '../../../lib/local/states/machine.ts';
import { type AssemblySource, bundled, startCloud } from './support/assembly.ts';
import { att, fn, lambdaRole, ref, role } from './support/templates.ts';

const task = (more: Readonly<Record<string, unknown>>) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: '${Work}', 'Payload.$': '$' },
  OutputPath: '$.Payload',
  ...more,
});

function machine(
  states: Readonly<Record<string, unknown>>,
  { code = 'export const handler = async (event) => event;', invokes = ['Work'] } = {},
): AssemblySource {
  return {
    stacks: {
      App: {
        Resources: {
          WorkRole: lambdaRole(),
          Work: fn('work', 'WorkRole'),
          MachineRole: role('states.amazonaws.com', [
            { actions: ['lambda:InvokeFunction'], resources: invokes.map((id) => att(id)) },
          ]),
          Rule: {
            Type: 'AWS::StepFunctions::StateMachine',
            Properties: {
              StateMachineType: 'EXPRESS',
              RoleArn: att('MachineRole'),
              DefinitionString: JSON.stringify({ StartAt: 'First', States: states }),
              DefinitionSubstitutions: { Work: att('Work') },
            },
          },
        },
        Outputs: { Rule: { Value: ref('Rule') } },
      },
    },
    assets: { work: code },
  };
}

async function run(source: AssemblySource, input: unknown) {
  const cloud = await startCloud(source);
  const sfn = new SFNClient(cloud.clientConfig());
  await sfn.send(
    new StartExecutionCommand({
      stateMachineArn: cloud.outputs('App').Rule,
      input: JSON.stringify(input),
    }),
  );
  await cloud.time.untilQuiet();
  const [execution] = (cloud.resource('Rule').thing as Machine).executions();
  return { cloud, execution };
}

it('runs an Express machine and keeps the path it took', async () => {
  const { execution } = await run(
    machine({
      First: task({ Next: 'Which' }),
      Which: {
        Type: 'Choice',
        Choices: [{ Variable: '$.status', StringEquals: 'busy', Next: 'Again' }],
        Default: 'Enough',
      },
      Again: { Type: 'Pass', Result: { done: 'again' }, End: true },
      Enough: { Type: 'Succeed' },
    }),
    { status: 'busy' },
  );

  expect(execution).toMatchObject({
    path: ['First', 'Which', 'Again'],
    status: 'SUCCEEDED',
    output: { done: 'again' },
  });
});

it('waits and retries on simulated time', async () => {
  const { cloud, execution } = await run(
    machine(
      {
        First: { Type: 'Wait', Seconds: 90, Next: 'Work' },
        Work: task({
          Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 3 }],
          End: true,
        }),
      },
      {
        code: `let calls = 0; export const handler = async () => {
        console.log(JSON.stringify({ at: new Date().toISOString() }));
        if (++calls < 3) throw Object.assign(new Error('not yet'), { name: 'Flaky' });
        return { calls };
      };`,
      },
    ),
    {},
  );

  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: { calls: 3 } });
  expect(cloud.logs.entries()).toEqual([
    { at: '2026-03-07T12:01:30.000Z' },
    { at: '2026-03-07T12:01:40.000Z' },
    { at: '2026-03-07T12:02:00.000Z' },
  ]);
});

it('catches the error a function throws by its name', async () => {
  const { execution } = await run(
    machine(
      {
        First: task({ Catch: [{ ErrorEquals: ['NumberRejected'], Next: 'Rejected' }], End: true }),
        Rejected: { Type: 'Pass', End: true },
      },
      {
        code: `export const handler = async () => {
        throw Object.assign(new Error('no such number'), { name: 'NumberRejected' }); };`,
      },
    ),
    {},
  );

  expect(execution?.path).toEqual(['First', 'Rejected']);
  expect(execution?.output).toMatchObject({ Error: 'NumberRejected' });
});

it('fails the execution of a role that may not invoke the function', async () => {
  const { execution } = await run(machine({ First: task({ End: true }) }, { invokes: [] }), {});

  expect(execution).toMatchObject({ status: 'FAILED', error: 'AccessDeniedException' });
});

it.each([
  [{ First: task({ Resource: 'arn:aws:states:::sns:publish', End: true }) }, /sns:publish/],
  [{ First: { Type: 'Pass', Assign: {}, End: true } }, /field 'Assign' of state 'First'/],
  [{ First: { Type: 'Pass', Next: 'Nowhere' } }, /leads to 'Nowhere', which is not a state/],
  [{ First: { Type: 'Dance', End: true } }, /state type 'Dance' of 'First'/],
  [{ First: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } }, /query language 'JSONata'/],
])('refuses at start what the interpreter cannot do', async (states, message) => {
  await expect(startCloud(machine(states))).rejects.toThrow(message);
});

it('answers a synchronous start with the output', async () => {
  const source = machine({ First: task({ End: true }) });
  const { Resources, Outputs } = source.stacks.App as {
    Resources: Record<string, unknown>;
    Outputs: Record<string, unknown>;
  };
  const code = bundled(`import { SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
    const sfn = new SFNClient({ maxAttempts: 1 });
    export const handler = async (event) => {
      const { output } = await sfn.send(new StartSyncExecutionCommand({ stateMachineArn: process.env.RULE, input: JSON.stringify(event) }));
      return output;
    };`);
  const cloud = await startCloud({
    stacks: {
      App: {
        Resources: {
          ...Resources,
          StarterRole: lambdaRole([
            { actions: ['states:StartSyncExecution'], resources: [ref('Rule')] },
          ]),
          Starter: fn('starter', 'StarterRole', {
            Environment: { Variables: { RULE: ref('Rule') } },
          }),
        },
        Outputs: { ...Outputs, Starter: { Value: ref('Starter') } },
      },
    },
    assets: { ...source.assets, starter: code },
  });

  const lambda = new LambdaClient(cloud.clientConfig());
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: cloud.outputs('App').Starter, Payload: '{"a":1}' }),
  );

  expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toBe('{"a":1}');
});
