// `npm test`: every check, all of them even if one fails. Ends with the line `N passed, N failed`.
// What needs one processor runs beside something else: first the checks of the sources beside the
// templates, then the tests, which keep all processors busy by themselves.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** How many checks the step made; without it the step itself is one. */
  readonly count?: () => Tally;
}

const scratch = mkdtempSync(join(tmpdir(), 'ringback-test-'));
const results = join(scratch, 'results.json');

const SOURCES: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '.', '--error-on-warnings'] },
  { name: 'types', command: ['tsc'] },
  { name: 'types of the web', command: ['tsc', '-p', 'web'] },
  { name: 'dead code', command: ['knip'] },
];

const TEMPLATES: readonly Step[] = [
  { name: 'synthesis', command: ['cdk', 'synth', '--quiet'] },
  { name: 'templates', command: ['node', 'scripts/lint-templates.ts'] },
];

const TESTS: readonly Step[] = [
  {
    name: 'tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
    ],
    count: vitestTally,
  },
];

function vitestTally(): Tally {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  return {
    passed: Number(report.numPassedTests),
    failed:
      Number(report.numFailedTests) +
      Number(report.numFailedTestSuites > 0 && report.numFailedTests === 0),
    skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
  };
}

/** What a step writes comes at once when nothing else runs, and otherwise as a whole at its end. */
async function run(step: Step, isAlone: boolean): Promise<Tally> {
  const { name, command, count } = step;
  const [program, ...args] = command;
  const title = `\n── ${name} ──\n`;
  if (isAlone) process.stdout.write(title);
  const { status, output } = await ended(program, args, isAlone);
  if (!isAlone) process.stdout.write(title + output);
  const ok = status === 0;
  try {
    const tally = count?.() ?? { passed: Number(ok), failed: Number(!ok), skipped: 0 };
    return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function ended(program: string, args: readonly string[], isAlone: boolean) {
  return new Promise<{ status: number | null; output: string }>((resolve) => {
    const child = spawn(program, args, { stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.on('error', (error) => {
      process.stdout.write(`could not run ${program}: ${error.message}\n`);
      resolve({ status: null, output });
    });
    child.on('close', (status) => resolve({ status, output }));
  });
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];

async function oneByOne(steps: readonly Step[], isAlone = false): Promise<void> {
  for (const step of steps) {
    const { passed, failed, skipped } = await run(step, isAlone);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    if (failed > 0) broken.push(step.name);
  }
}

await Promise.all([oneByOne(SOURCES), oneByOne(TEMPLATES)]);
await oneByOne(TESTS, true);
rmSync(scratch, { recursive: true });

if (broken.length > 0) process.stdout.write(`\nfailed: ${broken.join(', ')}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
