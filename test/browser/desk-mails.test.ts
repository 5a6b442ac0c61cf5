// An agent who reads what somebody has answered to an e-mail: plain text, what it quotes folded
// away, and an answer from a template that goes to the same thread.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveMail } from '../../lib/local/messages/receiving.ts';
import { mailText } from '../../lib/simulation/centre/written-mail.ts';
import { story } from '../local/stories/story.ts';
import { chromiumPath } from '../support/browser.ts';
import { type AtDesk, lookAround, sitDown, speed, untilKnown } from './at-desk.ts';

const chromium = chromiumPath();
const SOON = { timeout: 30_000 };
const OF_ANN = 'zaneta@example.org';

describe.skipIf(chromium === undefined)('an agent who reads an e-mail', () => {
  const list = (phones: readonly string[]) =>
    ['Imię;Telefon;E-mail;Waga', ...phones.map((phone) => `Żaneta;${phone};${OF_ANN};1`)].join(
      '\r\n',
    );
  let desk: AtDesk;
  beforeAll(async () => {
    const place = await story({
      of: { folder: 'examples/dental-texts', campaign: 'check-up', list },
      start: Date.parse('2026-03-02T09:00:00Z'),
      people: { '601100200': ['answers'] },
      agents: [{ id: 'anna.wilk', group: 'reception' }],
      weights: { prices: 1e6 },
    });
    await place.import();
    await place.switchTo('running');
    await place.until(() => place.events.some(({ type }) => type === 'message.delivered'));
    await place.switchTo('paused');
    place.centre.cloud.time.pause();
    desk = await sitDown(place, 'anna.wilk', chromium ?? '');
  });
  afterAll(() => desk?.end());

  const emails = () => desk.place.centre.cloud.outbox.emails();
  const answers = async (text: string, id: string) => {
    const to = emails().at(-1)?.replyTo[0] ?? '';
    const quotes = { heading: 'W dniu 2.03.2026 o 10:00, Gabinet pisze:', text: 'Przegląd 150 zł' };
    const mail = { from: OF_ANN, to, subject: 'Re: Cennik', text, id, quotes };
    await receiveMail(desk.place.centre.cloud, {
      ...{ to, from: OF_ANN },
      raw: Buffer.from(mailText(mail)),
    });
  };

  it('takes one that came while nobody was there, and sees text, never what it would load', async () => {
    const { page } = desk;
    await page.getByLabel('Your state').selectOption('Logged out');
    await speed(page, 10);
    await untilKnown(page, 'offline');
    await answers('Czy czwartek pasuje? <img src="https://track.example/x.png">', '<z-1@x>');
    const waiting = page.getByRole('region', { name: 'Unclaimed conversations' });
    await waiting.getByText('E-mail').waitFor();
    await speed(page, 1);
    expect(await lookAround(desk, 'an e-mail nobody has')).toEqual([]);

    await waiting.getByRole('button', { name: 'Take Żaneta' }).click();
    const conversation = page.getByRole('region', { name: 'Messages' });
    await conversation.getByText('Czy czwartek pasuje? <img src=').waitFor();
    expect(await conversation.locator('img').count()).toBe(0);
    const quoted = conversation.getByText('Przegląd 150 zł').last();
    expect(await quoted.isVisible()).toBe(false);
    await conversation.getByText('What it quotes').click();
    await expect.poll(() => quoted.isVisible(), SOON).toBe(true);
    await desk.see('desk-email');
    expect(await lookAround(desk, 'an e-mail conversation')).toEqual([]);
  });

  it('answers from a template, once, where it came from; a reload loses nothing (SMS-5)', async () => {
    const { page } = desk;
    const conversation = page.getByRole('region', { name: 'Messages' });
    await conversation.getByLabel('Template').selectOption('Offers dates');
    const answer = conversation.getByLabel('Your answer');
    expect(await answer.inputValue()).toMatch(/^Dzień dobry, Żaneta!/);
    await answer.fill('Dzień dobry, zapraszamy w czwartek.');
    await page.reload();
    await expect.poll(() => answer.inputValue(), SOON).toBe('Dzień dobry, zapraszamy w czwartek.');
    await conversation.getByRole('button', { name: 'Send' }).click();
    await conversation.getByRole('log').getByText('zapraszamy w czwartek').waitFor();
    await speed(page, 10);

    await expect.poll(() => emails().length, SOON).toBe(2);
    expect(emails()[1]).toMatchObject({
      ...{ to: [OF_ANN], subject: 'Re: Cennik', text: 'Dzień dobry, zapraszamy w czwartek.' },
      headers: { 'In-Reply-To': '<z-1@x>' },
    });
  });

  it('classifies it with a classifier for e-mails (CLS-5)', async () => {
    const { page } = desk;
    await speed(page, 1);
    expect(await page.getByLabel('Will call us').count()).toBe(0);
    await page.getByLabel(/^Appointment booked by e-mail/).check();
    await page.getByRole('button', { name: /^Classify/ }).click();
    await page.getByText('Nothing is waiting for you').waitFor();
    expect(desk.errors.filter((error) => !/40[349]/.test(error))).toEqual([]);
  });
});
