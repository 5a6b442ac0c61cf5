import { describe, expect, it } from 'vitest';
import { startCloud } from './support/assembly.ts';
import { fn, lambdaRole } from './support/templates.ts';

/** More than there are threads at most, so that some share one. */
const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];
/** Seconds; the longest that Lambda allows. */
const LONG = 900;

/** @param timeoutOfA seconds; the others may take as long as they like */
async function started(code: string, timeoutOfA = LONG) {
  const functions = NAMES.map((name) => [
    name,
    fn('f', 'Role', {
      Environment: { Variables: { NAME: name } },
      Timeout: name === 'A' ? timeoutOfA : LONG,
    }),
  ]);
  const cloud = await startCloud(
    {
      stacks: { App: { Resources: { Role: lambdaRole(), ...Object.fromEntries(functions) } } },
      assets: { f: code },
    },
    { patience: 1 },
  );
  const invoke = async (name: string, event: unknown = {}) => {
    const { payload } = await cloud.functions.get(`App-${name}`).invoke(JSON.stringify(event));
    return JSON.parse(payload) as unknown;
  };
  return { cloud, invoke };
}

describe('functions that share a thread', () => {
  it('see their own variables, also by name and while they load, and write their own lines', async () => {
    const { cloud, invoke } = await started(`
      import { env } from 'node:process';
      const atLoad = process.env.NAME;
      export const handler = async () => {
        process.env.NAME += '!';
        await new Promise((wake) => setTimeout(wake, 20));
        console.log('line of ' + env.NAME);
        return [atLoad, env.NAME, process.env.NAME, Object.keys(env).includes('NAME'), 'X' in env];
      };`);

    const answers = await Promise.all(NAMES.map((name) => invoke(name)));

    expect(answers).toEqual(NAMES.map((name) => [name, `${name}!`, `${name}!`, true, false]));
    const lines = cloud.logs.lines().map((line) => [line.function, line.text]);
    expect(lines.toSorted()).toEqual(NAMES.map((name) => [`App-${name}`, `line of ${name}!`]));
  });

  it('keep modules of their own', async () => {
    const { invoke } = await started('let calls = 0; export const handler = async () => ++calls;');
    await Promise.all(NAMES.map((name) => invoke(name)));

    expect(await Promise.all(NAMES.map((name) => invoke(name)))).toEqual(NAMES.map(() => 2));
  });

  it('are as many in each thread, though one was busy before the others came', async () => {
    const { invoke } = await started(`
      import { threadId } from 'node:worker_threads';
      export const handler = async ({ work }) => {
        for (const end = performance.now() + work; performance.now() < end; );
        return threadId;
      };`);

    const threads = [];
    for (const name of NAMES) threads.push(await invoke(name, { work: name === 'A' ? 400 : 0 }));

    const counts = [...Map.groupBy(threads, (thread) => thread).values()].map((all) => all.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['throws in a timer', "setTimeout(() => { throw new Error('late'); }, 1);", /late$/],
    ['rejects what nobody awaits', "Promise.reject(new Error('alone'));", /alone$/],
    ['exits', 'setTimeout(() => process.exit(1), 1);', /^Runtime exited$/],
  ])('end alone when one %s', async (_, code, message) => {
    const { invoke } = await started(`
      const calls = [];
      export const handler = async (event) => {
        calls.push(event);
        if (event.die) { ${code} await new Promise(() => {}); }
        await new Promise((wake) => setTimeout(wake, 50));
        return calls.length;
      };`);
    const others = NAMES.slice(1);

    const [died, ...went] = await Promise.all([
      invoke('A', { die: true }),
      ...others.map((name) => invoke(name)),
    ]);

    expect(died).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(message),
    });
    expect(went).toEqual(others.map(() => 1));
    expect(await Promise.all(NAMES.map((name) => invoke(name)))).toEqual([1, 2, 2, 2, 2, 2]);
  });

  it('begin anew when code that never yields takes their thread along', async () => {
    const { invoke } = await started(
      'let calls = 0; export const handler = async ({ hang }) => { while (hang); return ++calls; };',
      1,
    );
    /** Until the thread is gone, and on a busy machine until a new one has come up in time. */
    const counted = async (name: string): Promise<unknown> => {
      const answer = await invoke(name);
      return typeof answer === 'number' ? answer : counted(name);
    };
    await Promise.all(NAMES.map(counted));

    expect(await invoke('A', { hang: true })).toMatchObject({ errorType: 'Sandbox.Timedout' });

    const calls = await Promise.all(NAMES.map(counted));
    // whoever was in the thread has forgotten the first call
    expect(calls[0]).toBe(1);
    expect(calls.filter((count) => count !== 1 && count !== 2)).toEqual([]);
  });
});
