// What the log of contacts promises (lib/application/ports/contact-log.ts).
import { describe, expect, it } from 'vitest';
import type { ContactLog } from '../../lib/application/ports/contact-log.ts';
import type { Contacted } from '../../lib/domain/ledger/contact-caps.ts';
import { at } from '../support/records.ts';

const PHONE = '+48600100200';
const EMAIL = 'Ann@example.org';
const called = (id: string, seconds: number): Contacted => ({
  ...{ id, at: at(seconds), channel: 'voice' },
});
const DAY = { remembered: 86_400 };

export function contactLogContract(name: string, make: () => Promise<ContactLog>): void {
  describe(`contact log: ${name}`, () => {
    it('knows of no contact with somebody who was never contacted', async () => {
      const log = await make();

      expect(await log.pages([PHONE, EMAIL])).toEqual(
        new Map([
          [PHONE, { version: 0, contacts: [] }],
          [EMAIL, { version: 0, contacts: [] }],
        ]),
      );
    });

    it('tells the contacts with each address, however it is spelt', async () => {
      const log = await make();
      const pages = await log.pages([PHONE, EMAIL]);
      await log.add({ pages, address: EMAIL, contact: called('a1', 0), ...DAY });

      const after = await log.pages([PHONE, 'ann@EXAMPLE.org']);

      expect([...after.values()]).toEqual([
        { version: 0, contacts: [] },
        { version: 1, contacts: [called('a1', 0)] },
      ]);
    });

    it('takes one of two contacts that were decided on the same pages, on whatever address', async () => {
      const log = await make();
      const pages = await log.pages([PHONE, EMAIL]);

      const first = await log.add({ pages, address: PHONE, contact: called('a1', 0), ...DAY });
      const others = [
        await log.add({ pages, address: EMAIL, contact: called('a2', 0), ...DAY }),
        await log.add({ pages, address: PHONE, contact: called('a3', 0), ...DAY }),
      ];

      expect([first, ...others]).toEqual(['added', 'conflict', 'conflict']);
      const kept = [...(await log.pages([PHONE, EMAIL])).values()];
      expect(kept.flatMap(({ contacts }) => contacts)).toEqual([called('a1', 0)]);
    });

    it('counts the same contact once, and forgets what is too long ago', async () => {
      const log = await make();
      for (const contact of [called('a1', 0), called('a2', 3600), called('a2', 3700)]) {
        await log.add({ pages: await log.pages([PHONE]), address: PHONE, contact, ...DAY });
      }
      const contact = called('a3', 86_401);
      await log.add({ pages: await log.pages([PHONE]), address: PHONE, contact, ...DAY });

      expect((await log.pages([PHONE])).get(PHONE)?.contacts).toEqual([
        called('a2', 3700),
        contact,
      ]);
    });

    it('takes back what was no contact', async () => {
      const log = await make();
      for (const contact of [called('a1', 0), called('a2', 1)]) {
        await log.add({ pages: await log.pages([PHONE]), address: PHONE, contact, ...DAY });
      }

      await log.remove(PHONE, 'a1');
      await log.remove(PHONE, 'a1');
      await log.remove(EMAIL, 'a1');

      const pages = await log.pages([PHONE, EMAIL]);
      expect(pages.get(PHONE)?.contacts).toEqual([called('a2', 1)]);
      expect(pages.get(EMAIL)?.contacts).toEqual([]);
    });
  });
}
