// People apart from campaigns in a real browser: brought by a file, found, corrected, given to a
// campaign as they come, and one of them with everything that concerns them.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from '../local/stories/story.ts';
import { barriersOn, chromiumPath, NO_CHROMIUM } from '../support/browser.ts';
import { type AtConsole, lookOn } from './at-console.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

/** Simulated seconds per real second, while somebody looks on. */
const PACE = 60;
const KAREL = '603100201';
const HEADINGS = 'Jméno a příjmení;Telefon;E-mail;Město;Klientem od roku';
const FILE = [
  HEADINGS,
  `Karel Dvořák;${KAREL};karel@post.example;Brno;2015`,
  'Petra Nová;603100202, 603100212;petra@post.example;Brno;2019',
  'Jan Svoboda;603100203;;Praha;2021',
  'Špatné Číslo;12;;Praha;2020',
].join('\n');

describe.skipIf(chromium === undefined)('people in the console', () => {
  let centre: Story;
  let at: AtConsole;
  let page: Page;

  beforeAll(async () => {
    centre = await story({
      of: {
        ...{ folder: 'examples/policy-renewal', campaign: 'obnova-2026', dialingCode: '+420' },
        list: (phones) =>
          [
            'Jméno a příjmení;Telefon;E-mail;Rodné číslo;Smlouva;Konec pojištění;Země',
            ...phones.map((phone) => `Karel Dvořák;${phone};;;VL-2026-0;2026-12-01;`),
          ].join('\n'),
      },
      people: { [KAREL]: ['rings-out', 'rings-out', 'rings-out'] },
      agents: [{ id: 'jana.novakova', group: 'obnovy' }],
      // after the campaign's last date: it cannot be switched on
      start: Date.parse('2027-01-04T09:00:00Z'),
    });
    await centre.import();
    at = await lookOn(centre, chromium ?? '', { pace: PACE, as: 'admin' });
    page = at.page;
  });
  afterAll(() => at?.end());

  const names = () => page.locator('tbody th a').allInnerTexts();

  it('come by a file, whose bad rows are told (REC-10)', async () => {
    await at.open('#/people');
    await page.getByRole('link', { name: 'Imports' }).click();
    const chooses = page.getByLabel('A CSV file with a header row');
    const empty = { name: 'nikdo.csv', mimeType: 'text/csv', buffer: Buffer.from('') };
    await chooses.setInputFiles(empty);
    await page.getByRole('alert').waitFor();
    const file = { name: 'klienti.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await chooses.setInputFiles(file);
    await page
      .getByText(/'12' is too short/)
      .first()
      .waitFor();
    const taken = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByRole('button', { name: 'Import 3 contacts' }).click();
    await taken;
    // it goes on whether or not anybody looks
    await page.reload();

    await page.getByRole('row', { name: /klienti\.csv/ }).waitFor();

    await at.open('#/people');
    await page.getByRole('status').getByText('3 people', { exact: true }).waitFor();
    expect((await names()).toSorted()).toEqual(['Jan Svoboda', 'Karel Dvořák', 'Petra Nová']);
  });

  it('are found by name, number and fields, and no address of a request says so', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
    const search = page.getByRole('searchbox');
    await search.fill('nov');
    await page.getByRole('status').getByText('1 person', { exact: true }).waitFor();
    const byName = await names();
    await search.fill(KAREL);
    await page.getByRole('link', { name: 'Karel Dvořák' }).waitFor();
    const byNumber = await names();
    await search.fill('');
    await page.getByText('More conditions').click();
    await page.getByRole('button', { name: 'Add a condition on a field' }).click();
    await page.getByRole('combobox', { name: 'Field' }).selectOption('Město');
    await page.getByLabel('Value').fill('brno');
    await page.getByRole('status').getByText('2 people', { exact: true }).waitFor();

    const byField = await names();

    expect([byName, byNumber, byField.toSorted()]).toEqual([
      ['Petra Nová'],
      ['Karel Dvořák'],
      ['Karel Dvořák', 'Petra Nová'],
    ]);
    expect(asked.filter((url) => /603|brno|nov\b/i.test(url))).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
    await at.see('people');
  });

  it('of a filter are given to a campaign, with whoever comes later (REC-11)', async () => {
    await page.getByRole('button', { name: 'Save as a filter' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Brno');
    await page.getByRole('dialog').getByRole('button', { name: 'Save as a filter' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Copy all of these' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Into').selectOption({ index: 1 });
    await dialog.getByLabel('continue with people added later').check();
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await dialog.locator('dd').nth(3).waitFor();
    // the next pass may have begun: what was added is the sum of all
    await expect.poll(() => dialog.locator('dd').nth(1).innerText(), { timeout: 60_000 }).toBe('1');
    await dialog.getByRole('link', { name: /^Go to / }).click();

    const row = page.getByRole('row', { name: /Klienti.*Filter: Brno/s });
    await row.getByText('continuous').waitFor();
    await page.getByRole('option', { name: 'Klienti' }).waitFor({ state: 'attached' });
    await row.getByRole('button', { name: 'Stop' }).click();
    await row.locator('.badge', { hasText: 'copied' }).waitFor();
  });

  it('are one person across campaigns, reached from a record too (NEW-14)', async () => {
    await at.open('#/campaigns/obnova-2026/records');
    await page.getByRole('link', { name: 'Karel Dvořák' }).click();
    await page.getByRole('link', { name: 'This person across campaigns' }).click();
    await page.getByRole('heading', { level: 2, name: 'Everything with this person' }).waitFor();
    await page.locator('.timeline li').nth(1).waitFor();

    const timeline = await page.locator('.timeline').innerText();

    expect(timeline).toContain('Klienti');
    expect(timeline).toContain('Obnova');
    expect(page.url()).not.toMatch(/603|Dvo/);
    await page.goBack();
    await page.getByRole('link', { name: 'This person across campaigns' }).waitFor();
  });

  it('have another number as their default, and wrong numbers are refused', async () => {
    await at.open('#/people');
    await page.getByRole('link', { name: 'Petra Nová' }).click();
    const second = page.locator('.addresses li', { hasText: '+420603100212' });
    await second.getByRole('button', { name: 'Make default' }).click();
    await second.locator('.badge', { hasText: 'default' }).waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    const numbers = page.getByLabel('Telephone numbers');
    expect(await numbers.inputValue()).toBe('+420603100212\n+420603100202');
    await numbers.fill('12');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.reload();

    await second.locator('.badge', { hasText: 'default' }).waitFor();
    await page.getByLabel('Město').fill('Olomouc');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.timeline').getByText(/Město/).first().waitFor();
  });

  it('have consents and the blacklist, noted by an administrator (REC-13, NEW-8)', async () => {
    const first = page.locator('.addresses li').first();
    await first.getByRole('button', { name: 'Record a consent' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Record a consent' }).click();
    // a place where it was given is asked for
    await dialog.getByLabel('Where it was given').fill('form on the web');
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Record a consent' }).click();
    await first.getByText('form on the web').waitFor();

    await first.getByRole('button', { name: 'Put on the blacklist' }).click();
    await dialog.getByLabel('Reason').fill('asked for it');
    await dialog.getByRole('button', { name: 'Put on the blacklist' }).click();
    await first.locator('.badge', { hasText: 'on the blacklist' }).waitFor();
    await at.see('person');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await barriersOn(page)).toEqual([]);
    await at.see('person-small');
    await page.setViewportSize({ width: 1280, height: 800 });
    await first.getByRole('button', { name: 'Take off the blacklist' }).click();
    await dialog.getByRole('button', { name: 'Take off the blacklist' }).click();

    await first.locator('.badge', { hasText: 'blacklist' }).waitFor({ state: 'detached' });
  });

  it('are not called by a campaign that cannot be switched on: every reason is told', async () => {
    const theirs = await at.another({ locale: 'cs', width: 390 });
    await theirs.getByRole('link', { name: 'Obnova pojistných smluv 2026' }).click();
    await theirs.getByText('její poslední den, 2026-12-18, už minul').waitFor();
    await theirs.getByRole('button', { name: 'Zapnout' }).click();

    const dialog = theirs.getByRole('dialog');
    await dialog.getByText('její poslední den, 2026-12-18, už minul').waitFor();
    expect(await barriersOn(theirs)).toEqual([]);
    await at.see('refused-small', theirs);
    await theirs.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await theirs.goBack();
    await theirs.locator('h1', { hasText: 'Kampaně' }).waitFor();
    await theirs.close();
  });

  it('make no errors', () => {
    // what was refused on purpose, and an import that is asked for until it is known
    const unexpected = at.errors.filter((one) => !/\b(400|409|404|422)\b/.test(one));

    expect(unexpected).toEqual([]);
  });
});
