// axe-core finds no barrier on any page of the console, in its forms and dialogs, on a large screen
// and on a telephone's, light and dark.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from '../local/stories/story.ts';
import { barriersOn, chromiumPath, NO_CHROMIUM } from '../support/browser.ts';
import { type AtConsole, lookOn } from './at-console.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

/** Simulated seconds per real second, while somebody looks on. */
const PACE = 60;
const CAMPAIGN = '#/campaigns/spring-recall';
const FILE = ['Kto;Komórka;Miejscowość', 'Ewa Nowa;600700810;Kraków', 'Zły;12;Łódź'].join('\r\n');

const SCREENS = [
  { width: 1280, height: 900, scheme: 'light' },
  { width: 1280, height: 900, scheme: 'dark' },
  { width: 390, height: 844, scheme: 'light' },
  { width: 390, height: 844, scheme: 'dark' },
] as const;

describe.skipIf(chromium === undefined)('barriers in the console', () => {
  let clinic: Story;
  let at: AtConsole;
  let page: Page;
  let record: string;

  beforeAll(async () => {
    clinic = await story({ people: { '600700801': ['answers'], '600700802': ['rings-out'] } });
    await clinic.import();
    await clinic.switchTo('running');
    await clinic.minutes(65);
    at = await lookOn(clinic, chromium ?? '', { pace: PACE, as: 'ewa' });
    page = at.page;
    await open(`${CAMPAIGN}/records`);
    record = (await page.locator('.records tbody a').first().getAttribute('href')) ?? '';
  });
  afterAll(() => at?.end());

  const open = (place: string) => at.open(place);
  /** What is wrong now, and whether anything but a table has to be pushed aside to be read. */
  async function wrong(where: string): Promise<readonly string[]> {
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    const found = (await barriersOn(page)).map((one) => `${where}: ${one}`);
    return beyond > 1 ? [...found, `${where}: ${beyond} px wider than the screen`] : found;
  }
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const leave = async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it.each(SCREENS)('there are none at $width px, $scheme', async ({ width, height, scheme }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    const places = [
      ...['#/', CAMPAIGN, `${CAMPAIGN}/records`, `${CAMPAIGN}/imports`, `${CAMPAIGN}/dry-run`],
      ...['#/alerts', '#/agents', '#/reports', '#/reports/contacts', '#/reports/recalls'],
      ...['#/reports/recordings', '#/reports/answers', '#/people'],
      ...['#/graphs', '#/graphs/rule/recall-politely'],
    ];
    const found: string[] = [];
    const person = record.replace('campaigns', 'people').replace('/records', '');
    for (const place of [...places, record, person, '#/nowhere']) {
      await open(place);
      found.push(...(await wrong(place)));
    }

    await open(`${CAMPAIGN}/imports`);
    const file = { name: 'nowi.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await page.getByLabel('A CSV file with a header row').setInputFiles(file);
    await page.getByLabel('Komórka').waitFor();
    found.push(...(await wrong('the form of an import')));
    await page.getByLabel('Kto').selectOption({ label: 'Imię i nazwisko' });
    await page.getByText('as you chose').waitFor();
    found.push(...(await wrong('the form of an import, mapped')));
    await press('Undo');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('undoing an import')));
    await leave();

    await open(`${CAMPAIGN}/records`);
    await page.getByText('More conditions').click();
    await press('Add a condition on a field');
    found.push(...(await wrong('conditions on fields')));
    await page.getByRole('searchbox').fill('Osoba');
    await press('Save as a filter');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('saving a filter')));
    await leave();
    await page.getByLabel('Select Osoba 0').check();
    await press('Copy 1 record');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('copying records')));
    await leave();
    await press('Change 1 record');
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Action').selectOption('Make private to an agent');
    found.push(...(await wrong('changing records')));
    await leave();
    await page.getByLabel('Select Osoba 0').uncheck();

    await open(CAMPAIGN);
    await press('End');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('ending a campaign')));
    await leave();

    await open(record);
    const closing = page.getByRole('button', { name: 'Close the record' });
    if (await closing.isVisible()) {
      await closing.click();
      await page.getByRole('dialog').waitFor();
      found.push(...(await wrong('closing a record')));
      await leave();
    }
    await page.locator('main details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    found.push(...(await wrong('a record with everything unfolded')));

    expect(found).toEqual([]);
  });

  it('nor any error was shown', () => {
    expect(at.errors.filter((one) => !/404/.test(one))).toEqual([]);
  });
});
