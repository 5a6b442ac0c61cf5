// Callback rules and IVRs as graphs in a real browser, on a centre of the local cloud.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from '../local/stories/story.ts';
import { barriersOn, chromiumPath, NO_CHROMIUM } from '../support/browser.ts';
import { type AtConsole, lookOn } from './at-console.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

const MARIA = '600700801';
const JAN = '600700802';
/** Simulated seconds per real second, while somebody looks on. */
const PACE = 1;
const RULE = '#/graphs/rule/recall-politely';

describe.skipIf(chromium === undefined)('rules and IVRs in the console', () => {
  let clinic: Story;
  let at: AtConsole;
  let page: Page;

  beforeAll(async () => {
    clinic = await story({ people: { [MARIA]: ['rings-out'], [JAN]: ['rings-out'] } });
    await clinic.import();
    await clinic.switchTo('running');
    await clinic.until(
      () => clinic.events.filter(({ type }) => type === 'rule.applied').length >= 2,
    );
    at = await lookOn(clinic, chromium ?? '', { pace: PACE, as: 'ewa' });
    page = at.page;
  });
  afterAll(() => at?.end());

  const open = async (place: string) => {
    await at.open(place);
    await page.locator('.picture').waitFor();
  };
  const moved = () => page.locator('.picture svg > g').getAttribute('transform');

  it('tell how many records went which way today, in the picture and in the list', async () => {
    await open(RULE);
    await page.locator('.drawing .count').first().waitFor();

    const tile = page.locator('.node', { hasText: 'count-not-answered' });
    const step = page.locator('.steps > li', { hasText: 'count-not-answered' }).first();

    expect(await tile.locator('.count').textContent()).toBe('2');
    expect(await page.locator('.steps').innerText()).toContain('2 times today');
    expect(await step.count()).toBe(1);
    expect(await page.locator('.decided').innerText()).toContain('2 times');
  });

  it('move and change their size by keys, buttons and dragging', async () => {
    await open(RULE);
    const first = await moved();
    await page.locator('.picture').focus();
    await page.keyboard.press('ArrowRight');
    const byKey = await moved();
    await page.keyboard.press('+');
    const larger = await moved();
    const box = await page.locator('.picture').boundingBox();
    if (box === null) throw new Error('the picture has no place');
    await page.mouse.move(box.x + 300, box.y + 150);
    await page.mouse.down();
    await page.mouse.move(box.x + 360, box.y + 190, { steps: 4 });
    await page.mouse.up();
    const dragged = await moved();
    await page.getByRole('button', { name: 'All of it' }).click();

    expect(new Set([first, byKey, larger, dragged]).size).toBe(4);
    expect(await moved()).not.toBe(dragged);
  });

  it('light up the way of one record, reached from its timeline', async () => {
    await at.open('#/campaigns/spring-recall/records');
    await page.locator('.records tbody a').first().click();
    await page.getByRole('link', { name: 'The way through the rule' }).first().click();
    await page.locator('.node[data-lit="true"]').first().waitFor();

    const lit = await page.locator('.node[data-lit="true"] .id').allTextContents();
    const path = await page.locator('.path strong').allTextContents();

    expect(lit).toContain('count-not-answered');
    expect(path[0]).toBe('status');
    expect(lit.toSorted()).toEqual(path.toSorted());
  });

  it('step through a test, forward and back', async () => {
    await open(RULE);
    await page.getByRole('combobox', { name: /^Test/ }).selectOption({ index: 1 });
    const now = () => page.locator('.node[data-now] .id').textContent();
    const first = await now();
    await page.getByRole('button', { name: 'Step forward' }).click();
    const second = await now();
    await page.getByRole('button', { name: 'Step back' }).click();

    expect(first).toBe('status');
    expect(second).not.toBe(first);
    expect(await now()).toBe(first);
  });

  it('name the version that is deployed and the place in the files', async () => {
    await at.open('#/graphs');
    await page.getByRole('heading', { name: 'Deployed' }).waitFor();
    const deployed = page.locator('section', { hasText: 'Deployed' }).last();
    await deployed.locator('dd').first().waitFor();

    expect(await deployed.innerText()).toMatch(/[0-9a-f]{12}/);
    await open(RULE);
    expect(await page.locator('.steps .source').first().innerText()).toMatch(
      /^rules\/recall-politely\.yaml:\d+$/,
    );
  });

  it('have no barriers, on a small screen either, and make no errors', async () => {
    await open(RULE);
    const wide = await barriersOn(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await open(RULE);
    const small = await barriersOn(page);
    const isWider = await page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );

    expect([wide, small, isWider, at.errors]).toEqual([[], [], false, []]);
  });
});
