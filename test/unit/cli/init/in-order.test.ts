// Whatever the answers are, the new centre is in order: there is nothing to report, its tests pass
// and take every path, and everybody can be called.
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CENTRE_CHANNELS } from '../../../../lib/cli/init/answers.ts';
import { COUNTRIES } from '../../../../lib/domain/contact-hours/numbering.ts';
import { Language } from '../../../../lib/language/schema/basics.ts';
import { calledIn, IN_ORDER, say, scratch, verdictOn } from '../../../support/a-new-centre.ts';

const { place, clear } = scratch();
afterAll(clear);

/** Those with texts, names or numbers of their own, and some that have none. */
const NAMED = ['PL', 'CZ', 'SK', 'DE', 'AT', 'GB', 'US', 'CA', 'FR', 'AU', 'SE', 'RU', 'JP'];

const CHANNEL_SETS = [
  'outbound',
  'sms',
  'email',
  'inbound',
  'sms,email',
  'inbound,sms',
  'inbound,email',
  'inbound,sms,email',
];

async function made(name: string, ...options: string[]): Promise<string> {
  const folder = place(name);
  const { code, err } = await say(['init', folder, '-y', ...options]);
  expect([code, err]).toEqual([0, '']);
  return folder;
}

describe('a new centre', () => {
  it.each(NAMED)(
    'is in order with every set of channels in %s',
    async (country) => {
      for (const channels of CHANNEL_SETS) {
        const name = `${country}-${channels.replaceAll(',', '-')}`;
        const folder = await made(name, '--country', country, '--channels', channels);

        expect([name, await verdictOn(folder)]).toEqual([name, IN_ORDER]);
      }
    },
    120_000,
  );

  it.each(['PL', 'US', 'JP', 'FR'])(
    'calls all its people in a dry run in %s',
    async (country) => {
      const folder = await made(
        `dry-${country}`,
        '--country',
        country,
        '--channels',
        'inbound,sms',
      );

      expect(await calledIn(folder)).toBe(20);
    },
    60_000,
  );

  it('is in order in every country with telephone numbers', async () => {
    for (const country of COUNTRIES) {
      const folder = await made(`one-of-${country}`, '--country', country);

      expect([country, await verdictOn(folder)]).toEqual([country, IN_ORDER]);
    }
  }, 240_000);

  it('is in order whatever is answered, and whatever the folder is called', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...COUNTRIES),
        fc.uniqueArray(fc.constantFrom(...Language.options), { minLength: 1 }),
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.uniqueArray(fc.constantFrom(...CENTRE_CHANNELS), { minLength: 1 }),
        fc.oneof(fc.constantFrom('żółw', 'null', '42', "o'neil: #1", '{{', '日本'), fc.string()),
        async (country, languages, zone, channels, called) => {
          const name = called.replaceAll(/[/\0\\]/g, '').replace(/^\.+$/, '') || 'x';
          const folder = join(place(`any-${made++}`), name);
          const options = ['--languages', languages.join(), '--time-zone', zone];
          const given = ['--country', country, '--channels', channels.join(), ...options];
          const { code, err } = await say(['init', '-y', ...given, '--', folder]);

          if (code === 2) {
            // night there while the office works
            expect(err).toMatch(/^when an office in \S+ works, .* use --time-zone \S+\nFor help/);
            return;
          }
          expect([code, err]).toEqual([0, '']);
          expect(await verdictOn(folder)).toEqual(IN_ORDER);
        },
      ),
      { numRuns: 30 },
    );
  }, 240_000);
});
