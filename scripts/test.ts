// `npm test`: every check, one after the other, all of them even if one fails. Ends with the line
// `N passed, N failed`.
import { spawnSync } from 'node:child_process';
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

const STEPS: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '.', '--error-on-warnings'] },
  { name: 'types', command: ['tsc'] },
  { name: 'types of the web', command: ['tsc', '-p', 'web'] },
  { name: 'dead code', command: ['knip'] },
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
  { name: 'synthesis', command: ['cdk', 'synth', '--quiet'] },
  { name: 'templates', command: ['node', 'scripts/lint-templates.ts'] },
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

function run({ name, command: [program, ...args], count }: Step): Tally {
  process.stdout.write(`\n── ${name} ──\n`);
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error) process.stdout.write(`could not run ${program}: ${error.message}\n`);
  const ok = status === 0;
  try {
    const tally = count?.() ?? { passed: Number(ok), failed: Number(!ok), skipped: 0 };
    return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];
for (const step of STEPS) {
  const { passed, failed, skipped } = run(step);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) broken.push(step.name);
}
rmSync(scratch, { recursive: true });

if (broken.length > 0) process.stdout.write(`\nfailed: ${broken.join(', ')}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
