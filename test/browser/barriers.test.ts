// axe-core finds no barrier on any page of the console, in its forms and dialogs, on a large screen
// and on a telephone's, light and dark.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from '../local/stories/story.ts';
import { chromiumPath, NO_CHROMIUM } from '../support/browser.ts';
import { type AtConsole, lookOn } from './at-console.ts';
import type { Scheme } from './console-places.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

/** Simulated seconds per real second, while somebody looks on. */
const PACE = 60;
const CAMPAIGN = '#/campaigns/spring-recall';
const FILE = ['Kto;Komórka;Miejscowość', 'Ewa Nowa;600700810;Kraków', 'Zły;12;Łódź'].join('\r\n');

/** As the API says that somebody else was faster. */
const OUTDATED = {
  status: 412,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    ...{ status: 412, code: 'outdated', title: 'It was changed since you read it.' },
    remedy: 'Read it again and repeat the change with the new ETag in If-Match.',
  }),
};

/** Each place is opened in the first scheme and changes to the second. */
const SCREENS: readonly { width: number; height: number; schemes: readonly Scheme[] }[] = [
  { width: 1280, height: 900, schemes: ['light', 'dark'] },
  { width: 390, height: 844, schemes: ['dark', 'light'] },
];

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
    // who was not reached is called again, and can be closed
    record = (await page.getByRole('link', { name: 'Osoba 1' }).getAttribute('href')) ?? '';
  });
  afterAll(() => at?.end());

  const open = (place: string) => at.open(place);
  /** What is wrong now, and whether anything but a table of figures has to be pushed aside. */
  async function wrong(where: string, schemes: readonly Scheme[]): Promise<readonly string[]> {
    const beyond = await page.evaluate(() => {
      const lists = [...document.querySelectorAll('.table-wrap:has(> table.folds)')];
      const widths = [document.documentElement, ...lists].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      );
      return innerWidth > 600 ? (widths[0] ?? 0) : Math.max(...widths);
    });
    const found = (await at.barriers(page, schemes)).map((one) => `${where}: ${one}`);
    return beyond > 1 ? [...found, `${where}: ${beyond} px wider than the screen`] : found;
  }
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const leave = async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it.each(SCREENS)('there are none at $width px, $schemes.0 and $schemes.1', async (screen) => {
    const { width, height, schemes } = screen;
    await page.emulateMedia({ colorScheme: schemes[0] ?? 'light' });
    await page.setViewportSize({ width, height });
    const places = [
      ...[
        '#/',
        CAMPAIGN,
        `${CAMPAIGN}/records`,
        `${CAMPAIGN}/records/in/new`,
        `${CAMPAIGN}/imports`,
        `${CAMPAIGN}/dry-run`,
      ],
      ...['#/alerts', '#/agents', '#/reports', '#/reports/contacts', '#/reports/recalls'],
      ...['#/reports/recordings', '#/reports/answers', '#/people'],
      ...['#/graphs', '#/graphs/rule/recall-politely'],
    ];
    const found: string[] = [];
    const person = record.replace('campaigns', 'people').replace('/records', '');
    for (const place of [...places, record, person, '#/nowhere']) {
      await open(place);
      found.push(...(await wrong(place, schemes)));
    }

    await open(`${CAMPAIGN}/imports`);
    const file = { name: 'nowi.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await page.getByLabel('A CSV file with a header row').setInputFiles(file);
    await page.getByLabel('Komórka').waitFor();
    found.push(...(await wrong('the form of an import', schemes)));
    await page.getByLabel('Kto').selectOption({ label: 'Imię i nazwisko' });
    await page.getByText('as you chose').waitFor();
    found.push(...(await wrong('the form of an import, mapped', schemes)));
    await press('Undo');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('undoing an import', schemes)));
    await leave();

    await open(`${CAMPAIGN}/records`);
    await page.getByText('More conditions').click();
    await press('Add a condition on a field');
    found.push(...(await wrong('conditions on fields', schemes)));
    await page.getByRole('searchbox').fill('Osoba');
    await press('Save as a filter');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('saving a filter', schemes)));
    await leave();
    await page.getByLabel('Select Osoba 0').check();
    await press('Copy 1 record');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('copying records', schemes)));
    await leave();
    await press('Change 1 record');
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Action').selectOption('Make private to an agent');
    found.push(...(await wrong('changing records', schemes)));
    await leave();
    await page.getByLabel('Select Osoba 0').uncheck();

    await open(CAMPAIGN);
    await press('End');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('ending a campaign', schemes)));
    await leave();

    await open(record);
    await press('Close the record');
    await page.getByRole('dialog').waitFor();
    found.push(...(await wrong('closing a record', schemes)));
    await page.route('**/close', (route) => route.fulfill(OUTDATED), { times: 1 });
    await page.getByRole('dialog').getByRole('button', { name: 'Close the record' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    found.push(...(await wrong('a record that was not closed', schemes)));
    await leave();
    await page.locator('main details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    found.push(...(await wrong('a record with everything unfolded', schemes)));

    expect(found).toEqual([]);
  });

  it('no place and no dialog was left out', () => {
    expect(at.unseen('barriers')).toEqual([]);
  });

  it('nor any error was shown', () => {
    // the record that was closed meanwhile was refused on purpose
    expect(at.errors.filter((one) => !/404|\b412\b/.test(one))).toEqual([]);
  });
});
