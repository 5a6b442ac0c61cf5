// Two people at desks and a supervisor who watches, all in real browsers: one clock for them all.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { JUMPS, type Story, story } from '../local/stories/story.ts';
import { chromiumPath, errorsOf, NO_CHROMIUM, openBrowser, signIn } from '../support/browser.ts';
import { badge, speed } from './at-desk.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

const [JANA, PETR] = ['jana.novakova', 'petr.svoboda'];
/** Real ms; a lost connection is waited for 10 s. */
const A_WHILE = { timeout: 40_000 };
const DAY = 86_400_000;
const PHONES = ['603100201', '603100202', '603100203'];

const list = (phones: readonly string[]) =>
  ['Jméno a příjmení;Telefon;E-mail;Rodné číslo;Smlouva;Konec pojištění;Země']
    .concat(phones.map((phone, n) => `Osoba ${n};${phone};;;S-${n};2026-12-01;`))
    .join('\r\n');

/** Their browser's date is wrong by days, and it is somewhere else. */
const WRONG_CLOCK = `{
  const Right = Date;
  const now = () => Right.now() + 3 * ${DAY} + 12_345;
  globalThis.Date = class Date extends Right {
    constructor(...given) { given.length === 0 ? super(now()) : super(...given); }
    static now() { return now(); }
  };
}`;

/** The line of a desk breaks, with all that goes through it. */
function linesOf(agents: readonly string[]) {
  const lines = new Map<string, Set<IncomingMessage['socket']>>(
    agents.map((agent) => [agent, new Set()]),
  );
  const note = (told: unknown) => {
    const { request } = told as { request: IncomingMessage };
    const [, claims = ''] = (request.headers.authorization ?? '').split('.');
    const { username } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}');
    lines.get(username)?.add(request.socket);
  };
  subscribe('http.server.request.start', note);
  return {
    async breaks(page: Page, agent: string) {
      await page.context().setOffline(true);
      for (const socket of lines.get(agent) ?? []) socket.destroy();
    },
    end: () => unsubscribe('http.server.request.start', note),
  };
}

const clockOf = (page: Page) => page.locator('.both-clocks time');
const toTheMinute = async (page: Page) => (await clockOf(page).innerText()).slice(0, -3);
const left = async (page: Page) => {
  const clock = await page.getByRole('timer', { name: 'expires in' }).locator('.clock').innerText();
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
};

describe.skipIf(chromium === undefined)('two people at their desks', () => {
  let place: Story;
  let browser: Browser;
  let supervisor: Page;
  let jana: Page;
  let petr: Page;
  const lines = linesOf([JANA, PETR]);
  const errors: (readonly string[])[] = [];

  const open = async (who: string, path: string, options: BrowserContextOptions = {}) => {
    const viewport = { width: 1280, height: 900 };
    const context = await browser.newContext({ viewport, locale: 'en-GB', ...options });
    if (options.timezoneId !== undefined) await context.addInitScript(WRONG_CLOCK);
    const page = await context.newPage();
    page.setDefaultTimeout(Number(process.env.PATIENCE ?? 60_000));
    errors.push(errorsOf(page));
    await signIn(page, `${place.centre.cloud.distributions.url()}${path}`, who);
    return page;
  };
  const atDesk = async (who: string, options?: BrowserContextOptions) => {
    const page = await open(who, 'desk.html', options);
    await page.getByLabel('Your state').waitFor();
    return page;
  };
  const pace = () => place.centre.cloud.time.pace;
  const isWrongBy = async (page: Page) => {
    const shown = Date.parse((await clockOf(page).getAttribute('datetime')) ?? '');
    return Math.abs(shown - place.centre.cloud.time.now());
  };
  const there = () => place.centre.cloud.people.names();

  beforeAll(async () => {
    place = await story({
      of: { folder: 'examples/policy-renewal', campaign: 'obnova-2026', dialingCode: '+420', list },
      people: Object.fromEntries(PHONES.map((phone) => [phone, ['answers' as const]])),
      agents: [JANA, PETR].map((id) => ({ id, group: 'obnovy' })),
      start: Date.parse('2026-03-02T09:00:00Z'),
    });
    await place.import();
    // or it would be Sunday before anybody has sat down
    place.centre.cloud.time.pause();
    browser = await openBrowser(chromium ?? '');
    supervisor = await open('admin', '');
  });
  afterAll(async () => {
    lines.end();
    await browser?.close();
    await place?.end();
  });

  it('make time pass as in reality, as everybody sees on both clocks', async () => {
    await supervisor.getByText('time jumps').waitFor();
    expect(pace()).toBe(JUMPS);

    jana = await atDesk(JANA);
    place.centre.cloud.time.resume();

    expect(pace()).toBe(1);
    await supervisor.getByText('real time').waitFor();
    await supervisor.getByText(`at their desks: ${JANA}`).waitFor();
    for (const page of [jana, supervisor]) {
      await expect.poll(() => isWrongBy(page), A_WHILE).toBeLessThan(3000);
      await page.getByText(/^actual time \d\d:\d\d:\d\d$/).waitFor();
    }
  });

  it('have one speed, which either may choose, and the other is told who did', async () => {
    petr = await atDesk(PETR);
    expect(await petr.getByLabel('Speed of time').inputValue()).toBe('1');

    await speed(petr, 10);

    await jana.getByText(`set by ${PETR}`).waitFor();
    expect(await jana.getByLabel('Speed of time').inputValue()).toBe('10');
    expect(await petr.getByText(/^set by/).count()).toBe(0);
    await supervisor.getByText('10 times faster').waitFor();
    expect(pace()).toBe(10);
    await speed(jana, 2);
    await petr.getByText(`set by ${JANA}`).waitFor();
    expect(pace()).toBe(2);
  });

  it('see the same time left, whatever date and zone a browser has, at any speed, after a reload (DIA-1)', async () => {
    const wrong = await atDesk(JANA, { timezoneId: 'Asia/Tokyo' });
    onTestFinished(() => wrong.context().close());
    await place.switchTo('running');
    await jana.getByLabel('Your state').selectOption('Available');
    await speed(jana, 30);
    await jana.getByRole('group', { name: 'Offered to you' }).waitFor();
    await speed(jana, 1);
    await wrong.getByRole('group', { name: 'Offered to you' }).waitFor();
    // what was hurried through is corrected within a second, on a busy machine a little later
    const both = async () => {
      const apart = async () => Math.abs((await left(jana)) - (await left(wrong)));
      await expect.poll(apart, A_WHILE).toBeLessThanOrEqual(2);
      return left(jana);
    };

    const before = await both();
    // in the zone of the centre, wherever the browser is
    await expect.poll(() => toTheMinute(wrong), A_WHILE).toBe(await toTheMinute(jana));
    await speed(jana, 5);
    await expect.poll(() => left(jana), A_WHILE).toBeLessThan(before - 45);
    await speed(jana, 1);
    await both();
    await wrong.reload();
    await wrong.getByRole('group', { name: 'Offered to you' }).waitFor();
    const after = await both();
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(before - 10);

    await jana.keyboard.press('Alt+R');
    await badge(jana, 'Available').waitFor();
    expect(there()).toEqual([JANA, PETR]);
  });

  it('lose their line for a moment, and nothing with it', async () => {
    await lines.breaks(jana, JANA);
    await badge(jana, 'Connecting the telephone…').waitFor();
    // said once, by the clock of the centre
    await jana.getByText(/^No connection; what you see is as of \d\d:\d\d:\d\d\.$/).waitFor();
    expect(await jana.getByText(/^No connection/).count()).toBe(1);
    await jana.context().setOffline(false);

    await jana.getByLabel('Your state').waitFor();

    expect([there(), pace()]).toEqual([[JANA, PETR], 1]);
  });

  it('are gone when they close the page or stay without a line, and then time jumps again', async () => {
    await jana.getByLabel('Your state').selectOption('Logged out');
    await badge(jana, 'Logged out').waitFor();
    await speed(jana, 60);
    await petr.context().close();
    await expect.poll(there, A_WHILE).toEqual([JANA]);
    expect(pace()).toBe(60);
    await lines.breaks(jana, JANA);
    await expect.poll(there, A_WHILE).toEqual([]);
    expect(pace()).toBe(JUMPS);
    await supervisor.getByText('time jumps').waitFor();
    const jumped = place.centre.cloud.time.now() + DAY;
    await place.until(() => place.centre.cloud.time.now() > jumped);

    await jana.context().setOffline(false);

    // a speed of yesterday is not met with
    await jana.getByLabel('Your state').waitFor();
    expect([there(), pace()]).toEqual([[JANA], 1]);
    await expect.poll(() => isWrongBy(jana), A_WHILE).toBeLessThan(3000);
    await jana.getByRole('button', { name: 'Sign out' }).click();
    await jana.getByText('Sign in as').waitFor();
    // who signs out is not waited for, as who is lost is for ten seconds
    await expect.poll(pace, { timeout: 5000 }).toBe(JUMPS);
  });

  it('meet no error', () => {
    const known = /40[349]|DISCONNECTED|EMPTY_RESPONSE|CONNECTION|INCOMPLETE|WebSocket/;
    expect(errors.flat().filter((error) => !known.test(error))).toEqual([]);
  });
});
