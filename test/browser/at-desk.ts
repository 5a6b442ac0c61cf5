// Somebody at the desk of an agent, in a real browser.
import type { Browser, Page } from 'playwright-core';
import type { Story } from '../local/stories/story.ts';
import { barriersOn, errorsOf, openBrowser, signIn } from '../support/browser.ts';

/** Where pictures of what was seen are put, for whoever wants to look; nowhere if missing. */
const PICTURES = process.env.PICTURES;

export interface AtDesk {
  readonly place: Story;
  readonly page: Page;
  readonly errors: readonly string[];
  /** Takes a picture. */
  see(name: string): Promise<void>;
  /** One more tab of the same browser. */
  anotherTab(): Promise<Page>;
  end(): Promise<void>;
}

/** Somebody signs in at the desk of an agent, who is then a person. */
export async function sitDown(place: Story, agent: string, chromium: string): Promise<AtDesk> {
  const { cloud } = place.centre;
  const browser: Browser = await openBrowser(chromium);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
  });
  const address = `${cloud.distributions.url()}desk.html`;
  const tab = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(Number(process.env.PATIENCE ?? 60_000));
    return page;
  };
  const page = await tab();
  const errors = errorsOf(page);
  // until they are there, too: it would be Sunday before anybody has sat down
  cloud.time.resume(1);
  await signIn(page, address, agent);
  await page.getByLabel('Your state').waitFor();
  return {
    place,
    page,
    errors,
    see: async (name) => {
      if (PICTURES !== undefined)
        await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
    },
    async anotherTab() {
      const other = await tab();
      await signIn(other, address, agent);
      return other;
    },
    async end() {
      await browser.close();
      await place.end();
    },
  };
}

export const speed = (page: Page, times: number) =>
  page.getByLabel('Speed of time').selectOption(String(times));

export const badge = (page: Page, says: string) =>
  page.locator('.badge', { hasText: says }).first();

/** Connect's word of the agent's state has arrived: what comes from now on knows of it. */
export const untilKnown = (page: Page, activity: string) =>
  page.waitForResponse(
    async (answer) =>
      answer.url().endsWith('/v1/desk') && (await answer.json()).activity === activity,
  );

const SCREENS = [
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 1280, height: 900, colorScheme: 'dark' },
  { width: 1280, height: 900, colorScheme: 'light' },
] as const;

/** What axe-core finds on each screen, and whether the page is wider than one of them. */
export async function lookAround({ page, see }: AtDesk, where: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { width, height, colorScheme } of SCREENS) {
    const screen = `${where}, ${width} px, ${colorScheme}`;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const beyond = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (beyond > 1) found.push(`${screen}: ${beyond} px wider than the screen`);
    found.push(...(await barriersOn(page)).map((one) => `${screen}: ${one}`));
    await see(`${where.replaceAll(' ', '-')}-${width}-${colorScheme}`);
  }
  return found;
}
