// What supervisors do with people in a real browser, on a centre with two campaigns: try what would
// happen, keep a filter, copy people, read what happened in their own language, report.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from '../local/stories/story.ts';
import { chromiumPath, NO_CHROMIUM } from '../support/browser.ts';
import { type AtConsole, lookOn } from './at-console.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

const PEOPLE = Array.from({ length: 12 }, (_, n) => `113496${String(n).padStart(4, '0')}`);
/** Simulated seconds per real second, while somebody looks on. */
const PACE = 30;
const RENEWAL = '#/campaigns/contract-renewal';
const READING = '#/campaigns/meter-reading';

const list = (phones: readonly string[]): string =>
  [
    'Name;Phone;Contract ends',
    ...phones.map((phone, n) => `Person ${n};0${phone};13.06.2026`),
  ].join('\n');

describe.skipIf(chromium === undefined)('the console, where people are worked with', () => {
  let centre: Story;
  let at: AtConsole;
  let page: Page;

  beforeAll(async () => {
    centre = await story({
      of: {
        ...{ folder: 'examples/energy-supplier', campaign: 'contract-renewal' },
        ...{ dialingCode: '+44', list },
      },
      start: Date.parse('2026-03-02T08:00:00Z'),
      agents: [{ id: 'amelia.hughes', group: 'service' }],
      people: Object.fromEntries(
        PEOPLE.map((phone, n) => [phone, [n < 3 ? 'answers' : 'rings-out']]),
      ),
    });
    await centre.import();
    await centre.switchTo('running');
    await centre.minutes(75);
    at = await lookOn(centre, chromium ?? '', { pace: PACE, as: 'admin' });
    page = at.page;
  });
  afterAll(() => at?.end());

  const open = (place: string, on = page) => at.reopen(place, on);

  it('says at the field what is wrong with a dry run, and starts none', async () => {
    await open(`${RENEWAL}/dry-run`);
    await page.getByLabel('Records at most').fill('all');
    await page.getByLabel('Days').fill('0');

    await page.getByRole('button', { name: 'Run', exact: true }).click();

    const alerts = await page.getByRole('alert').allInnerTexts();
    expect(alerts).toEqual(['A whole number from 1 to 5,000', 'A whole number from 1 to 60']);
    expect(await page.getByLabel('Days').getAttribute('aria-invalid')).toBe('true');
  });

  it('tries two variants beside each other, with the differences told and drawn', async () => {
    await open(`${RENEWAL}/dry-run`);
    await page.getByLabel('List').selectOption({ label: 'A file' });
    await page.getByLabel('A CSV file').setInputFiles({
      ...{ name: 'people.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(list(Array.from({ length: 60 }, (_, n) => `11349611${10 + n}`))),
    });
    await page.getByLabel('Days').fill('1');
    await page.getByRole('button', { name: 'Compare with a second variant' }).click();
    const second = page.getByRole('group', { name: 'Variant B' });
    await second.getByLabel('Pacing').selectOption('progressive');
    await second.getByLabel('Agents').fill('3');
    const placed = centre.events.filter(({ type }) => type === 'call.placed').length;

    await page.getByRole('button', { name: 'Run', exact: true }).click();

    const results = page.getByRole('region', { name: 'Results' }).first();
    await results.waitFor({ timeout: 60_000 });
    const agents = await results.getByRole('row', { name: /^Agents \d/ }).innerText();
    expect(agents.split('\t').slice(1, 3)).toEqual([expect.stringMatching(/^\d+$/), '3']);
    const calls = await results.getByRole('row', { name: /^Calls/ }).innerText();
    expect(Number(calls.split('\t')[1])).toBeGreaterThan(10);
    await page.locator('.plot canvas').nth(2).waitFor();
    expect(await at.barriers()).toEqual([]);
    // the clock of the centre goes on, but nobody of the file was called
    const since = centre.events.filter(({ type }) => type === 'call.placed').slice(placed);
    expect(since.every(({ detail }) => detail.campaign === 'contract-renewal')).toBe(true);
    expect(centre.callsTo('1134961110')).toBe(0);
  });

  it('keeps a filter: saved, found after a reload, renamed, deleted', async () => {
    await open(`${RENEWAL}/records`);
    await page.getByRole('searchbox').fill('Person 1');
    await page.getByText('3 records', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save as a filter' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ones');
    await page.getByRole('dialog').getByRole('button', { name: 'Save as a filter' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.reload();
    await page.getByLabel('Saved filter').selectOption({ label: 'Ones' });
    await page.getByText('3 records', { exact: true }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('Person 1');
    expect(page.url()).not.toMatch(/Person|Ones|ones/);

    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ten, eleven and one');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('option', { name: 'Ten, eleven and one' }).waitFor({ state: 'attached' });
    expect(await at.barriers()).toEqual([]);
  });

  it('copies people of a filter into another campaign, which goes on and is stopped', async () => {
    await open(`${READING}/imports`);
    await page
      .getByRole('combobox', { name: 'From', exact: true })
      .selectOption({ label: 'Contract renewals' });
    await page
      .getByRole('combobox', { name: 'Who', exact: true })
      .selectOption({ label: 'Filter: Ten, eleven and one' });
    await page.getByLabel('continue with people added later').check();

    await page.getByRole('button', { name: 'Copy', exact: true }).click();

    const row = page.getByRole('row', { name: /Filter: Ten, eleven and one/ });
    await row.getByText('continuous').waitFor();
    await centre.until(
      () =>
        centre.events.filter(
          ({ type, detail }) => type === 'record.added' && detail.campaign === 'meter-reading',
        ).length === 3,
    );
    centre.centre.cloud.time.resume(PACE);
    await row.getByRole('button', { name: 'Stop' }).click();
    await row.locator('.badge', { hasText: 'copied' }).waitFor();
  });

  it('copies the people that were marked, and tells what came of it', async () => {
    await open(`${RENEWAL}/records`);
    await page.getByLabel('Select Person 1', { exact: true }).check();
    await page.getByLabel('Select Person 5', { exact: true }).check();
    await page.getByRole('button', { name: 'Copy 2 records' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Into').selectOption({ label: 'Meter readings' });

    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();

    await dialog.locator('.badge', { hasText: 'copied' }).waitFor({ timeout: 60_000 });
    const figures = await dialog.locator('dd').allInnerTexts();
    // one of them was copied before, with the filter
    expect(figures).toEqual(['2', '1', '1', '0']);
  });

  it('changes the records that were marked, and tells what was refused', async () => {
    await open(`${RENEWAL}/records`);
    await page.getByLabel('Select Person 7', { exact: true }).check();
    await page.getByLabel('Select Person 8', { exact: true }).check();
    const dialog = page.getByRole('dialog');
    const change = async (what: string, agent?: string) => {
      await page.getByRole('button', { name: 'Change 2 records' }).click();
      await dialog.getByLabel('Action').selectOption(what);
      if (agent !== undefined) await dialog.getByLabel('Agent, by user name').fill(agent);
      await dialog.getByRole('button', { name: what }).click();
      await dialog.locator('dd, [role="alert"]').first().waitFor();
      const figures = await dialog.locator('dd').allInnerTexts();
      const barriers = await at.barriers();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return [figures, barriers];
    };

    const wrong = await change('Make private to an agent', 'nobody.known');
    const right = await change('Make private to an agent', 'amelia.hughes');
    const closed = await change('Close');

    expect(right).toEqual([['2', '0', '0'], []]);
    expect(wrong).not.toEqual(right);
    expect(closed).toEqual([['2', '0', '0'], []]);
    await page.getByRole('row', { name: /Person 7.*closed/ }).waitFor();
  });

  it('deletes a filter after asking', async () => {
    await open(`${RENEWAL}/records`);
    await page.getByLabel('Saved filter').selectOption({ label: 'Ten, eleven and one' });
    await page.getByRole('button', { name: 'Delete' }).click();

    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();

    await page.getByRole('option', { name: 'Ten, eleven and one' }).waitFor({ state: 'detached' });
  });

  it.each([
    ['pl', 'nie zadzwonimy wcześniej niż', 'koniec połączenia: nieodebrane', 'stan rekordu'],
    ['cs', 'nevolá se dříve než', 'konec hovoru: nezvednuto', 'stav kontaktu'],
  ])('tells in %s what happened to a record and why it waits', async (locale, why, ...said) => {
    const theirs = await at.another({ locale, width: 390 });
    await open(`${RENEWAL}/records`, theirs);
    await theirs.getByRole('link', { name: 'Person 5' }).click();
    await theirs.locator('.timeline li').first().waitFor();
    await theirs.getByText(why).first().waitFor();
    await theirs.locator('summary').first().click();

    const text = await theirs.locator('main').innerText();

    for (const one of said) expect(text).toContain(one);
    // sentences, not ids of events
    expect(text.replaceAll(/\b[a-z-]+\.[a-z-]+\b/g, '')).not.toMatch(/\b(the|was|ended)\b/);
    expect(await at.barriers(theirs)).toEqual([]);
    await theirs.close();
  });

  it('lists contacts and recalls of a campaign, and saves all of them as CSV', async () => {
    await open('#/reports/contacts');
    const contacts = page.getByRole('region', { name: 'Contacts' });
    await contacts
      .getByRole('row', { name: /Person 0/ })
      .first()
      .waitFor();
    const download = page.waitForEvent('download');

    await page.getByRole('button', { name: 'Save as CSV' }).click();

    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^contacts-contract-renewal-.*\.csv$/);
    expect(await at.barriers()).toEqual([]);
    await open('#/reports/recalls');
    await page
      .getByRole('region', { name: 'Recalls' })
      .getByRole('row', { name: /Person 5/ })
      .waitFor();
    await open('#/reports/answers');
    await page.getByText('There is nothing to list.').waitFor();
    expect(await at.barriers()).toEqual([]);
  });

  it('had no error on any page', () => {
    // an agent nobody knows was refused on purpose
    expect(at.errors.filter((one) => !/409 .*\/records\/changes\)$/.test(one))).toEqual([]);
  });
});
