// The agent's desk in each of its moments, in every language and theme: an offer, a call with what
// can be done with it, the wrap-up with its calendar; a new message, and the conversation.
import { join } from 'node:path';
import { receiveText } from '../../lib/local/messages/two-way.ts';
import { type AtDesk, sitDown, speed, untilKnown } from '../../test/browser/at-desk.ts';
import { story } from '../../test/local/stories/story.ts';

const LANGUAGES = ['pl', 'cs', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const MONDAY = Date.parse('2026-03-02T09:00:00Z');

/**
 * English comes last: what is pressed in between is found by its English name. Time stands
 * meanwhile, for offers expire and wrap-ups end.
 */
async function everywhere({ page, place }: AtDesk, into: string, name: string): Promise<void> {
  const { time } = place.centre.cloud;
  time.pause();
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    for (const language of LANGUAGES) {
      await page.locator('.preferences select').first().selectOption(language);
      await page.locator(`html[lang=${language}]`).waitFor();
      await page.locator('.waiting').first().waitFor({ state: 'detached' });
      const path = join(into, `desk-${name}-${language}-${colorScheme}.png`);
      // what stays in sight would lie over what was scrolled to
      await page.evaluate('scrollTo(0, 0)');
      await page.screenshot({ path, fullPage: true });
    }
  }
  time.resume(1);
}

export async function deskPictures(chromium: string, into: string): Promise<void> {
  await callPictures(chromium, into);
  await messagePictures(chromium, into);
}

async function callPictures(chromium: string, into: string): Promise<void> {
  const people = ['603100201', '603100202', '603100203'];
  const names = ['Karel Dvořák', 'Petra Nová', 'Jan Svoboda'];
  const place = await story({
    of: {
      ...{ folder: 'examples/policy-renewal', campaign: 'obnova-2026', dialingCode: '+420' },
      list: (phones) =>
        ['Jméno a příjmení;Telefon;E-mail;Rodné číslo;Smlouva;Konec pojištění;Země']
          .concat(
            phones.map((phone, n) => {
              return `${names[n]};${phone};klient${n}@post.example;;VL-2026-0${n};2026-12-01;`;
            }),
          )
          .join('\r\n'),
    },
    people: Object.fromEntries(people.map((phone) => [phone, ['answers' as const]])),
    agents: [{ id: 'jana.novakova', group: 'obnovy' }],
    start: MONDAY,
  });
  await place.import();
  place.centre.cloud.time.pause();
  const desk = await sitDown(place, 'jana.novakova', chromium);
  try {
    await place.switchTo('running');
    await offerAndCall(desk, into);
  } finally {
    await desk.end();
  }
}

async function offerAndCall(desk: AtDesk, into: string): Promise<void> {
  const { page } = desk;
  await page.getByLabel('Your state').selectOption('Available');
  await speed(page, 30);
  await page.getByRole('group', { name: 'Offered to you' }).waitFor();
  await speed(page, 1);
  await everywhere(desk, into, 'offer');
  await page.keyboard.press('Alt+A');
  await speed(page, 5);
  await page.getByRole('button', { name: 'Transfer…' }).click();
  await speed(page, 1);
  await page.getByLabel('Transfer to').selectOption('Another number…');
  await page.getByRole('button', { name: 'Write an e-mail' }).click();
  await page.getByLabel('Template').selectOption('Potvrzení obnovy');
  await everywhere(desk, into, 'call');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByLabel(/^Zavolat v jiný čas/).check();
  await page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').first().check();
  await page.keyboard.press('Alt+H');
  await page.getByRole('timer', { name: 'to classify' }).waitFor();
  await everywhere(desk, into, 'wrap-up');
}

async function messagePictures(chromium: string, into: string): Promise<void> {
  const ann = '601100200';
  const place = await story({
    of: {
      ...{ folder: 'examples/dental-texts', campaign: 'bright-teeth' },
      list: (phones) =>
        ['Imię;Telefon;Zgoda;Waga']
          .concat(phones.map((phone) => `Anna;${phone};tak;1`))
          .join('\r\n'),
    },
    people: { [ann]: [] },
    agents: [{ id: 'anna.wilk', group: 'reception' }],
    texts: { reply: 0, stop: 0 },
    start: MONDAY,
  });
  await place.import();
  await place.switchTo('running');
  await place.until(() => place.events.some(({ type }) => type === 'message.delivered'));
  const { cloud, replyTopic } = place.centre;
  cloud.time.pause();
  const desk = await sitDown(place, 'anna.wilk', chromium);
  const { page } = desk;
  try {
    await page.getByLabel('Your state').selectOption('Available');
    await untilKnown(page, 'free');
    receiveText(cloud, replyTopic, { from: `+48${ann}`, to: '+48732100200', text: 'Kiedy?' });
    await speed(page, 10);
    await page.getByRole('alertdialog').waitFor();
    await speed(page, 1);
    await everywhere(desk, into, 'message');
    await page.keyboard.press('Alt+A');
    await page.getByLabel('Template').selectOption('Offers a date');
    await everywhere(desk, into, 'conversation');
  } finally {
    await desk.end();
  }
}
