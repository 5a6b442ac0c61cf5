// One place of a page in every language and theme.
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** English comes last: what is pressed in between is found by its English name. */
const LANGUAGES = ['pl', 'cs', 'en'] as const;
const THEMES = ['light', 'dark'] as const;

interface Picture {
  /** The folder of the pictures. */
  readonly into: string;
  readonly name: string;
  /** All of the page, however long it is, and not what one sees first. */
  readonly isWhole: boolean;
}

export async function everywhere(page: Page, { into, name, isWhole }: Picture): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    for (const language of LANGUAGES) {
      await page.locator('.preferences select').first().selectOption(language);
      await page.locator(`html[lang=${language}]`).waitFor();
      await page.locator('.waiting').first().waitFor({ state: 'detached' });
      const path = join(into, `${name}-${language}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: isWhole });
    }
  }
}
