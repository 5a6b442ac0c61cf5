// What the machine refuses is said in a line, with the remedy and without a stack.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureLine, orInOneLine } from '../../../lib/cli/failures.ts';
import { ringback } from '../../../lib/cli/ringback.ts';
import { takePlace } from '../../../lib/cli/start/run-marker.ts';
import { UnusableEndpoint } from '../../../lib/local/errors.ts';
import { exampleFolder } from '../../support/example.ts';

const home = process.cwd();
let scratch = '';
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ringback-failures-'));
  process.chdir(scratch);
});
afterEach(() => {
  process.chdir(home);
  rmSync(scratch, { recursive: true });
});

const failure = (code: string, more: object) => Object.assign(new Error('x'), { code, ...more });

describe('a refusal of the machine', () => {
  it.each([
    [failure('EACCES', { path: '/srv/x' }), /^you have no permission for '\/srv\/x'; /],
    [failure('EROFS', { path: '/srv/x' }), /read-only disk; work in a folder/],
    [failure('ENOSPC', { path: '/srv/x' }), /^the disk of '\/srv\/x' is full; free some space/],
    [failure('EADDRINUSE', { port: 8000 }), /^port 8000 is in use; end the program/],
    [failure('ENOENT', { path: 'npx', syscall: 'spawn npx' }), /^the program 'npx' is not inst/],
    [new UnusableEndpoint('no DynamoDB to run on'), /^no DynamoDB to run on$/],
    [new Error('outer', { cause: failure('ENOSPC', {}) }), /^the disk of 'this folder' is full/],
  ])('%#: has a line', (error, line) => {
    expect(failureLine(error)).toMatch(line);
  });

  it('is found on a port that another program has', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const taken = server.address();
    const other = createServer();
    const error = await new Promise((resolve) => {
      other.once('error', resolve);
      other.listen(typeof taken === 'object' ? taken?.port : 0, '127.0.0.1');
    });
    server.close();

    expect(failureLine(error)).toMatch(/^port \d+ is in use; /);
  });

  it('is not what a mistake of ours is', async () => {
    const mistake = () => Promise.reject(new TypeError('x is undefined'));

    expect(failureLine(new TypeError('x is undefined'))).toBeUndefined();
    await expect(orInOneLine(mistake, { out: () => {}, err: () => {} })).rejects.toThrow('x is');
  });
});

describe('a command in a folder that cannot be written', () => {
  it('says so in a line, before anything is begun', async () => {
    writeFileSync('.ringback', 'a file where a folder is needed');
    const err: string[] = [];
    const io = { out: () => {}, err: (line: string) => err.push(line) };

    const code = await ringback(
      ['start', '--folder', exampleFolder('clinic-recall'), '--json'],
      io,
    );

    expect({ code, err }).toEqual({
      code: 1,
      err: [expect.stringMatching(/^'.*\.ringback' is a file where a folder is needed; move/)],
    });
  });
});

describe('runs at the same time', () => {
  it('have places of their own', async () => {
    const [first, second] = [await takePlace('spring'), await takePlace('autumn')];

    expect([first?.kept, second?.kept]).toEqual(['.ringback/last-run', '.ringback/last-run-2']);
    expect(first?.marker).not.toBe(second?.marker);
  });
});

describe('a Node that cannot run TypeScript', () => {
  it.each([
    ['ringback', 'npx ringback'],
    ['app', 'npx cdk'],
  ])('is told so in a line by bin/%s.ts', (entry, command) => {
    const path = fileURLToPath(new URL(`../../../bin/${entry}.ts`, import.meta.url));

    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--no-experimental-strip-types', path, '--help'],
      { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    );

    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `Node ${process.versions.node} is too old for Ringback; run: npm ci (it brings Node 24), then: ${command}\n`,
    });
  });
});

describe('npm start without the packages', () => {
  it('says how to install them', () => {
    const script = fileURLToPath(
      new URL('../../../scripts/check-installation.mjs', import.meta.url),
    );
    const copy = join(scratch, 'scripts-check-installation.mjs');
    const text = `${spawnSync('cat', [script]).stdout}`;
    writeFileSync(copy, text.replace("'../node_modules/zod'", "'./node_modules/zod'"));

    const { status, stderr } = spawnSync(process.execPath, [copy], { encoding: 'utf8' });

    expect(status).toBe(1);
    expect(stderr).toMatch(/^the packages are not installed; run: npm ci {3}\(.*\)\n$/);
    expect(spawnSync(process.execPath, [script]).status).toBe(0);
  });
});
