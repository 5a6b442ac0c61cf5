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
    await page.getByRole('button', { name: 'Fit' }).click();

    expect(new Set([first, byKey, larger, dragged]).size).toBe(4);
    expect(await moved()).not.toBe(dragged);
  });

  it('change their size with two fingers', async () => {
    await open(RULE);
    const scale = async () => Number(/scale\(([\d.]+)\)/.exec((await moved()) ?? '')?.[1]);
    const before = await scale();
    const box = await page.locator('.picture').boundingBox();
    if (box === null) throw new Error('the picture has no place');
    const cdp = await page.context().newCDPSession(page);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      cdp.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [
                { x: x - apart, y, id: 1 },
                { x: x + apart, y, id: 2 },
              ],
      });

    await touch('touchStart', 30);
    for (const apart of [40, 55, 70, 90]) await touch('touchMove', apart);
    await touch('touchEnd', 0);

    expect(await scale()).toBeGreaterThan(before * 1.5);
    expect(await page.evaluate('visualViewport.scale')).toBe(1);
  });

  it('light up the way of one record, reached from its timeline', async () => {
    await at.open('#/campaigns/spring-recall/records');
    await page.locator('.records tbody a').first().click();
    await page.getByRole('link', { name: 'Path through the rule' }).first().click();
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

    const says = await deployed.innerText();
    expect(says).toMatch(/[0-9a-f]{12}/);
    // the centre was deployed when its clock began
    expect(says).toMatch(/Since\s+2 Mar 2026, 08:00/);
    await open(RULE);
    expect(await page.locator('.steps .source').first().innerText()).toMatch(
      /^rules\/recall-politely\.yaml:\d+$/,
    );
    expect(await page.locator('.steps a.source').first().getAttribute('href')).toMatch(
      /^vscode:\/\/file\/.*\/examples\/clinic-recall\/rules\/recall-politely\.yaml:\d+$/,
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

describe.skipIf(chromium === undefined)('an IVR in the console', () => {
  let reception: Story;
  let at: AtConsole;
  let page: Page;
  const CALLER = '+48600100200';
  const IVR = '#/graphs/ivr/appointments';

  beforeAll(async () => {
    reception = await story({
      of: { folder: 'examples/medika-reception', campaign: 'appointments', list: () => '' },
      people: {},
      agents: [{ id: 'ewa.lis', group: 'reception' }],
      // reception is open
      start: Date.parse('2026-03-02T09:00:00Z'),
    });
    await reception.minutes(2);
    // a wrong key first, then for an appointment
    reception.call(CALLER, 'appointments', { keys: ['7', '1'], talk: 30 });
    await reception.until(() => reception.events.some(({ type }) => type === 'call.ended'));
    await reception.minutes(1);
    at = await lookOn(reception, chromium ?? '', { pace: PACE, as: 'admin' });
    page = at.page;
  });
  afterAll(() => at?.end());

  it('counts the calls that came to each block, and went each way', async () => {
    await at.open(IVR);
    await page.locator('.drawing .node .count').first().waitFor();

    const count = (block: string) =>
      page.locator('.node', { hasText: block }).locator('.count').textContent();

    expect(await Promise.all(['answer', 'hours', 'appointments'].map(count))).toEqual([
      '1',
      '1',
      '1',
    ]);
    // a wrong key leads to the menu again
    expect(await page.locator('.node .id', { hasText: /^menu$/ }).count()).toBe(1);
    expect(await page.locator('.steps').innerText()).toMatch(/wrong key →\s+leads to\s+menu\s+1/);
    expect(await page.locator('.decided').innerText()).toBe('1 call has come through today.');
  });

  it('lights up the way of one call, reached from its record', async () => {
    await at.open('#/campaigns/appointments/records');
    await page.locator('.records tbody a').first().click();
    await page.getByRole('link', { name: 'Path through the IVR' }).first().click();
    await page.locator('.node[data-lit="true"]').first().waitFor();

    const path = await page.locator('.path strong').allTextContents();
    const lit = await page.locator('.node[data-lit="true"] .id').allTextContents();

    expect(path).toEqual(['answer', 'hours', 'menu', 'menu', 'appointments']);
    expect(lit.toSorted()).toEqual([...new Set(path)].toSorted());
    expect(await page.locator('.pairs').innerText()).toMatch(
      /Call came in[\s\S]*Agent answered[\s\S]*Call ended/,
    );
    await page.reload();
    await page.locator('.node[data-lit="true"]').first().waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Path through the IVR' }).first().waitFor();
  });

  it('has no barriers', async () => {
    await at.open(IVR);
    expect([await barriersOn(page), at.errors]).toEqual([[], []]);
  });
});
