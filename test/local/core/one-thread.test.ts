import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { NOON, writeAssembly } from './support/assembly.ts';
import { fn, lambdaRole } from './support/templates.ts';

const SCRIPT = fileURLToPath(new URL('./support/one-thread.ts', import.meta.url));
const NAMES = ['A', 'B', 'C'];
const CODE = `
  import { env } from 'node:process';
  import { threadId } from 'node:worker_threads';
  const atLoad = process.env.NAME;
  let calls = 0;
  export const handler = async ({ die }) => {
    calls++;
    if (die === 'throws') setTimeout(() => { throw new Error('late'); }, 1);
    if (die === 'rejects') Promise.reject(new Error('alone'));
    if (die === 'exits') setTimeout(() => process.exit(1), 1);
    if (die) await new Promise(() => {});
    process.env.CHANGED = env.NAME;
    await new Promise((wake) => setTimeout(wake, 20));
    console.log('line of ' + env.NAME);
    const answer = await fetch(process.env.AWS_ENDPOINT_URL);
    const { NAME: name, CHANGED: changed } = process.env;
    return { atLoad, name, changed, calls, now: Date.now(), threadId,
      hasPath: 'PATH' in env, status: answer.status };
  };`;

/** What the script writes, of functions with this code. */
async function outcome() {
  const functions = NAMES.map((name) => [
    name,
    fn('f', 'Role', { Environment: { Variables: { NAME: name } } }),
  ]);
  const assembly = writeAssembly({
    stacks: { App: { Resources: { Role: lambdaRole(), ...Object.fromEntries(functions) } } },
    assets: { f: CODE },
  });
  const parts = [SCRIPT, assembly, String(NOON), ...NAMES];
  const { stdout } = await promisify(execFile)(process.execPath, parts);
  return JSON.parse(stdout);
}

it('functions in the thread of the cloud see what is theirs and end alone, and the cloud keeps its own', async () => {
  const { first, died, second, late, lines, own } = await outcome();

  const answers = (calls: readonly number[]) =>
    NAMES.map((name, at) => ({
      ...{ atLoad: name, name, changed: name, calls: calls[at], now: NOON },
      ...{ threadId: own.threadId, hasPath: false, status: 403 },
    }));
  expect(first).toEqual(answers([1, 1, 1]));
  expect(died).toMatchObject([
    { errorMessage: expect.stringMatching(/late$/) },
    { errorMessage: expect.stringMatching(/alone$/) },
    { errorMessage: 'Runtime exited' },
  ]);
  expect(second.slice(1)).toEqual(answers([0, 5, 5]).slice(1));
  // a worker thread hosts what comes after many have ended
  expect(late).toMatchObject({ name: 'A', calls: 1, hasPath: false });
  expect(late.threadId).not.toBe(own.threadId);
  expect(lines.toSorted()).toEqual(NAMES.map((name) => [`App-${name}`, `line of ${name}`]));
  expect(own).toEqual({ threadId: 0, name: '', hasPath: true, isNow: true });
});
