// The local cloud that is running in this folder, for commands that talk to its API: its address,
// and where and as whom tokens are given out. Everything in it ends with the run.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LocalCloud } from '../local/local-cloud.ts';
import { poolUrl } from '../local/users/sign-in.ts';

const RUNNING = '.ringback/running.json';

export const NOTHING_RUNS =
  'no local run is going on in this folder; start one that stays: npm start -- --stay';

const Running = z.object({
  url: z.url().describe('of the API'),
  openapi: z.url(),
  console: z.url().optional().describe('where people work; missing when no pages are deployed'),
  pid: z.int(),
  signIn: z.url().describe('OpenID Connect is below it'),
  clients: z.array(
    z.object({
      name: z.string(),
      id: z.string(),
      secret: z.string().optional(),
      callback: z.string().optional(),
    }),
  ),
  people: z.array(z.object({ username: z.string(), groups: z.array(z.string()) })),
});
export type Running = z.output<typeof Running>;

/** undefined: the assembly has no API. */
export function runningApi({
  httpApis,
  userPools,
  distributions,
  location,
}: LocalCloud): Running | undefined {
  const [api] = httpApis.all();
  const [pool] = userPools.all();
  if (!api || !pool) return undefined;
  const url = httpApis.url(api);
  return {
    url,
    openapi: `${url}/v1/openapi.json`,
    console: distributions.url(),
    pid: process.pid,
    signIn: poolUrl(location.endpoint, pool),
    clients: [...pool.clients.values()].map(({ name, id, secret, callbacks }) => ({
      name,
      id,
      secret,
      callback: callbacks[0],
    })),
    people: pool.everybody().map(({ username, groups }) => ({ username, groups: [...groups] })),
  };
}

/** Readable by its owner only: who reads it may do everything in the local run. */
export async function noteRunning(running: Running, file = RUNNING): Promise<void> {
  await writeFile(file, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
}

/** Another run may have taken its place. */
export async function forgetRunning(file = RUNNING): Promise<void> {
  if ((await readRunning(file))?.pid === process.pid) await rm(file, { force: true });
}

/** The run that is going on; undefined when there is none, or it was killed. */
export async function readRunning(file = RUNNING): Promise<Running | undefined> {
  try {
    const read = Running.parse(JSON.parse(await readFile(file, 'utf8')));
    process.kill(read.pid, 0);
    return read;
  } catch {
    return undefined;
  }
}
