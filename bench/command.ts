// npm run bench:command: what a person waits for at the terminal. The help, a check of an example,
// and a save while `ringback dev` runs: from the change of a rule's text until it is in the running
// centre. The first save starts the process that synthesises.
import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { EXAMPLE, median, number, runNode, scratchFolder, table } from './support.ts';

const COMMAND = fileURLToPath(new URL('../bin/ringback.ts', import.meta.url));
const ROUNDS = 7;
const SAVES = 6;

const [help, check] = [['--help'], ['check', EXAMPLE]].map((args) => {
  const took = Array.from({ length: ROUNDS }, () => runNode([COMMAND, ...args]).took);
  return median(took) / 1000;
});
const [first = Number.NaN, ...others] = await saves();
table(
  ['', 'seconds'],
  [
    ['ringback --help', number(help ?? Number.NaN)],
    ['ringback check, the example', number(check ?? Number.NaN)],
    ['ringback dev, the first save', number(first)],
    ['ringback dev, a save after that', number(median(others))],
  ],
);

/** Seconds from the change of a file until the centre has it. */
async function saves(): Promise<readonly number[]> {
  const scratch = scratchFolder();
  const folder = join(scratch, 'centre');
  await cp(EXAMPLE, folder, { recursive: true });
  const rule = join(folder, 'rules', 'worked-b.yaml');
  const text = await readFile(rule, 'utf8');
  const centre = spawn(process.execPath, [COMMAND, 'dev', folder], { cwd: scratch });
  const lines = createInterface(centre.stdout);
  const told = (what: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const hear = (line: string) => {
        if (!what.test(line)) return;
        lines.off('line', hear);
        resolve(line);
      };
      lines.on('line', hear);
      centre.once('close', () => reject(new Error(`ended without '${what.source}'`)));
    });
  const found: number[] = [];
  try {
    await told(/campaign is running/);
    for (let n = 1; n <= SAVES; n++) {
      const from = performance.now();
      await writeFile(rule, text.replace('Zadzwonimy', `Zadzwonimy (${n})`));
      const line = await told(/worked-b\.yaml: /);
      if (!line.includes('in the running centre')) throw new Error(line);
      found.push((performance.now() - from) / 1000);
    }
  } finally {
    const ended = new Promise((resolve) => centre.once('close', resolve));
    centre.kill('SIGINT');
    await ended;
  }
  return found;
}
