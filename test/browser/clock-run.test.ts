// `npm start` with somebody at a desk: the run waits for them, and Ctrl-C ends it as it should.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumPath, NO_CHROMIUM, openBrowser, signIn } from '../support/browser.ts';
import { badge, speed } from './at-desk.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

const AMY = 'amy.clarke';
const ONE = 'Name,Phone,Last visit\nOlivia Bennett,020 7946 0300,2026-01-03\n';

/** Everybody picks up, and every call is classified. */
const EAGER = [
  'callees: { answer: 100%, answerAt: {}, differ: 0%, wrongNumber: 0%, busy: 0%, failure: 0% }',
  'agents: { forgets: 0% }',
  'classifiers: { booked: 1000 }',
].join('\n');

describe.skipIf(chromium === undefined)('a run with somebody at a desk', () => {
  let browser: Browser;
  let scratch = '';
  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'ringback-desk-'));
    writeFileSync(join(scratch, 'list.csv'), ONE);
    writeFileSync(join(scratch, 'behaviour.yaml'), EAGER);
    browser = await openBrowser(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** In real time, so that it is not over before somebody sits down. */
  const run = () => {
    const child = spawn(
      process.execPath,
      [
        ...[resolve('bin/ringback.ts'), 'start', '--speed', '1', '--from', '2026-03-02T09:05'],
        ...['--folder', resolve('examples/dental-recall'), '--contacts', join(scratch, 'list.csv')],
        ...['--behaviour', join(scratch, 'behaviour.yaml')],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    let out = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        out += chunk;
      });
    const ended = once(child, 'exit');
    const says = (what: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (out.includes(what)) resolve();
        };
        look();
        for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
        child.on('close', () => reject(new Error(`it ended and did not say '${what}':\n${out}`)));
      });
    return { child, ended, says, said: () => out };
  };

  const sitDown = async (desk: string): Promise<Page> => {
    const page = await browser.newPage({ locale: 'en-GB' });
    onTestFinished(() => page.close());
    await signIn(page, desk, AMY);
    // the others take the calls
    await page.getByLabel('Your state').selectOption('Logged out');
    await badge(page, 'Logged out').waitFor();
    return page;
  };
  const addressIn = (out: string): string => /Desk: (\S+)/.exec(out)?.[1] ?? '';

  it('waits for them when its campaign is over, and ends when they leave', async () => {
    const { ended, says, said } = run();
    await says('Desk: http');

    const page = await sitDown(addressIn(said()));
    await speed(page, 60);
    await says(`at a desk: ${AMY} · 60 times faster until they leave`);
    await says(`The campaign is over. ${AMY} is still there`);
    // the desk works as before
    await page.getByLabel('Your state').selectOption('Available');
    await badge(page, 'Available').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    const [code] = await ended;

    expect(said()).toContain('Campaign check-up: ended');
    expect(said()).toContain('All sums reconcile.');
    expect(code).toBe(0);
  });

  it('gives its summary by Ctrl-C, and the desk says that nobody answers', async () => {
    const { child, ended, says, said } = run();
    await says('Desk: http');
    const page = await sitDown(addressIn(said()));
    await says('at a desk:');

    child.kill('SIGINT');
    const [code] = await ended;

    expect(said()).toContain('Campaign check-up: running');
    expect(said()).toContain('All sums reconcile.');
    expect(said()).not.toMatch(/^\s+at .+:\d+:\d+/m);
    expect(code).toBe(130);
    await page.getByText(/^No connection; what you see is as of/).waitFor();
    expect(await page.getByText(/^No connection/).count()).toBe(1);
  });
});
