// Pages in a real browser that are told of changes: what one supervisor does is seen by another,
// without their page looking for it, and by looking when the line is cut.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from '../local/stories/story.ts';
import { chromiumPath, errorsOf, NO_CHROMIUM, openBrowser, signIn } from '../support/browser.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

/** Simulated seconds per real second, while somebody looks on. */
const PACE = 60;
/** ms; a page that is told looks for the state of a campaign every 30 s. */
const TOLD_WITHIN = 12_000;
/** ms; one that is not told looks every 5 s. */
const SEEN_WITHIN = 20_000;
const ANNA = 'anna.nowak';
const SLOWLY = { timeout: 20_000 };

describe.skipIf(chromium === undefined)('pages that are told of changes', () => {
  let clinic: Story;
  let browser: Browser;
  let address: string;
  const errors: (readonly string[])[] = [];

  beforeAll(async () => {
    // nobody is reached, so the campaign does not end
    clinic = await story({
      people: { '600700801': ['rings-out', 'rings-out', 'rings-out'] },
      agents: [{ id: ANNA, group: 'recall-team' }],
    });
    await clinic.import();
    await clinic.switchTo('running');
    clinic.centre.cloud.time.resume(PACE);
    address = clinic.centre.cloud.distributions.url() ?? '';
    browser = await openBrowser(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await clinic?.end();
  });

  const connections = () => clinic.centre.cloud.webSockets.all()[0]?.connections ?? 0;

  /** Somebody of their own, with a session of their own. */
  async function person(): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    errors.push(errorsOf(page));
    return page;
  }
  const badge = (page: Page, state: RegExp, timeout: number) =>
    page.locator('.badge', { hasText: state }).waitFor({ timeout });

  it('see what another does, before they would have looked', async () => {
    const [one, other] = [await person(), await person()];
    await signIn(one, address, 'ewa');
    await signIn(other, address, 'admin');
    await expect.poll(connections, SLOWLY).toBe(2);
    let asked = 0;
    other.on('request', (request) => {
      if (/\/v1\/campaigns(\?|$)/.test(request.url())) asked++;
    });

    // what was asked for at the beginning has come
    await other.waitForTimeout(1500);
    asked = 0;

    await one.getByRole('button', { name: 'Pause' }).click();

    await badge(other, /Paused$/, TOLD_WITHIN);
    expect(asked).toBeLessThan(4);
    expect(other.url()).not.toContain('ticket');
    await one.context().close();
    await other.context().close();
    await expect.poll(connections, SLOWLY).toBe(0);
  });

  it('look by themselves while the line is cut, and are told again afterwards', async () => {
    const page = await person();
    let isCut = true;
    await page.routeWebSocket('**/live', (socket) => {
      if (isCut) void socket.close();
      else socket.connectToServer();
    });
    await signIn(page, address, 'ewa');
    await badge(page, /Paused$/, SEEN_WITHIN);
    expect(connections()).toBe(0);

    await clinic.switchTo('running');
    await badge(page, /Running$/, SEEN_WITHIN);
    isCut = false;
    await expect.poll(connections, { timeout: 60_000 }).toBe(1);
    await clinic.switchTo('paused');

    await badge(page, /Paused$/, TOLD_WITHIN);
    await page.context().close();
  });

  it('come back when the network has broken the line', async () => {
    const page = await person();
    await signIn(page, address, 'ewa');
    await expect.poll(connections, SLOWLY).toBe(1);

    const again = page.waitForEvent('websocket', { timeout: 10_000 });
    clinic.centre.cloud.webSockets.all()[0]?.breakOff();

    expect((await again).url()).toMatch(/^ws:.*\/live$/);
    await expect.poll(connections, SLOWLY).toBe(1);
    await page.context().close();
  });

  it('stay calm while a thousand records a minute change', async () => {
    const page = await person();
    await signIn(page, address, 'ewa');
    await page.goto(`${address}#/campaigns/spring-recall`);
    await page.locator('dl.figures dd').first().waitFor();
    await expect.poll(connections, SLOWLY).toBe(1);
    const cdp = await page.context().newCDPSession(page);
    // processor time, which a busy machine does not stretch
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    };
    await page.waitForTimeout(2000);
    let requests = 0;
    page.on('request', () => {
      requests++;
    });
    const before = await worked();

    for (let n = 0; n < 20; n++) {
      const records = Object.fromEntries(
        Array.from({ length: 9 }, (_, one) => [`record-${n}-${one}`, 1]),
      );
      const notice = { changed: [{ campaign: 'spring-recall', records }] };
      clinic.centre.cloud.webSockets.all()[0]?.tellAll(JSON.stringify(notice));
      await page.waitForTimeout(500);
    }

    // four figures, the busiest every two seconds
    expect(requests).toBeLessThan(25);
    expect((await worked()) - before).toBeLessThan(2.5);
    await page.context().close();
  });

  it('show within seconds who begins a break, ends it and goes home (NEW-15)', async () => {
    const page = await person();
    const told: number[] = [];
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('"agents":true')) told.push(Date.now());
      }),
    );
    await signIn(page, address, 'ewa');
    await expect.poll(connections, SLOWLY).toBe(1);
    await page.goto(`${address}#/agents`);
    const seat = clinic.centre.network.seat(ANNA);
    seat?.take();
    seat?.become('free');
    // whoever tells of changes may have found nobody five minutes ago
    await clinic.minutes(6);
    clinic.centre.cloud.time.resume(1);
    const row = page.getByRole('listitem').filter({ hasText: ANNA });
    const after: number[] = [];

    for (const [state, says] of [
      ['break', /break$/],
      ['free', /free$/],
      ['offline', /offline$/],
    ] as const) {
      told.length = 0;
      const began = Date.now();
      seat?.become(state, 'Kawa');
      await expect.poll(() => told.length, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
      await row.locator('.badge', { hasText: says }).waitFor();
      after.push(Date.now() - began);
    }

    // a busy machine has its time, too; a page that is not told looks after 15 s
    expect(after.filter((ms) => ms > 6000)).toEqual([]);
    process.stdout.write(`agents seen after ${after.join(', ')} ms\n`);
    clinic.centre.cloud.time.resume(PACE);
    await page.context().close();
  });

  it('have shown no error, and connected to nothing that their policy forbids', () => {
    expect(errors.flat().filter((one) => !/WebSocket connection to .*\/live/.test(one))).toEqual(
      [],
    );
  });
});
