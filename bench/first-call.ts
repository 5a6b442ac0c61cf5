// npm run bench:first-call: what a person waits for from Enter until the live view shows a call, in
// a terminal of `script` (Linux): a first start, the next, and a centre that `ringback init` makes.
// Functions and pages are bundled already, as `npm ci` does it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXAMPLE, number, say, scratchFolder, table } from './support.ts';

const COMMAND = fileURLToPath(new URL('../bin/ringback.ts', import.meta.url));
const PREPARE = fileURLToPath(new URL('../scripts/prepare.mjs', import.meta.url));
/** As the view has it: calls under way, calls made. */
const CALLS = /calls +(\d+) now · ([\d,]+) made/g;
const CTRL_C = '\x03';

interface Waited {
  /** Seconds until the first line. */
  readonly line: number;
  /** Seconds until the first call. */
  readonly call: number;
  /** Seconds of CPU of all processes, the end after Ctrl-C included. */
  readonly cpu: number;
}

/** @param place folder it runs in, where it keeps things */
async function waitedFor(shell: string, place: string): Promise<Waited> {
  const from = performance.now();
  const inTerminal = `stty cols 120 rows 40; trap : INT; ${shell}; times`;
  const terminal = spawn('script', ['-qec', `bash -c '${inTerminal}'`, '/dev/null'], {
    cwd: place,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const since = () => (performance.now() - from) / 1000;
  let [line, call, shown] = [Number.NaN, Number.NaN, ''];
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (shown === '') line = since();
    shown += text;
    if (!Number.isNaN(call) || !hasCall(shown)) return;
    call = since();
    terminal.stdin.write(CTRL_C);
  });
  await new Promise((resolve) => terminal.once('close', resolve));
  if (Number.isNaN(call)) throw new Error(`no call came:\n${shown}`);
  return { line, call, cpu: cpuIn(shown) };
}

const hasCall = (shown: string): boolean =>
  [...shown.matchAll(CALLS)].some(([, now, made]) => now !== '0' || made !== '0');

/** The last line `times` prints, of the shell's children: minutes and seconds, user and system. */
function cpuIn(shown: string): number {
  const last = shown.trim().split('\n').at(-1) ?? '';
  return [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

spawnSync(process.execPath, [PREPARE], { stdio: 'inherit' });
const place = scratchFolder();
const own = join(place, 'own');
mkdirSync(own);
const node = (...args: readonly string[]) => [process.execPath, COMMAND, ...args].join(' ');
const start = node('start', '--folder', EXAMPLE);
const rows: [string, Waited][] = [];
for (const what of ['the first start', 'the next'])
  rows.push([what, await waitedFor(start, place)]);
rows.push([
  'ringback init and a start',
  await waitedFor(`${node('init', 'mine', '-y')} && ${node('start', '--folder', 'mine')}`, own),
]);
say('');
table(
  ['', 'first line, s', 'first call, s', 'seconds of CPU'],
  rows.map(([what, { line, call, cpu }]) => [what, number(line), number(call), number(cpu)]),
);
