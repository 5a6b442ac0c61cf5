// The supervisor's console in a real browser, on a centre of the local cloud.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JUMPS, type Story, story } from '../local/stories/story.ts';
import { chromiumPath, NO_CHROMIUM } from '../support/browser.ts';
import { type AtConsole, lookOn } from './at-console.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

const MARIA = '600700801';
const JAN = '600700802';
/** Added while the campaign is paused. */
const PIOTR = '600700803';
const LATE = [
  'Imię i nazwisko;Telefon;Telefon 2;E-mail;PESEL;Miasto;Pakiet;Waga',
  `Piotr Późny;${PIOTR};;;;Kraków;Senior;`,
].join('\r\n');
/** Simulated seconds per real second, while somebody looks on. */
const PACE = 60;
const CAMPAIGN = '#/campaigns/spring-recall';

const NEW_FILE = [
  'Kto;Komórka;Miejscowość',
  'Ewa Nowa;600700810;Kraków',
  'Adam Nowy;600700811;Opole',
  'Zły Numer;12;Łódź',
].join('\r\n');

describe.skipIf(chromium === undefined)('the console', () => {
  let clinic: Story;
  let at: AtConsole;
  let page: Page;

  beforeAll(async () => {
    clinic = await story({ people: { [MARIA]: ['answers'], [JAN]: ['rings-out'] } });
    await clinic.import();
    await clinic.switchTo('running');
    await clinic.minutes(65);
    at = await lookOn(clinic, chromium ?? '', { pace: PACE, as: 'ewa' });
    page = at.page;
  });
  afterAll(() => at?.end());

  const open = (place: string) => at.open(place);

  it('keeps no token where another page or a later visitor could read it', async () => {
    const kept = await page.evaluate(() => JSON.stringify(localStorage));

    expect(kept).not.toMatch(/eyJ|refresh/);
    expect(page.url()).not.toMatch(/code=|state=/);
  });

  it('lets the supervisor pause a campaign, and nothing more is dialed (CAM-2)', async () => {
    await open('#/');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('.badge', { hasText: /Paused$/ }).waitFor();
    const { time } = clinic.centre.cloud;
    time.resume(JUMPS);
    await clinic.centre.upload('imports/spring-recall/late.csv', Buffer.from(LATE));
    await clinic.until(
      () => clinic.events.filter(({ type }) => type === 'record.added').length > 2,
    );

    await clinic.minutes(3);

    expect(clinic.callsTo(PIOTR)).toBe(0);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.locator('.badge', { hasText: /Running$/ }).waitFor();
    await clinic.until(() => clinic.callsTo(PIOTR) > 0);
    time.resume(PACE);
  });

  it('shows totals that add up', async () => {
    await open(CAMPAIGN);
    const card = page.getByRole('region', { name: 'Records by state' });
    await card.waitFor();

    const groups = await card.locator('tr.group td').allInnerTexts();
    const all = await card.locator('tr.sum td').innerText();

    expect(groups.map(Number).reduce((sum, one) => sum + one, 0)).toBe(Number(all));
    expect(Number(all)).toBe(3);
  });

  it('maps and imports a file with bad rows, and tells which', async () => {
    await open(`${CAMPAIGN}/imports`);
    const file = { name: 'nowi ludzie.csv', mimeType: 'text/csv', buffer: Buffer.from(NEW_FILE) };
    await page.getByLabel('A CSV file with a header row').setInputFiles(file);
    await page.getByLabel('Kto').selectOption({ label: 'Imię i nazwisko' });
    await page.getByText('as you chose').waitFor();
    await page.getByLabel('Komórka').selectOption({ label: 'telephone number' });

    await page.getByRole('button', { name: 'Import 2 contacts' }).click();

    const row = page.getByRole('row', { name: /nowi-ludzie\.csv/ });
    await row.waitFor();
    expect((await row.innerText()).split(/\s+/)).toEqual(expect.arrayContaining(['2', '1']));
    const download = page.waitForEvent('download');
    await row.getByRole('button', { name: 'Rejected rows' }).click();
    expect((await download).suggestedFilename()).toBe('nowi-ludzie.csv.rejected.csv');

    await row.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();

    await row.getByText(/^\d records? deleted, \d kept$/).waitFor();
  });

  it('finds a record by its name and tells why it is called or not (NEW-5)', async () => {
    await open(`${CAMPAIGN}/records`);
    await page.getByRole('searchbox').fill('Osoba 1');
    await page.getByText('1 record', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Osoba 1' }).click();
    const why = page.getByRole('region', { name: 'Why', exact: true });

    await why.locator('summary').click();

    await why.getByRole('row', { name: /record state/ }).waitFor();
    expect(page.url()).not.toMatch(/Osoba|600700/);
    await page.getByText('the call ended: not answered').first().waitFor();
  });

  it('is worked by keyboard alone', async () => {
    await open('#/');
    await page.getByRole('link', { name: 'Wiosenny' }).waitFor();
    // the browser's own focus begins anew
    await page.reload();
    await page.getByRole('link', { name: 'Wiosenny' }).waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    expect(await skip.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    const heading = page.getByRole('heading', { level: 1, name: 'Wiosenny przegląd' });
    await heading.waitFor();

    // one is told where one has come
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('speaks Polish and Czech', async () => {
    await open('#/');
    const titles: string[] = [];
    for (const [language, title] of [
      ['pl', 'Kampanie'],
      ['cs', 'Kampaně'],
      ['en', 'Campaigns'],
    ] as const) {
      await page.locator('.preferences select').first().selectOption(language);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      titles.push(await page.evaluate(() => document.documentElement.lang));
    }

    expect(titles).toEqual(['pl', 'cs', 'en']);
  });

  it('has shown no error, and loaded nothing that its policy forbids', () => {
    // an import, or its undoing, is asked for until it is known
    const unexpected = at.errors.filter((one) => !/404 .*\/imports\/[\w.-]+(\/undo)?\)$/.test(one));

    expect(unexpected).toEqual([]);
  });
});
