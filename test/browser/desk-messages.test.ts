// What an agent writes: answers in a conversation by text, texts and e-mails of their own, from
// templates; and that nothing of it is lost or sent twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveText } from '../../lib/local/messages/two-way.ts';
import { story } from '../local/stories/story.ts';
import { chromiumPath } from '../support/browser.ts';
import { type AtDesk, badge, lookAround, sitDown, speed, untilKnown } from './at-desk.ts';

const chromium = chromiumPath();
/** How long what two places agree on may take. */
const SOON = { timeout: 30_000 };

describe.skipIf(chromium === undefined)('an agent who reads a text message', () => {
  const ANN = '601100200';
  const OWN = '+48732100200';
  const list = (phones: readonly string[]) =>
    ['Imię;Telefon;Zgoda;Waga'].concat(phones.map((phone) => `Łucja;${phone};tak;1`)).join('\r\n');
  let desk: AtDesk;
  beforeAll(async () => {
    const place = await story({
      of: { folder: 'examples/dental-texts', campaign: 'bright-teeth', list },
      start: Date.parse('2026-03-02T09:00:00Z'),
      people: { [ANN]: [] },
      agents: [{ id: 'anna.wilk', group: 'reception' }],
      texts: { reply: 0, stop: 0 },
    });
    await place.import();
    await place.switchTo('running');
    await place.until(() => place.events.some(({ type }) => type === 'message.delivered'));
    place.centre.cloud.time.pause();
    desk = await sitDown(place, 'anna.wilk', chromium ?? '');
  });
  afterAll(() => desk?.end());

  const writes = (text: string) => {
    const { centre } = desk.place;
    receiveText(centre.cloud, centre.replyTopic, { from: `+48${ANN}`, to: OWN, text });
  };

  it('takes a conversation that came while nobody was there', async () => {
    const { page } = desk;
    await page.getByLabel('Your state').selectOption('Logged out');
    await speed(page, 10);
    await untilKnown(page, 'offline');
    writes('Halo?');
    const waiting = page.getByRole('region', { name: 'Unclaimed conversations' });
    await waiting.getByText('Łucja').first().waitFor();
    await speed(page, 1);
    expect(await lookAround(desk, 'a conversation nobody has')).toEqual([]);

    await waiting.getByRole('button', { name: 'Take Łucja' }).click();
    await page.getByRole('region', { name: 'Messages' }).getByText('Halo?').waitFor();
    await waiting.waitFor({ state: 'detached' });
    await page.getByLabel(/^Appointment booked/).check();
    await page.getByRole('button', { name: /^Classify/ }).click();
    await page.getByText('Nothing is waiting for you').waitFor();
  });

  it('accepts it, answers from a template, in one tab or another, once (CAM-21, SMS-3, SMS-5)', async () => {
    const { page, place } = desk;
    const conversation = page.getByRole('region', { name: 'Messages' });
    await page.getByLabel('Your state').selectOption('Available');
    await speed(page, 10);
    await untilKnown(page, 'free');
    writes('Kiedy?');
    const window = page.getByRole('alertdialog', { name: 'Bright teeth in spring: a new message' });
    await window.waitFor();
    await speed(page, 1);
    expect(await lookAround(desk, 'a new message')).toEqual([]);
    await page.keyboard.press('Alt+A');
    await conversation.getByText('Kiedy?').waitFor();
    await window.waitFor({ state: 'detached' });

    await conversation.getByLabel('Template').selectOption('Offers a date');
    const answer = conversation.getByLabel('Your answer');
    expect(await answer.inputValue()).toBe(
      'Lucja, zapraszamy w czwartek o 9:00 lub 16:30. Ktora godzina pasuje?',
    );
    await conversation.getByText('1 part ·').waitFor();
    await answer.fill(`Łucja, zapraszamy. ${'Proszę odpisać. '.repeat(10)}`);
    await conversation.getByText('2 parts ·').waitFor();
    await conversation.getByText('sent as: Lucja, zapraszamy. Prosze').waitFor();
    await desk.see('desk-conversation');

    const other = await desk.anotherTab();
    const there = other.getByRole('region', { name: 'Messages' });
    await there.getByLabel('Your answer').waitFor();
    await expect
      .poll(() => there.getByLabel('Your answer').inputValue(), SOON)
      .toMatch(/^Łucja, zapraszamy/);
    await there.getByLabel('Your answer').fill('Łucja, czwartek o 9:00?');
    await expect.poll(() => answer.inputValue(), SOON).toBe('Łucja, czwartek o 9:00?');
    await there.getByRole('button', { name: 'Send' }).click();
    // as it is sent, in plain letters
    await there.getByRole('log').getByText('Lucja, czwartek o 9:00?').waitFor();
    await expect.poll(() => answer.inputValue(), SOON).toBe('');
    await other.close();

    await speed(page, 10);
    const answers = () =>
      place.centre.cloud.outbox
        .texts()
        .map(({ text }) => text)
        .filter((text) => text.includes('czwartek'));
    await expect.poll(answers, SOON).toEqual(['Lucja, czwartek o 9:00?']);
  });

  it('meets no barrier, and classifies the conversation', async () => {
    const { page } = desk;
    await speed(page, 1);

    expect(await lookAround(desk, 'a conversation')).toEqual([]);
    await page.getByLabel(/^Appointment booked/).check();
    await page.getByRole('button', { name: /^Classify/ }).click();
    await page.getByText('Nothing is waiting for you').waitFor();
    expect(desk.errors.filter((error) => !/40[349]/.test(error))).toEqual([]);
    await badge(page, 'Available').waitFor();
  });
});

describe.skipIf(chromium === undefined)('an agent who writes beside a call', () => {
  const KAREL = '603100201';
  const list = (phones: readonly string[]) =>
    ['Jméno a příjmení;Telefon;E-mail;Rodné číslo;Smlouva;Konec pojištění;Země']
      .concat(phones.map((phone) => `Karel;${phone};karel@post.example;;S-1;2026-12-01;`))
      .join('\r\n');
  let desk: AtDesk;
  beforeAll(async () => {
    const place = await story({
      of: { folder: 'examples/policy-renewal', campaign: 'obnova-2026', dialingCode: '+420', list },
      people: { [KAREL]: ['answers'] },
      agents: [{ id: 'jana.novakova', group: 'obnovy' }],
      start: Date.parse('2026-03-02T09:00:00Z'),
    });
    await place.import();
    place.centre.cloud.time.pause();
    desk = await sitDown(place, 'jana.novakova', chromium ?? '');
    await place.switchTo('running');
  });
  afterAll(() => desk?.end());

  it('sends an e-mail from a template, which a reload does not lose, and sees what became of it', async () => {
    const { page, place } = desk;
    await page.getByLabel('Your state').selectOption('Available');
    await speed(page, 30);
    await page.getByRole('group', { name: 'Offered to you' }).waitFor();
    await speed(page, 1);
    const messages = page.getByRole('region', { name: 'Messages' });

    await messages.getByRole('button', { name: 'Write an e-mail' }).click();
    await messages.getByLabel('Template').selectOption('Potvrzení obnovy');
    const text = messages.getByLabel('Text');
    expect(await text.inputValue()).toContain('obnovu smlouvy S-1, která platí do 01.12.2026');
    await text.fill('Dobrý den, ozveme se.');
    await page.reload();
    await messages.getByLabel('Subject').waitFor();
    expect(await messages.getByLabel('Subject').inputValue()).toBe('Obnova smlouvy S-1');
    expect(await lookAround(desk, 'an e-mail')).toEqual([]);
    await messages.getByRole('button', { name: 'Send' }).click();
    await messages.getByText('Dobrý den, ozveme se.').waitFor();
    await speed(page, 10);
    await messages.getByText('delivered').waitFor();

    const emails = place.centre.cloud.outbox.emails();
    expect(emails.map(({ subject, to }) => [subject, to])).toEqual([
      ['Obnova smlouvy S-1', ['karel@post.example']],
    ]);
    await speed(page, 1);
  });

  it('sends a text from a template, in plain letters, from the sender it names', async () => {
    const { page, place } = desk;
    const messages = page.getByRole('region', { name: 'Messages' });

    await messages.getByRole('button', { name: 'Write a text' }).click();
    await messages.getByLabel('Template').selectOption('Nezastihli jsme vás');
    await messages.getByRole('button', { name: 'Send' }).click();
    await messages.getByText('volali jsme kvuli obnove smlouvy S-1').waitFor();
    await speed(page, 10);
    await expect.poll(() => place.centre.cloud.outbox.texts().length, SOON).toBe(1);

    expect(place.centre.cloud.outbox.texts()[0]).toMatchObject({ from: 'VLTAVA' });
    await speed(page, 1);
  });

  it('corrects a number, and says what is wrong with one (CAM-15)', async () => {
    const { page } = desk;
    const about = page.getByRole('region', { name: 'About the record' });

    await about.getByRole('button', { name: 'Change numbers and addresses' }).click();
    await about.getByLabel('Telephone 2').fill('12');
    await about.getByRole('button', { name: 'Save' }).click();
    await about.getByText('Telephone 2: is too short').waitFor();
    expect(await lookAround(desk, 'numbers and addresses')).toEqual([]);
    await about.getByLabel('Telephone 2').fill('603 100 299');
    await about.getByRole('button', { name: 'Make default' }).first().click();
    await about.getByRole('button', { name: 'Save' }).click();
    await about.getByText('+420603100299').waitFor();

    const values = await about.locator('dd').allInnerTexts();
    expect(values.slice(0, 2)).toEqual(['+420603100299', '+420603100201']);
  });

  it('adds a record and sees how the campaign stands (CAM-14, CAM-20)', async () => {
    const { page } = desk;
    const campaigns = page.getByRole('region', { name: 'My campaigns' });

    await campaigns.getByRole('button', { name: 'Add a record' }).click();
    await campaigns.getByLabel('Telephone 1').fill('603 100 777');
    await campaigns.getByRole('button', { name: 'Add', exact: true }).click();
    await campaigns.getByText('Fill this in.').first().waitFor();
    await campaigns.getByLabel('Jméno a příjmení').fill('Eva Malá');
    await campaigns.getByLabel('Číslo smlouvy').fill('S-2');
    expect(await lookAround(desk, 'adding a record')).toEqual([]);
    await campaigns.getByRole('button', { name: 'Add', exact: true }).click();
    await campaigns.getByText('The record was added.').waitFor();
    await campaigns.locator('dd', { hasText: /^2$/ }).waitFor();

    expect(desk.errors.filter((error) => !/40[0349]/.test(error))).toEqual([]);
  });

  it('calls a number outside of the campaign, unless it may not be called (CAM-16)', async () => {
    const { page, place } = desk;
    const call = page.getByRole('region', { name: 'Call a number' });
    const number = call.getByRole('textbox', { name: 'Number' });
    await number.fill('900 123 456');
    await page.keyboard.press('Enter');
    await call.getByText('calls to premium numbers are not allowed').waitFor();
    expect(await lookAround(desk, 'calling a number')).toEqual([]);
    await number.fill('603 100 888');
    await page.keyboard.press('Enter');
    const loose = page.getByRole('region', { name: '+420603100888' });
    await loose.getByText('The call is not linked to a record.').waitFor();
    await speed(page, 5);
    await badge(page, 'In a call').waitFor();
    await speed(page, 1);
    expect(await lookAround(desk, 'a call by hand')).toEqual([]);
    await page.reload();
    await loose.waitFor();
    await page.keyboard.press('Alt+H');
    await loose.getByRole('button', { name: 'Finish' }).click();
    await loose.waitFor({ state: 'detached' });

    expect(place.callsTo('603100888')).toBe(1);
    // the customer of the offer was not called by it
    expect(place.callsTo(KAREL)).toBe(0);
  });
});
