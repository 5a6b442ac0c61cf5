// Somebody at the console, in a real browser, on a centre of the local cloud.
import type { Browser, Page } from 'playwright-core';
import type { Story } from '../local/stories/story.ts';
import { errorsOf, openBrowser, signIn } from '../support/browser.ts';

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
  return {
    ...{ browser, page, address, errors, open },
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

async function shown(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
}
