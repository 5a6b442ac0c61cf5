// The console's pages, in every language and theme and on a small screen: of a campaign that calls,
// of one that is called, and of a directory of people.
import type { Page } from 'playwright-core';
import { checkedFolder } from '../../lib/cli/checked-folder.ts';
import type { LocalCentre } from '../../lib/cli/start/local-centre.ts';
import { openBrowser, signIn } from '../../test/support/browser.ts';
import { aMorning } from './a-morning.ts';
import { everywhere, onSmallScreen, untilSilent, WIDE } from './everywhere.ts';
import { aDirectory } from './people.ts';

interface Shot {
  readonly name: string;
  /** Behind the hash, or how one comes there. */
  readonly at: string | ((page: Page) => Promise<void>);
  /** What has to be there. */
  readonly ready?: string;
  /** Long lists are drawn as far as one sees. */
  readonly isWhole?: false;
}

const RECALL = '#/campaigns/spring-recall';
const BAD_ROWS = ['Kto;Komórka;Miejscowość', 'Ewa Nowa;600700810;Kraków', 'Zły;12;Łódź'].join('\n');

const CALLING: readonly Shot[] = [
  { name: 'campaigns', at: '#/', ready: '.progress-cell .parts' },
  { name: 'campaign', at: RECALL, ready: 'dl.figures dd' },
  { name: 'records', at: `${RECALL}/records`, isWhole: false },
  {
    name: 'record',
    at: async (page) => {
      const talked = page.locator('.records tbody tr', { has: page.locator('.badge.calm') });
      await talked.first().locator('a').click();
      await page.locator('.timeline li').nth(2).waitFor();
    },
  },
  { name: 'rule-path', at: (page) => page.locator('.timeline a').first().click(), ready: '.path' },
  { name: 'imports', at: `${RECALL}/imports` },
  {
    name: 'import',
    at: async (page) => {
      const file = { name: 'nowi.csv', mimeType: 'text/csv', buffer: Buffer.from(BAD_ROWS) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByLabel('Komórka').selectOption({ label: 'telephone number' });
      await page.getByText('as you chose').waitFor();
    },
  },
  { name: 'dry-run', at: `${RECALL}/dry-run` },
  {
    name: 'dry-run-results',
    at: async (page) => {
      await page.getByLabel('Records at most').fill('150');
      await page.getByLabel('Days').fill('2');
      await page.getByRole('button', { name: 'Compare with a second variant' }).click();
      const second = page.getByRole('group', { name: 'Variant B' });
      await second.getByLabel('Pacing').selectOption('progressive');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.locator('.plot canvas').nth(2).waitFor({ timeout: 120_000 });
    },
  },
  { name: 'alerts', at: '#/alerts' },
  { name: 'agents', at: '#/agents', ready: '.people li' },
  { name: 'reports', at: '#/reports', ready: '.figure-table' },
  { name: 'contacts', at: '#/reports/contacts', ready: 'tbody a' },
  { name: 'recalls', at: '#/reports/recalls', ready: 'tbody a' },
  { name: 'graphs', at: '#/graphs', ready: '.contacts a' },
  { name: 'rule', at: '#/graphs/rule/recall-politely', ready: '.drawing .node .count' },
];

const CALLED: readonly Shot[] = [
  { name: 'campaigns-of-many', at: '#/', ready: '.issues' },
  { name: 'campaign-inbound', at: '#/campaigns/appointments', ready: 'dl.figures dd' },
  { name: 'campaign-off', at: '#/campaigns/partners' },
  { name: 'ivr', at: '#/graphs/ivr/appointments', ready: '.drawing .node .count' },
  { name: 'recordings', at: '#/reports/recordings' },
  {
    name: 'ivr-path',
    at: async (page) => {
      await page.getByLabel('Campaign').selectOption('appointments');
      await page.locator('tbody a').first().click();
      await page.getByRole('link', { name: 'Path through the IVR' }).first().click();
    },
    ready: '.path li',
  },
];

const PEOPLE: readonly Shot[] = [
  { name: 'people', at: '#/people', ready: 'tbody a' },
  {
    name: 'person',
    at: async (page) => {
      await page.getByRole('link', { name: 'Petra Nová' }).click();
      await page.locator('.timeline li').first().waitFor();
    },
  },
  { name: 'people-imports', at: '#/people/imports', ready: 'tbody tr' },
];

export async function consolePictures(chromium: string, into: string): Promise<void> {
  await picturesOf(chromium, into, CALLING, () =>
    morningOf('examples/clinic-recall', 'spring-recall'),
  );
  await picturesOf(chromium, into, CALLED, () =>
    morningOf('examples/medika-reception', 'appointments'),
  );
  await picturesOf(chromium, into, PEOPLE, aDirectory);
}

async function morningOf(folder: string, campaign: string): Promise<LocalCentre> {
  const checked = await checkedFolder(folder);
  if (checked.kind === 'refused') throw new Error(`${folder}: ${checked.lines.join('\n')}`);
  return aMorning(folder, campaign, checked.definitions);
}

async function picturesOf(
  chromium: string,
  into: string,
  shots: readonly Shot[],
  begin: () => Promise<LocalCentre>,
): Promise<void> {
  const centre = await begin();
  const browser = await openBrowser(chromium);
  try {
    const address = centre.cloud.distributions.url() ?? '';
    const page = await browser.newPage({ viewport: WIDE, locale: 'en' });
    await signIn(page, address, 'admin');
    for (const shot of shots) await take(page, { into, address, shot });
  } finally {
    await browser.close();
    await centre.stop();
  }
}

interface Taken {
  readonly into: string;
  readonly address: string;
  readonly shot: Shot;
}

async function take(page: Page, { into, address, shot }: Taken): Promise<void> {
  const { name, at, ready, isWhole = true } = shot;
  if (typeof at === 'string') await page.goto(`${address}${at}`);
  else await at(page);
  await page.locator('main h1').waitFor();
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
  if (ready !== undefined) await page.locator(ready).first().waitFor();
  await untilSilent(page);
  await everywhere(page, { into, name, isWhole });
  const reloaded = typeof at === 'string' ? (ready ?? 'main h1') : undefined;
  await onSmallScreen(page, { into, name, isWhole }, reloaded);
}
