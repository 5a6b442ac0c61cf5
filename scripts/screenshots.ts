// `npm run screenshots`: every page of the console and every moment of the desk in three languages
// and two themes, and the console on a small screen, as PNG files in the folder that is named
// (screenshots/ when none is). `-- --desk [folder]` makes those of the desk alone, `-- --console`
// those of the console. They are taken on the local cloud, of centres that have worked a while.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromiumPath, NO_CHROMIUM } from '../test/support/browser.ts';
import { consolePictures } from './screenshots/console.ts';
import { deskPictures } from './screenshots/desk.ts';

const given = process.argv.slice(2);
const into = resolve(given.find((one) => !one.startsWith('--')) ?? 'screenshots');

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write(`${NO_CHROMIUM}\n`);
else {
  mkdirSync(into, { recursive: true });
  if (!given.includes('--desk')) await consolePictures(chromium, into);
  if (!given.includes('--console')) await deskPictures(chromium, into);
  process.stdout.write(`${into}\n`);
}
