// The agent's desk in a real browser: a person takes the place of a simulated agent.
import { ConnectClient, UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { story } from '../local/stories/story.ts';
import { barriersOn, chromiumPath, NO_CHROMIUM } from '../support/browser.ts';
import { type AtDesk, badge, lookAround, sitDown, speed } from './at-desk.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);

const classify = (page: Page) => page.getByRole('button', { name: /^Classify/ });

/** What it plays has got further than its start. */
const plays = (page: Page): Promise<boolean> =>
  page
    .locator('audio')
    .evaluate(
      (music: { paused: boolean; currentTime: number }) => !music.paused && music.currentTime > 0,
    );

const secondsOf = (clock: string): number =>
  clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** What is half made survives a reload and is in the other tab; so do answers without a line. */
async function losesNothing({ page, anotherTab }: AtDesk): Promise<void> {
  const script = page.getByRole('region', { name: 'Script' });
  await page.getByRole('button', { name: 'Transfer…' }).click();
  await page.getByLabel('Transfer to').selectOption('Another number…');
  await page.getByRole('textbox', { name: 'Number' }).fill('601 5');
  await page.getByLabel(/^Prosi o telefon/).check();
  await page.context().setOffline(true);
  await script.getByRole('checkbox').first().check();
  await page.context().setOffline(false);
  await page.reload();
  await page.getByRole('textbox', { name: 'Number' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Number' }).inputValue()).toBe('601 5');
  expect(await page.getByLabel(/^Prosi o telefon/).isChecked()).toBe(true);
  expect(await script.getByRole('checkbox').first().isChecked()).toBe(true);

  const other = await anotherTab();
  await other.getByRole('textbox', { name: 'Number' }).waitFor();
  expect(await other.getByRole('textbox', { name: 'Number' }).inputValue()).toBe('601 5');
  expect(await other.getByLabel(/^Prosi o telefon/).isChecked()).toBe(true);
  await expect
    .poll(() =>
      other.getByRole('region', { name: 'Script' }).getByRole('checkbox').first().isChecked(),
    )
    .toBe(true);
  await other.close();
  await page.getByRole('button', { name: 'Transfer…' }).click();
}

describe.skipIf(chromium === undefined)('an agent who takes a call', () => {
  let desk: AtDesk;
  beforeAll(async () => {
    const place = await story({
      of: { folder: 'examples/medika-reception', campaign: 'patients' },
      people: {},
      // nobody else is there
      agents: [{ id: 'ewa.lis', group: 'reception' }],
      start: Date.parse('2026-03-02T09:00:00Z'),
    });
    place.centre.cloud.time.pause();
    desk = await sitDown(place, 'ewa.lis', chromium ?? '');
  });
  afterAll(() => desk?.end());

  it('is the simulated agent from now on, at a speed they choose', async () => {
    const { page, place } = desk;
    const { time } = place.centre.cloud;

    await page.getByLabel('Your state').selectOption('Available');
    await badge(page, 'Available').waitFor();
    const before = time.now();
    await speed(page, 10);
    await badge(page, 'Available').waitFor();
    await speed(page, 1);

    await expect.poll(() => time.pace, { timeout: 20_000 }).toBe(1);
    // nothing jumps while somebody is there
    expect(time.now() - before).toBeLessThan(120_000);
    expect(await lookAround(desk, 'free')).toEqual([]);
  });

  it('hears music while they wait, unless they have switched it off (CAM-5)', async () => {
    const { page } = desk;
    const music = page.getByLabel('Music while waiting');
    // no browser lets a page sound before somebody has pressed something in it
    await page.getByRole('heading', { name: 'My work' }).click();
    await expect.poll(() => plays(page)).toBe(true);

    await music.uncheck();
    await expect.poll(() => plays(page)).toBe(false);
    await page.reload();
    await badge(page, 'Available').waitFor();
    expect(await music.isChecked()).toBe(false);
    await page.getByRole('heading', { name: 'My work' }).click();
    expect(await plays(page)).toBe(false);

    await music.check();
    await expect.poll(() => plays(page)).toBe(true);
    // the other tab waits for its turn
    const other = await desk.anotherTab();
    await badge(other, 'Available').waitFor();
    await other.getByRole('heading', { name: 'My work' }).click();
    expect([await plays(page), await plays(other)]).toEqual([true, false]);
    await page.bringToFront();
    await other.close();
  });

  it('talks with the caller by the script, and classifies (INB-2, INB-4, CLS-1)', async () => {
    const { page, place } = desk;
    const keys = [undefined, undefined, '0'];
    place.call('+48601100200', 'patients', { keys, patience: 600, talk: 3600 });
    await speed(page, 10);
    await badge(page, 'In a call').waitFor();
    await speed(page, 1);
    expect(await plays(page)).toBe(false);
    const script = page.getByRole('region', { name: 'Script' });
    await script.getByText('W czym mogę pomóc?').waitFor();
    expect(await lookAround(desk, 'a call with a script')).toEqual([]);

    await script.getByLabel('wynik badania').check();
    await script.getByRole('button', { name: 'Next' }).click();
    await script.getByText('potwierdzeniu tożsamości').waitFor();
    await page.getByLabel('Imię i nazwisko').fill('Anna Nowak');
    await page.reload();
    await script.getByText('potwierdzeniu tożsamości').waitFor();
    expect(await page.getByLabel('Imię i nazwisko').inputValue()).toBe('Anna Nowak');

    await losesNothing(desk);
    await page.getByRole('button', { name: /^Hold/ }).waitFor();
    await page.keyboard.press('Alt+O');
    await badge(page, 'On hold').waitFor();
    await page.keyboard.press('Alt+O');
    await badge(page, 'On hold').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+H');
    const clock = page.getByRole('timer', { name: 'to classify' }).locator('.clock');
    await clock.waitFor();
    const before = secondsOf(await clock.innerText());
    await page.reload();
    await clock.waitFor();
    // it goes on where it was
    expect(secondsOf(await clock.innerText())).toBeLessThanOrEqual(before);
    await page.getByRole('button', { name: /^More time/ }).click();
    await page.getByLabel(/^Prosi o telefon/).check();
    await page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').first().check();
    expect(await lookAround(desk, 'wrap-up with a calendar')).toEqual([]);
    await classify(page).click();
    await badge(page, 'Available').waitFor();

    const recalls = page.getByRole('region', { name: 'Records waiting for me' });
    await recalls.getByText('Anna Nowak').waitFor();
    const types = (await place.journal()).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        'script.answered',
        'wrap-up.extended',
        'record.classified',
        'record.recall-scheduled',
      ]),
    );
    expect(await lookAround(desk, 'my recalls')).toEqual([]);
  });

  it('sees a call ring in the colour of its campaign, and may reject and accept it (CAM-3, CAM-4)', async () => {
    const { page, place } = desk;
    const { cloud, network } = place.centre;
    const [eva] = network.agents();
    await new ConnectClient(cloud.clientConfig()).send(
      new UpdateUserPhoneConfigCommand({
        InstanceId: cloud.resource('AWS::Connect::Instance').ref.split('/').at(-1),
        UserId: eva?.arn.split('/').at(-1),
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 90 },
      }),
    );
    const keys = [undefined, undefined, '0'];
    place.call('+48601100300', 'patients', { keys, patience: 900, talk: 3600 });
    await speed(page, 10);
    const window = page.getByRole('alertdialog', { name: 'Linia pacjenta: a customer is calling' });
    await window.waitFor();
    await speed(page, 1);

    expect(await window.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
      'rgb(122, 31, 92)',
    );
    expect(await lookAround(desk, 'ringing')).toEqual([]);
    await page.keyboard.press('Alt+R');
    await badge(page, 'Call missed').waitFor();
    await page.getByLabel('Your state').selectOption('Available');
    // nobody else is there
    await window.waitFor();
    await page.keyboard.press('Alt+A');
    await badge(page, 'In a call').waitFor();
    await page.getByRole('button', { name: 'Transfer…' }).click();
    await page.getByLabel('Transfer to').selectOption('Another number…');
    await page.getByRole('textbox', { name: 'Number' }).fill('700 100 200');
    await page.keyboard.press('Enter');
    await page.getByText('calls to premium numbers are not allowed').waitFor();
    await page.getByRole('textbox', { name: 'Number' }).fill('601 500 600');
    expect(await lookAround(desk, 'handing on')).toEqual([]);
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    // whoever handed a call on still says how it ended
    await page.getByRole('timer', { name: 'to classify' }).waitFor();
    await page.getByLabel(/^Załatwiono/).check();
    await classify(page).click();
    await badge(page, 'Available').waitFor();
  });

  it('takes breaks by name, which Connect knows of', async () => {
    const { page, place } = desk;

    await page.getByLabel('Your state').selectOption('Kawa');
    await badge(page, 'Kawa').waitFor();
    const [presence] = place.centre.network.agents();

    expect(presence).toMatchObject({ activity: 'break', breakName: 'Kawa' });
  });

  it('meets no barrier in any language and theme, and no error', async () => {
    const { page } = desk;
    const found: string[] = [];
    for (const [scheme, language] of [
      ['light', 'pl'],
      ['dark', 'cs'],
      ['dark', 'en'],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.locator('.preferences select').first().selectOption(language);
      await page.locator(`html[lang=${language}]`).waitFor();
      found.push(...(await barriersOn(page)));
      await desk.see(`desk-${language}-${scheme}`);
    }

    expect(found).toEqual([]);
    expect(desk.errors.filter((error) => !/40[349]|DISCONNECTED/.test(error))).toEqual([]);
  });
});

describe.skipIf(chromium === undefined)('an agent to whom records are offered', () => {
  const [KAREL, PETRA] = ['603100201', '603100202'];
  const list = (phones: readonly string[]) =>
    ['Jméno a příjmení;Telefon;E-mail;Rodné číslo;Smlouva;Konec pojištění;Země']
      .concat(
        phones.map((phone, n) => `Osoba ${n};${phone};osoba${n}@post.example;;S-${n};2026-12-01;`),
      )
      .join('\r\n');
  let desk: AtDesk;
  beforeAll(async () => {
    const of = { folder: 'examples/policy-renewal', campaign: 'obnova-2026', list };
    const place = await story({
      of: { ...of, dialingCode: '+420' },
      people: { [KAREL]: ['answers'], [PETRA]: ['answers'] },
      agents: [{ id: 'jana.novakova', group: 'obnovy' }],
      start: Date.parse('2026-03-02T09:00:00Z'),
    });
    await place.import();
    place.centre.cloud.time.pause();
    desk = await sitDown(place, 'jana.novakova', chromium ?? '');
    await place.switchTo('running');
  });
  afterAll(() => desk?.end());

  it('skips one and calls the next (CAM-3, DIA-1)', async () => {
    const { page, place } = desk;
    const offer = page.getByRole('group', { name: 'Offered to you' });
    const name = page.locator('.contact-head h2');
    await page.getByLabel('Your state').selectOption('Available');
    await speed(page, 30);
    await offer.waitFor();
    await speed(page, 1);
    const first = await name.innerText();
    expect(await lookAround(desk, 'an offer')).toEqual([]);
    await page.getByRole('button', { name: /^Skip/ }).click();
    await name.filter({ hasText: first }).waitFor({ state: 'detached' });
    await speed(page, 30);
    await offer.waitFor();
    await speed(page, 1);
    const second = await name.innerText();

    await page.keyboard.press('Alt+A');
    await speed(page, 5);
    await badge(page, 'In a call').waitFor();
    await speed(page, 1);
    const own = page.getByRole('navigation', { name: 'Pages of other systems' });
    const href = await own.getByRole('link').first().getAttribute('href');
    expect(href).toMatch(/^https:\/\/smlouvy.pojistovna-vltava.example\/smlouva\/S-\d$/);
    // in a tab that knows nothing of ours; nobody answers there
    const pages = page.context().pages();
    expect(pages).toHaveLength(2);
    expect(await pages[1]?.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    // the tab would be drawn once a second while it lies behind that one
    await page.bringToFront();
    await page.getByLabel(/^Smlouva obnovena/).check();
    await desk.see('desk-preview-call');
    // a day there is not is never left out in silence
    const ends = page.getByLabel('Konec pojištění', { exact: true });
    expect(await ends.inputValue()).toBe('01/12/2026');
    await ends.fill('31/02/2026');
    await page.keyboard.press('Control+Enter');
    await page.getByText('No such date.').waitFor();
    expect(await page.getByText('Classified:').count()).toBe(0);
    await ends.fill('31/01/2027');
    // the connection is lost, and nothing with it
    await page.context().setOffline(true);
    await page.getByLabel('Země').fill('CZ');
    await classify(page).click();
    const retry = page.getByRole('form').getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    await page.context().setOffline(false);
    expect(await page.getByLabel('Země').inputValue()).toBe('CZ');
    const sent = page.waitForRequest(/\/classif/);
    await retry.click();
    expect((await sent).postDataJSON().fields).toEqual({ zeme: 'CZ', konec: '2027-01-31' });
    await page.getByText('Classified: Smlouva obnovena').waitFor();
    await page.keyboard.press('Alt+H');
    await page.getByRole('button', { name: 'Finish' }).click();
    await badge(page, 'Available').waitFor();

    expect(second).not.toBe(first);
    expect(place.callsTo(KAREL) + place.callsTo(PETRA)).toBe(1);
  });

  it('is offered classifiers once they have the call; one left without comes back as unclassified (CLS-5, NEW-4)', async () => {
    const { page } = desk;
    const mine = page.getByRole('region', { name: 'Records waiting for me' });
    await speed(page, 60);
    await page.getByRole('group', { name: 'Offered to you' }).waitFor();
    await speed(page, 1);
    await page.keyboard.press('Alt+A');
    await badge(page, 'Being dialed').waitFor();
    await page.bringToFront();
    await page.getByText('Classifiers appear once there has been a call.').waitFor();
    expect(await page.getByLabel(/^Zavolat v jiný čas/).count()).toBe(0);
    await speed(page, 5);
    await badge(page, 'In a call').waitFor();
    await speed(page, 1);
    await page.getByLabel(/^Zavolat v jiný čas/).waitFor();
    await page.keyboard.press('Alt+H');
    await speed(page, 30);
    await mine.getByText('Unclassified').waitFor();
    await speed(page, 1);

    expect(await lookAround(desk, 'unclassified records')).toEqual([]);
    await mine.getByRole('link').first().click();
    await page.getByLabel(/^Zavolat v jiný čas/).check();
    await page.getByLabel('Země').fill('CZ');
    await page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').last().check();
    await classify(page).click();
    await mine.getByRole('button', { name: 'Another time' }).click();
    await mine.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').first().check();
    expect(await lookAround(desk, 'another time for a recall')).toEqual([]);
    await mine.getByRole('button', { name: 'Set the time' }).click();
    await mine.getByRole('radiogroup').waitFor({ state: 'detached' });
    expect(await mine.getByText('Recall').count()).toBe(1);
  });

  it('signs out in one tab, has left the other one as well, and is there for no calls', async () => {
    const { page, anotherTab } = desk;
    const other = await anotherTab();

    await page.getByRole('button', { name: 'Sign out' }).click();

    for (const tab of [page, other]) await tab.getByText('Sign in as').waitFor();
    const [agent] = desk.place.centre.network.agents();
    // at once, or after the contact
    expect(agent?.activity).toMatch(/^(offline|leaving)$/);
  });
});
