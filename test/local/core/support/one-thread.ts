// A process whose cloud runs functions in its own thread. A process of its own, because a test
// runner replaces console, process.exit and what becomes of errors nobody catches, as it does.
// node one-thread.ts <assembly> <start, epoch ms> <functions>: writes what came of it.
import { threadId } from 'node:worker_threads';
import { startLocalCloud } from '../../../../lib/local/local-cloud.ts';

const [assembly = '', start, ...names] = process.argv.slice(2);
const cloud = await startLocalCloud({ assembly, start: Number(start), oneThread: true });
const invoke = async (name: string, event: unknown = {}) => {
  const { payload } = await cloud.functions.get(`App-${name}`).invoke(JSON.stringify(event));
  return JSON.parse(payload) as Readonly<Record<string, unknown>>;
};
const all = () => Promise.all(names.map((name) => invoke(name)));

const first = await all();
const died: unknown[] = [];
for (const die of ['throws', 'rejects', 'exits'])
  died.push((await Promise.all([invoke(names[0] ?? '', { die }), all()]))[0]);
const second = await all();
// far more often than their thread may keep the code of
for (let n = 0; n < 62; n++) await invoke(names[0] ?? '', { die: 'exits' });
const late = await invoke(names[0] ?? '');
const lines = cloud.logs.lines().map((line) => [line.function, line.text]);
const own = {
  threadId,
  name: process.env.NAME ?? '',
  hasPath: 'PATH' in process.env,
  isNow: Math.abs(Date.now() - performance.timeOrigin - performance.now()) < 60_000,
};
await cloud.stop();
process.stdout.write(JSON.stringify({ first, died, second, late, lines: lines.slice(0, 3), own }));
