// The simulation in a thread of a real browser: what it reckons there is what it reckons in Node.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkedFolder } from '../../lib/cli/checked-folder.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { dryRun } from '../../lib/simulation/dry-run/dry-run.ts';
import { buildPages } from '../../scripts/web.ts';
import type { DryRunMessage, DryRunOrder } from '../../web/dry-run/messages.ts';
import { planOf } from '../../web/dry-run/plan.ts';
import { chromiumPath, NO_CHROMIUM, openBrowser } from '../support/browser.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

const FOLDER = 'examples/clinic-recall';
const ADDRESS = 'http://pages.example';
const ROWS = 150;

describe.skipIf(chromium === undefined)('the dry run in a browser', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  let order: DryRunOrder;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringback-dry-run-'));
    await buildPages(folder);
    browser = await openBrowser(chromium ?? '');
    page = await browser.newPage();
    const assets = join(folder, 'assets');
    const [script = ''] = (await readdir(assets)).filter((name) =>
      /^dry-run-worker-.*\.js$/.test(name),
    );
    const body = await readFile(join(assets, script), 'utf8');
    await page.route(`${ADDRESS}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto(ADDRESS);
    order = await anOrder();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const inBrowser = (given: DryRunOrder): Promise<readonly DryRunMessage[]> =>
    page.evaluate(
      ({ list, ...rest }) =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/dry-run.js', { type: 'module' });
          const heard: DryRunMessage[] = [];
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.onmessage = ({ data }: MessageEvent<DryRunMessage>) => {
            heard.push(data);
            if (data.kind !== 'progress') resolve(heard);
          };
          worker.postMessage({ ...rest, list: Uint8Array.from(list) });
        }),
      { ...given, list: [...given.list] },
    );

  it('gives the figures it gives in Node, to the last digit, and tells how far it is', async () => {
    const heard = await inBrowser(order);

    const planned = planOf(order);
    if (planned.kind === 'impossible') throw new Error(planned.because);
    const outcome = await dryRun(planned.plan);
    expect(heard.at(-1)).toEqual({ kind: 'ended', outcome: JSON.parse(JSON.stringify(outcome)) });
    expect(heard.filter(({ kind }) => kind === 'progress').length).toBeGreaterThan(3);
    expect(outcome.kind === 'ran' && outcome.figures.total.calls.total).toBeGreaterThan(ROWS / 2);
  });

  it('says what makes no sense together', async () => {
    const change = { mode: 'progressive', cap: 0.02 } as const;

    const heard = await inBrowser({ ...order, change });

    expect(heard).toEqual([
      {
        kind: 'impossible',
        because: 'a cap has no meaning in mode progressive; add mode:predictive',
      },
    ]);
  });

  it('says which rows of a file cannot be read', async () => {
    const list = new TextEncoder().encode('Nazwa\nJan\n');

    const [ended] = await inBrowser({ ...order, list });

    expect(ended).toMatchObject({
      kind: 'ended',
      outcome: { kind: 'refused', because: 'list', campaign: 'spring-recall' },
    });
  });
});

/** The beginning of the example's list, as it stands there: in Windows-1250. */
async function anOrder(): Promise<DryRunOrder> {
  const checked = await checkedFolder(FOLDER);
  if (checked.kind === 'refused') throw new Error(checked.lines.join('\n'));
  const all = await readFile(join(FOLDER, 'contacts.csv'), 'latin1');
  const list = Buffer.from(all.split('\n').slice(0, ROWS).join('\n'), 'latin1');
  return {
    definitions: JSON.parse(JSON.stringify(checked.definitions)) as Definitions,
    campaign: 'spring-recall',
    list: Uint8Array.from(list),
    from: '2026-03-02T08:00',
    days: 3,
    seed: '1',
    agents: 8,
    change: {},
  };
}
