// The packages as somebody gets them from a registry: packed, installed into an empty folder, run
// there. What is installed beside them comes from our own node_modules, so that nothing is
// downloaded.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TASK_NAMES } from '../../lib/application/tasks/tasks.ts';

const OURS = resolve('node_modules');
const scratch = mkdtempSync(join(tmpdir(), 'ringback-test-package-'));
const packed = join(scratch, 'packed');
const team = join(scratch, 'north-clinic');
const installed = join(team, 'node_modules/ringback');

const COMMAND = join(installed, 'dist/ringback.js');

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  NO_COLOR: '1',
  NODE_OPTIONS: '',
  // the CDK's own check of templates takes longer than all the rest
  CDK_VALIDATION: 'false',
  ...more,
});

function run(command: string, args: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}) {
  const env = environment(more);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

const node = (args: readonly string[], cwd = team, more: NodeJS.ProcessEnv = {}) =>
  run(process.execPath, args, cwd, more);
const ringback = (...args: readonly string[]) => node([COMMAND, ...args]);
const tarball = (name: string): string =>
  join(
    packed,
    readdirSync(packed).find((file) => file.startsWith(name) && file.endsWith('.tgz')) ?? '',
  );

/** Without the registry: what a package needs is linked afterwards. */
function install(file: string, into: string): void {
  const flags = ['--offline', '--legacy-peer-deps', '--omit=optional', '--no-audit', '--no-fund'];
  const { status, stderr } = run('npm', ['install', '--no-save', ...flags, file], into);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

/** What the team installs beside Ringback, and what its package asks for by itself. */
function linkOurs(...names: readonly string[]): void {
  for (const name of names) {
    const target = join(team, 'node_modules', name);
    mkdirSync(resolve(target, '..'), { recursive: true });
    symlinkSync(join(OURS, name), target);
  }
}

/** In the app that the CDK command and the local cloud run: no construct around the stacks. */
function resourcesWithout(part: string): number {
  const kept = join(team, '.ringback/assemblies');
  const [assembly = ''] = readdirSync(kept);
  const file = join(kept, assembly, `ringback-${part}.template.json`);
  return Object.keys(JSON.parse(readFileSync(file, 'utf8')).Resources).length;
}

beforeAll(() => {
  const made = node(['scripts/package.ts', packed], resolve('.'));
  expect(made.stderr).toBe('');
  const create = join(scratch, 'create');
  mkdirSync(create);
  writeFileSync(join(create, 'package.json'), '{}');
  install(tarball('create-ringback-'), create);
  const entry = join(create, 'node_modules/create-ringback/create-ringback.js');
  const answers = ['--country', 'PL', '--channels', 'inbound,sms,email', '-y'];
  const created = node([entry, 'north-clinic', ...answers], scratch);
  expect(created).toMatchObject({ status: 0, stderr: '' });

  const manifest = join(team, 'package.json');
  const { devDependencies, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  expect(Object.keys(devDependencies)).toEqual([
    'aws-cdk',
    'aws-cdk-lib',
    'constructs',
    'ringback',
  ]);
  writeFileSync(manifest, JSON.stringify(rest));
  install(tarball('ringback-'), team);
  linkOurs('aws-cdk-lib', 'constructs');
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the package', () => {
  it('brings compiled code, bundles and declarations, and asks only for the CDK', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(installed, 'package.json'), 'utf8'),
    );
    const files = readdirSync(installed, { recursive: true }).map(String);

    expect({ dependencies, peers: Object.keys(peerDependencies) }).toEqual({
      peers: ['aws-cdk-lib', 'constructs'],
    });
    expect(files.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('index.mjs')).toSorted()).toEqual(
      TASK_NAMES.map((task) => join('functions', task, 'index.mjs')).toSorted(),
    );
  });

  it('checks and tests the centre it made, in the folder that cdk.json names', () => {
    const checked = ringback('check');
    const tested = ringback('test');

    expect(checked).toMatchObject({ status: 0, stderr: '' });
    expect(checked.stdout).toMatch(/^centre has no errors: /);
    expect(tested).toMatchObject({ status: 0, stderr: '' });
    expect(tested.stdout).toMatch(/ passed, 0 failed\n$/);
  });

  it('runs the centre on the local cloud, until somebody has seen enough', async () => {
    const child = spawn(process.execPath, [COMMAND, 'start', '--callers', '0'], {
      cwd: team,
      env: environment(),
    });
    let told = '';
    child.stdout.on('data', (text) => {
      told += String(text);
      // twenty people are imported, and the first of them have been called
      const hasSeen = / [1-9]\d* calls? · .* of 20 records closed/.test(told);
      // a second one would not wait for the sums
      if (hasSeen && !child.killed) child.kill('SIGINT');
    });
    const [status] = await once(child, 'close');

    expect(told).toContain('All sums reconcile.');
    expect(told).toMatch(/ · 0 double calls$/m);
    expect(status).toBe(130);
  });

  it('tells programs what check and test find', () => {
    writeFileSync(
      join(team, 'centre.test.mjs'),
      `import { checkCentre, testCentre } from 'ringback';
       const { ok, diagnostics } = await checkCentre('centre');
       const { failed, scenarios } = await testCentre('centre');
       const problem = await checkCentre('nowhere').catch((error) => error.message);
       console.log(JSON.stringify({ ok, diagnostics, failed, rules: [...new Set(scenarios.map(({ rule }) => rule))], problem }));`,
    );

    const { stdout, stderr } = node(['centre.test.mjs']);

    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      diagnostics: [],
      failed: 0,
      rules: ['try-again'],
      problem: "there is no folder 'nowhere'",
    });
  });

  it('stands as a construct beside a stack of the team', () => {
    writeFileSync(
      join(team, 'own-app.mjs'),
      `import { App, Stack } from 'aws-cdk-lib';
       import { Rule } from 'aws-cdk-lib/aws-events';
       import { Queue } from 'aws-cdk-lib/aws-sqs';
       import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
       import { Ringback } from 'ringback/cdk';
       const app = new App();
       const centre = new Ringback(app, 'Centre', { folder: 'centre', name: 'north' });
       const own = new Stack(app, 'Own');
       const targets = [new SqsQueue(new Queue(own, 'Closed'))];
       new Rule(own, 'WhenClosed', { eventBus: centre.bus, eventPattern: { detailType: ['record.closed'] }, targets });
       const { stacks } = app.synth();
       const count = ({ template }) => Object.keys(template.Resources).length;
       console.log(JSON.stringify(Object.fromEntries(stacks.map((one) => [one.stackName, count(one)]))));`,
    );
    const { status, stdout } = node(['own-app.mjs'], team, { CDK_OUTDIR: join(scratch, 'own') });

    expect(status).toBe(0);
    const { Own, ...centre } = JSON.parse(stdout);
    expect(Own).toBe(3);
    const parts = ['data', 'connect', 'dialer', 'rules', 'api'];
    expect(centre).toEqual(
      Object.fromEntries(parts.map((part) => [`north-${part}`, resourcesWithout(part)])),
    );
  });

  it('refuses what cannot be deployed, with the mistakes in the message', () => {
    const broken = join(team, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'centre.yaml'), 'name: Klinik\ntimeZone: Europe/Warsau\n');
    writeFileSync(
      join(team, 'broken-app.mjs'),
      `import { App } from 'aws-cdk-lib';
       import { Ringback } from 'ringback/cdk';
       for (const props of [{ folder: 'broken' }, { folder: 'centre', name: 'Dev_1' }])
         try { new Ringback(new App(), 'Centre', props); } catch ({ message }) { console.log(message); }`,
    );

    const { stdout } = node(['broken-app.mjs']);

    expect(stdout).toContain(`${broken}/centre.yaml:2:11  error`);
    expect(stdout).toContain("name: 'Dev_1' is not possible: letters, digits and single hyphens");
  });
});
