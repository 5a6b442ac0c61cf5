// Somebody at the console, in a real browser, on a centre of the local cloud.
import type { Browser, Page } from 'playwright-core';
import type { Story } from '../local/stories/story.ts';
import { barriersOn, errorsOf, openBrowser, signIn } from '../support/browser.ts';
import {
  dialogOf,
  type LookedAtIn,
  placeOf,
  SCHEMES,
  type Scheme,
  wantedOf,
} from './console-places.ts';

/** Where pictures of what was seen are put, for whoever wants to look; nowhere if missing. */
const PICTURES = process.env.PICTURES;

interface Looking {
  /** Simulated seconds per real second, while somebody looks on. */
  readonly pace: number;
  /** Who one is. */
  readonly as: string;
}

interface Person {
  /** en-GB when missing. */
  readonly locale?: string;
  readonly width?: number;
}

export interface AtConsole {
  readonly browser: Browser;
  readonly page: Page;
  readonly address: string;
  /** What went wrong on `page`. */
  readonly errors: readonly string[];
  /** Goes to a place, and waits until what it shows has come. */
  open(place: string, on?: Page): Promise<void>;
  /** The same place again, as after a reload, without what stood in front of it. */
  reopen(place: string, on?: Page): Promise<void>;
  /** What axe-core finds on what is shown, light and dark. */
  barriers(on?: Page, schemes?: readonly Scheme[]): Promise<readonly string[]>;
  /** Places and dialogs that axe should have looked at in this test, and has not. */
  unseen(test: LookedAtIn): readonly string[];
  /** Takes a picture. */
  see(name: string, on?: Page): Promise<void>;
  /** Somebody else's page, signed in as the same person. */
  another(person?: Person): Promise<Page>;
  end(): Promise<void>;
}

/** Signs in at a centre that is there, whose clock goes on at the pace. */
export async function lookOn(
  place: Story,
  chromium: string,
  { pace, as }: Looking,
): Promise<AtConsole> {
  const { cloud } = place.centre;
  cloud.time.resume(pace);
  const address = cloud.distributions.url() ?? '';
  const browser = await openBrowser(chromium);
  const another = async ({ locale = 'en-GB', width = 1280 }: Person = {}) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, locale });
    page.setDefaultTimeout(Number(process.env.PATIENCE ?? 60_000));
    return page;
  };
  const page = await another();
  const errors = errorsOf(page);
  await signIn(page, address, as);
  const open = async (where: string, on = page) => {
    await on.goto(`${address}${where}`);
    await shown(on);
  };
  const seen = new Set<string>();
  return {
    ...{ browser, page, address, errors, open },
    async barriers(on = page, schemes = SCHEMES) {
      const found: string[] = [];
      for (const scheme of schemes) {
        await on.emulateMedia({ colorScheme: scheme });
        found.push(...(await barriersOn(on)).map((one) => `${scheme}: ${one}`));
        for (const what of await shownOn(on)) seen.add(`${what} ${scheme}`);
      }
      await on.emulateMedia({ colorScheme: schemes[0] ?? 'light' });
      return found;
    },
    unseen: (test) => wantedOf(test).filter((what) => !seen.has(what)),
    async reopen(where, on = page) {
      await on.goto(`${address}${where}`);
      await on.reload();
      await shown(on);
    },
    async see(name, on = page) {
      if (PICTURES !== undefined)
        await on.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
    },
    async another(person) {
      const theirs = await another(person);
      await signIn(theirs, address, as);
      return theirs;
    },
    async end() {
      await browser.close();
      await place.end();
    },
  };
}

/** The dialog in front of the page, or else the place. */
async function shownOn(page: Page): Promise<readonly string[]> {
  const titles = await page.getByRole('dialog').getByRole('heading').allInnerTexts();
  const what = titles.length > 0 ? titles.map(dialogOf) : [placeOf(new URL(page.url()).hash)];
  return what.filter((one) => one !== undefined);
}

async function shown(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
}
