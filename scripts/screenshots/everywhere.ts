// One place of a page in every language and theme.
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** English comes last: what is pressed in between is found by its English name. */
const LANGUAGES = ['pl', 'cs', 'en'] as const;
export const WIDE = { width: 1280, height: 800 };
const SMALL = { width: 390, height: 800 };
const THEMES = ['light', 'dark'] as const;

/** Real ms in which a page falls silent, unless the machine has much else to do. */
const SILENT_WITHIN = 15_000;

/**
 * Figures come one after the other. A page that is live asks again every few seconds, and on a busy
 * machine it is never silent: then what is there by now is what is taken.
 */
export const untilSilent = (page: Page): Promise<void> =>
  page.waitForLoadState('networkidle', { timeout: SILENT_WITHIN }).catch(() => {});

interface Picture {
  /** The folder of the pictures. */
  readonly into: string;
  readonly name: string;
  /** All of the page, however long it is, and not what one sees first. */
  readonly isWhole: boolean;
}

export async function everywhere(page: Page, picture: Picture): Promise<void> {
  for (const colorScheme of THEMES)
    for (const language of LANGUAGES) {
      await choose(page, { colorScheme, language });
      await shoot(page, picture, `${language}-${colorScheme}`);
    }
}

/**
 * The same on a telephone's screen: every language, and either theme, as what is too long is so in
 * both. The language is chosen before, for there it is behind the menu.
 */
export async function onSmallScreen(page: Page, picture: Picture, ready?: string): Promise<void> {
  for (const language of LANGUAGES) {
    const colorScheme = language === 'cs' ? 'dark' : 'light';
    await choose(page, { colorScheme, language });
    await page.setViewportSize(SMALL);
    if (ready !== undefined) {
      await page.reload();
      await page.locator(ready).first().waitFor();
      await untilSilent(page);
    }
    await shoot(page, picture, `${language}-small`);
    await page.setViewportSize(WIDE);
  }
}

interface Chosen {
  readonly colorScheme: (typeof THEMES)[number];
  readonly language: (typeof LANGUAGES)[number];
}

async function choose(page: Page, { colorScheme, language }: Chosen): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator('.preferences select').first().selectOption(language);
  await page.locator(`html[lang=${language}]`).waitFor();
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
}

async function shoot(page: Page, { into, name, isWhole }: Picture, suffix: string): Promise<void> {
  await page.screenshot({ path: join(into, `${name}-${suffix}.png`), fullPage: isWhole });
}
