// `npm run screenshots`: every page of the console and every moment of the desk in three languages
// and two themes, and the console on a small screen, as PNG files in the folder that is named
// (screenshots/ when none is). `-- --desk [folder]` makes those of the desk alone. For the console
// a centre is run for a morning on the local cloud first.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { checkedFolder } from '../lib/cli/checked-folder.ts';
import { chromiumPath, NO_CHROMIUM, openBrowser, signIn } from '../test/support/browser.ts';
import { aMorning } from './screenshots/a-morning.ts';
import { deskPictures } from './screenshots/desk.ts';

const FOLDER = 'examples/clinic-recall';
const CAMPAIGN = 'spring-recall';
const LANGUAGES = ['en', 'pl', 'cs'] as const;
const THEMES = ['light', 'dark'] as const;

const given = process.argv.slice(2);
const isDeskAlone = given.includes('--desk');
const into = resolve(given.find((one) => !one.startsWith('--')) ?? 'screenshots');

async function take(page: Page, address: string, name: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const at = `#/campaigns/${CAMPAIGN}`;
  await page.goto(`${address}${at}/records`);
  const worked = page.locator('.records tbody tr', { has: page.locator('.badge.calm') });
  const record = await worked.first().locator('a').getAttribute('href');
  const places: Readonly<Record<string, string>> = {
    campaigns: '#/',
    campaign: at,
    records: `${at}/records`,
    record: record ?? '',
    imports: `${at}/imports`,
    alerts: '#/alerts',
    agents: '#/agents',
    'dry-run': `${at}/dry-run`,
    reports: '#/reports',
    contacts: '#/reports/contacts',
    graph: '#/graphs/rule/recall-politely',
  };
  for (const [place, hash] of Object.entries(places)) {
    await page.goto(`${address}${hash}`);
    await page.locator('main h1').waitFor();
    await page.locator('.waiting').first().waitFor({ state: 'detached' });
    // figures of every campaign come one after the other
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(into, `${place}-${name}.png`), fullPage: true });
  }
}

async function main(chromium: string): Promise<void> {
  const checked = await checkedFolder(FOLDER);
  if (checked.kind === 'refused') throw new Error(`${FOLDER}: not ready`);
  const centre = await aMorning(FOLDER, CAMPAIGN, checked.definitions);
  const browser = await openBrowser(chromium);
  try {
    const address = centre.cloud.distributions.url() ?? '';
    for (const language of LANGUAGES)
      for (const colorScheme of THEMES) {
        const viewport = { width: 1280, height: 800 };
        const page = await browser.newPage({ viewport, locale: language, colorScheme });
        await signIn(page, address, 'admin');
        await take(page, address, `${language}-${colorScheme}`);
        await page.close();
      }
    const small = await browser.newPage({ viewport: { width: 390, height: 800 }, locale: 'en' });
    await signIn(small, address, 'admin');
    await take(small, address, 'small');
  } finally {
    await browser.close();
    await centre.stop();
  }
  process.stdout.write(`${into}\n`);
}

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);
else {
  mkdirSync(into, { recursive: true });
  if (!isDeskAlone) await main(chromium);
  await deskPictures(chromium, into);
}
