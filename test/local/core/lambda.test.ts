import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { startCloud } from './support/assembly.ts';
import { fn, lambdaRole, role } from './support/templates.ts';

type Properties = Readonly<Record<string, unknown>>;

async function started(code: string, more: Properties = {}, roleOf = lambdaRole()) {
  const cloud = await startCloud({
    stacks: { App: { Resources: { Role: roleOf, F: fn('f', 'Role', more) } } },
    assets: { f: code },
  });
  const lambda = new LambdaClient(cloud.clientConfig());
  const invoke = async (payload: unknown = {}) => {
    const input = { FunctionName: 'App-F', Payload: JSON.stringify(payload) };
    const { Payload, FunctionError } = await lambda.send(new InvokeCommand(input));
    const answer: unknown = JSON.parse(Payload?.transformToString() ?? 'null');
    return { answer, FunctionError };
  };
  return { cloud, lambda, invoke };
}

describe('a function', () => {
  it('has the variables of the template and those Lambda sets, and nothing of ours', async () => {
    const { cloud, invoke } = await started('export const handler = async () => process.env;', {
      MemorySize: 256,
      Environment: { Variables: { TABLE: 'records' } },
    });

    const { answer } = await invoke();

    expect(answer).toMatchObject({
      TABLE: 'records',
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: cloud.endpoint,
      AWS_LAMBDA_FUNCTION_NAME: 'App-F',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      _HANDLER: 'index.handler',
    });
    expect(answer).not.toHaveProperty('PATH');
    expect(answer).not.toHaveProperty('HOME');
  });

  it('gets a context', async () => {
    const { invoke } = await started(`export const handler = async (_, context) => ({
      name: context.functionName, arn: context.invokedFunctionArn, version: context.functionVersion,
      hasTime: context.getRemainingTimeInMillis() > 5000, id: typeof context.awsRequestId });`);

    expect((await invoke()).answer).toEqual({
      name: 'App-F',
      arn: 'arn:aws:lambda:eu-central-1:000000000000:function:App-F',
      version: '$LATEST',
      hasTime: true,
      id: 'string',
    });
  });

  it('stays warm: what it loaded once is there the next time', async () => {
    const { invoke } = await started('let calls = 0; export const handler = async () => ++calls;');

    await invoke();

    expect((await invoke()).answer).toBe(2);
  });

  it('sees time move between its invocations, not within one', async () => {
    const { cloud, invoke } = await started(`export const handler = async () => {
      const before = Date.now();
      await new Promise((wake) => setTimeout(wake, 5));
      return [before, Date.now()]; };`);
    const start = cloud.time.now();

    const first = await invoke();
    await cloud.time.until(start + 86_400_000);
    const second = await invoke();

    expect([first.answer, second.answer]).toEqual([
      [start, start],
      [start + 86_400_000, start + 86_400_000],
    ]);
  });

  it('sees whole milliseconds, also where time passes at a pace of its own', async () => {
    const { cloud, invoke } = await started('export const handler = async () => Date.now();');
    cloud.time.resume(0.7);
    await cloud.time.until(cloud.time.now() + 3);
    cloud.time.pause();

    expect(Number.isInteger((await invoke()).answer)).toBe(true);
    expect(Number.isInteger(cloud.time.now())).toBe(false);
  });

  it('may answer through a callback', async () => {
    const { invoke } = await started(
      'export const handler = (event, context, done) => { setTimeout(() => done(null, event.n + 1), 1); };',
    );

    expect((await invoke({ n: 1 })).answer).toBe(2);
  });

  it.each([
    [
      'throws',
      "export const handler = async () => { throw new TypeError('no'); };",
      { errorType: 'TypeError', errorMessage: 'no' },
    ],
    [
      'throws no error',
      'export const handler = async () => { throw "text"; };',
      { errorType: 'string', errorMessage: 'text' },
    ],
    [
      'has no handler',
      'export const other = 1;',
      {
        errorType: 'Runtime.HandlerNotFound',
        errorMessage: 'handler is undefined or not exported',
      },
    ],
    [
      'cannot be loaded',
      "throw new RangeError('at load');",
      { errorType: 'RangeError', errorMessage: 'at load' },
    ],
    [
      'cannot be loaded after a wait',
      "await new Promise((wake) => setTimeout(wake, 50)); throw new RangeError('late');",
      { errorType: 'RangeError', errorMessage: 'late' },
    ],
    [
      'exits',
      'export const handler = () => process.exit(3);',
      { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited' },
    ],
  ])('that %s is an error of that function', async (_, code, expected) => {
    const { invoke } = await started(code);

    const { answer, FunctionError } = await invoke();

    expect(FunctionError).toBe('Unhandled');
    expect(answer).toMatchObject(expected);
  });

  it('goes on in a new environment after one has died', async () => {
    const { invoke } = await started(`let calls = 0;
      export const handler = async ({ die }) => die ? process.exit(1) : ++calls;`);

    await invoke({ die: true });

    expect((await invoke({})).answer).toBe(1);
  });

  it('runs no more often at the same time than it reserves', async () => {
    const { invoke } = await started(
      `let running = 0, most = 0;
       export const handler = async () => {
         most = Math.max(most, ++running);
         await new Promise((wake) => setTimeout(wake, 5));
         running--;
         return most; };`,
      { ReservedConcurrentExecutions: 1 },
    );

    const answers = await Promise.all([invoke(), invoke(), invoke()]);

    expect(answers.map(({ answer }) => answer)).toEqual([1, 1, 1]);
  });

  it('does not begin anew for a call that waited when the cloud stopped', async () => {
    const { cloud } = await started('export const handler = () => new Promise(() => {});', {
      ReservedConcurrentExecutions: 1,
    });
    const f = cloud.functions.get('App-F');
    const running = f.invoke('{}');
    const waiting = f.invoke('{}');

    await cloud.stop();

    const stopped = {
      functionError: 'Unhandled',
      payload: JSON.stringify({
        errorType: 'Runtime.ExitError',
        errorMessage: 'the local cloud stops',
        trace: [],
      }),
    };
    expect(await Promise.all([running, waiting])).toEqual([stopped, stopped]);
  });

  it('writes to the log sink, not to the terminal', async () => {
    const { cloud, invoke } = await started(`export const handler = async () => {
      console.log('one\\ntwo'); console.error('three'); process.stdout.write('{"level":"INFO"}\\n'); };`);

    await invoke();

    expect(cloud.logs.lines('App-F').map(({ text }) => text)).toEqual([
      'one',
      'two',
      'three',
      '{"level":"INFO"}',
    ]);
    expect(cloud.logs.entries('App-F')).toEqual([{ level: 'INFO' }]);
  });

  it('is not found under another name', async () => {
    const { lambda } = await started('export const handler = async () => 1;');

    const asked = lambda.send(new InvokeCommand({ FunctionName: 'Other' }));

    await expect(asked).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a function is refused', () => {
  it('when its role does not trust Lambda', async () => {
    await expect(started('', {}, role('states.amazonaws.com'))).rejects.toThrow(
      'App.F (AWS::Lambda::Function): arn:aws:iam::000000000000:role/App-Role does not trust lambda.amazonaws.com',
    );
  });

  it('when its code is not an asset of the assembly', async () => {
    const Code = { S3Bucket: 'b', S3Key: 'missing.zip' };

    await expect(started('', { Code })).rejects.toThrow(
      'code that is not an asset of the assembly: b/missing.zip',
    );
  });

  it('by name of the runtime, when it is invoked', async () => {
    const { invoke } = await started('', { Runtime: 'python3.13' });

    await expect(invoke()).rejects.toThrow("not emulated: runtime 'python3.13' of function App-F");
  });
});
