// A real browser for tests of the pages: Debian's chromium, driven by playwright-core.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** undefined: this machine has none. */
export const chromiumPath = (): string | undefined =>
  PLACES.find((path) => path !== '' && existsSync(path));

export const NO_CHROMIUM = 'skipped: chromium not found';

export function openBrowser(executablePath: string): Promise<Browser> {
  // nobody but our own pages is opened, and containers have no sandbox to give
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Errors a page has shown in its console, which a test wants to be none. */
export function errorsOf(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  return errors;
}

/** Opens a page of the centre and chooses who one is. @param path below the console's address */
export async function signIn(page: Page, address: string, person: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: person }).first().click();
  await page.locator('main h1').waitFor();
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Only what is wrong leaves the page: all that axe looked at would take longer than looking. */
const LOOK = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ target, html }) => id + ': ' + target.join(' ') + ' ' + html.slice(0, 120)),
))`;

/**
 * What axe-core finds. It is run as the browser's own debugger would: the policy of the page lets
 * no other script in.
 */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate<boolean>("typeof axe === 'object'");
  if (!isThere) await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate<string[]>(LOOK);
}
