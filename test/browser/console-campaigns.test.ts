// What supervisors do with whole campaigns in a real browser: find out why one cannot be switched
// on, try it with the carriers' prices, copy it, end it, and read what they were told of.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clinicList, JUMPS, type Story, story } from '../local/stories/story.ts';
import { chromiumPath, NO_CHROMIUM } from '../support/browser.ts';
import { type AtConsole, lookOn } from './at-console.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

const MARIA = '600700801';
const PEOPLE = [MARIA, '600700802', '600700803'];
const ANNA = 'anna.nowak';
/** Simulated seconds per real second, while somebody looks on. */
const PACE = 30;
const SPRING = '#/campaigns/spring-recall';
/** At one place, so that what is synthesised of it is kept as of any other folder. */
const FOLDER = join('.ringback', 'tried', 'clinic-with-more-campaigns');

/** Begun and left: sound in itself, and not enough to call anybody. */
const UNFINISHED = `name: Begun and left
lastDate: 2026-03-01
channels:
  outbound:
    mode: preview
fields:
  name: { label: Name }
`;

describe.skipIf(chromium === undefined)('whole campaigns in the console', () => {
  let clinic: Story;
  let at: AtConsole;
  let page: Page;

  beforeAll(async () => {
    await writeCentre();
    clinic = await story({
      of: { folder: FOLDER, campaign: 'spring-recall', list: clinicList },
      people: Object.fromEntries(
        PEOPLE.map((phone) => [phone, phone === MARIA ? ['answers'] : ['rings-out', 'rings-out']]),
      ),
      agents: [{ id: ANNA, group: 'recall-team' }],
    });
    // whoever is told of the switch wants to hear nothing any more
    clinic.centre.cloud.outside.play('crm.medika-poludnie.example', {
      answer: () => ({ status: 410, body: '' }),
    });
    // nobody is at work before the last story
    clinic.centre.network.seat(ANNA)?.take();
    await clinic.import();
    at = await lookOn(clinic, chromium ?? '', { pace: PACE, as: 'admin' });
    page = at.page;
  });
  afterAll(() => at?.end());

  const dialog = () => page.getByRole('dialog');

  it('one that is not finished is not switched on, and every reason is told (CAM-2)', async () => {
    await at.open('#/campaigns/unfinished');
    await page.getByRole('button', { name: 'Switch on' }).click();
    await dialog().getByRole('listitem').first().waitFor();

    const reasons = await dialog().getByRole('listitem').allInnerTexts();

    expect(reasons).toEqual([
      'no queue takes its calls',
      'it has no own number to show',
      'no callback rule says what follows a call that nobody classified',
      'no field is marked as the significant one',
      'agents have no classifier to choose',
      'its last date, 2026-03-01, is over',
    ]);
    // and where it is put right
    await dialog().getByText('campaigns/unfinished.yaml').waitFor();
    expect(await at.barriers()).toEqual([]);
    await at.see('refused-many');
    await dialog().getByRole('button', { name: 'Close' }).click();
    await dialog().waitFor({ state: 'detached' });
    // they stand on its page as well
    await page.getByRole('listitem').filter({ hasText: 'no queue takes its calls' }).waitFor();
  });

  it('is copied whole into another one, where its people begin anew (CAM-30)', async () => {
    await at.open('#/campaigns/autumn-recall/imports');
    const from = page.getByRole('combobox', { name: 'From', exact: true });
    await from.selectOption({ label: 'Wiosenny przegląd zdrowia 2026' });

    await page.getByRole('button', { name: 'Copy', exact: true }).click();

    const row = page.getByRole('row', { name: /Wiosenny przegląd zdrowia 2026/ });
    await row.locator('.badge', { hasText: 'copied' }).waitFor();
    expect((await row.locator('td.number').allInnerTexts()).map(Number)).toEqual([3, 3, 0, 0]);
    await at.open('#/campaigns/autumn-recall/records');
    await page.getByText('3 records', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Osoba 0' }).click();
    await page.locator('.timeline li').first().waitFor();
    expect(await page.locator('.timeline').innerText()).toContain('Wiosenny przegląd zdrowia 2026');
  });

  it('is tried with what carriers ask, two variants beside each other', async () => {
    await at.open(`${SPRING}/dry-run`);
    await page.getByLabel('List').selectOption({ label: 'A file' });
    const people = Array.from({ length: 80 }, (_, n) => `6017008${10 + n}`);
    await page.getByLabel('A CSV file').setInputFiles({
      ...{ name: 'people.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(clinicList(people)),
    });
    await page.getByLabel('Records at most').fill('80');
    await page.getByLabel('Days').fill('1');
    await page.getByRole('button', { name: 'Compare with a second variant' }).click();
    const second = page.getByRole('group', { name: 'Variant B' });
    await second.getByLabel('Pacing').selectOption('progressive');
    await second.getByLabel('Agents').fill('2');

    await page.getByRole('button', { name: 'Run', exact: true }).click();

    const results = page.getByRole('region', { name: 'Results' }).first();
    await results.waitFor({ timeout: 60_000 });
    const cost = await results.getByRole('row', { name: /^Cost/ }).innerText();
    const [, ofA = '', ofB = ''] = cost.split('\t');
    expect([ofA, ofB]).toEqual([expect.stringMatching(/\$\d/), expect.stringMatching(/\$\d/)]);
    const carriers = await results.locator('.costs li').allInnerTexts();
    expect(carriers).toHaveLength(2);
    for (const line of carriers) {
      expect(line).toMatch(/^[AB]: .*carriers US\$(0\.0[1-9]|0\.[1-9]|[1-9])/);
      expect(line).not.toContain('left out');
    }
    expect(await at.barriers()).toEqual([]);
    await at.see('dry-run-prices');
  });

  it('tells of what went wrong: the pool, a file and a webhook, each with its way (MON-6)', async () => {
    await at.open(SPRING);
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page
      .locator('.badge', { hasText: /Running$/ })
      .first()
      .waitFor();
    await clinic.centre.upload('imports/spring-recall/old/lost.csv', Buffer.from('Telefon\n'));
    const { time } = clinic.centre.cloud;
    time.resume(JUMPS);
    const causes = ['campaign.pool-low', 'webhook.disabled', 'import.finished'];
    await clinic.until(() =>
      causes.every((cause) =>
        clinic.events.some(({ type, detail }) => type === cause && detail.imported !== 3),
      ),
    );
    time.resume(PACE);
    await at.open('#/alerts');
    const rows = page.locator('tbody tr');

    await rows.nth(2).waitFor();

    const told = (await rows.allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' '));
    expect(told.toSorted()).toEqual([
      expect.stringMatching(/open 3 records left to call, limit 50 Wiosenny.*ewa/),
      expect.stringMatching(/open Webhook crm was switched off Wiosenny/),
      expect.stringMatching(
        /open lost\.csv could not be read: .*below imports\/spring-recall\/.*move it up/,
      ),
    ]);
    expect(await at.barriers()).toEqual([]);
    await at.see('alerts');
    await page.setViewportSize({ width: 390, height: 844 });
    await at.see('alerts-small');
    for (const place of ['records', 'imports', ''] as const) {
      await at.open(`${SPRING}/${place}`);
      await at.see(`small-${place || 'campaign'}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await at.open('#/alerts');
    await rows.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Wiosenny przegląd' }).waitFor();
  });

  it('is ended after asking: the call under way is finished, and no other begins', async () => {
    const { network, cloud } = clinic.centre;
    const seat = network.seat(ANNA);
    cloud.time.resume(JUMPS);
    seat?.become('free');
    // Maria answers, and the talk goes on until Anna ends it
    await clinic.until(() => seat?.view().doing === 'ringing' || seat?.view().doing === 'talking');
    seat?.accept();
    await clinic.until(() => clinic.events.some(({ type }) => type === 'call.answered'));
    cloud.time.resume(PACE);
    await at.open(SPRING);
    await page.getByText('1 with an agent').waitFor();

    await page.getByRole('button', { name: 'End', exact: true }).click();
    expect(await dialog().innerText()).toContain('Calls under way are finished.');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page
      .locator('.badge', { hasText: /Running$/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await dialog().getByRole('button', { name: 'End', exact: true }).click();

    await page
      .locator('.badge', { hasText: /Ended$/ })
      .first()
      .waitFor();
    await page.getByText('1 with an agent').waitFor();
    expect(seat?.view().doing).toBe('talking');
    const placed = clinic.events.filter(({ type }) => type === 'call.placed').length;
    seat?.hangUp();
    cloud.time.resume(JUMPS);
    await clinic.until(() => clinic.events.some(({ type }) => type === 'call.ended'));
    await clinic.minutes(60);
    expect(clinic.events.filter(({ type }) => type === 'call.placed')).toHaveLength(placed);
    await at.see('ended');
  });

  it('no place and no dialog was left out', () => {
    expect(at.unseen('campaigns')).toEqual([]);
  });

  it('makes no errors', () => {
    // the switch that was refused
    expect(at.errors.filter((one) => !/409 .*\/campaigns\/unfinished\/?/.test(one))).toEqual([]);
  });
});

/** The clinic with a campaign more for autumn, and one that nobody has finished. */
async function writeCentre(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp('examples/clinic-recall', FOLDER, { recursive: true });
  const spring = await readFile(join(FOLDER, 'campaigns/spring-recall.yaml'), 'utf8');
  const autumn = spring
    .replace(/^webhooks:[\s\S]*/m, '')
    .replace('Wiosenny przegląd zdrowia 2026', 'Jesienny przegląd zdrowia 2026');
  await writeFile(join(FOLDER, 'campaigns/autumn-recall.yaml'), autumn);
  await writeFile(join(FOLDER, 'campaigns/unfinished.yaml'), UNFINISHED);
}
