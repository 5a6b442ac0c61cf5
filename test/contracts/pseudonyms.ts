// What pseudonyms promise (lib/application/ports/pseudonyms.ts).
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Pseudonyms } from '../../lib/application/ports/pseudonyms.ts';

const PHONE = '+48600000001';
const KEY = 'a key of thirty-two letters or more';
const FORMER = 'the key of the deployment until today';

/** @param make with a key and the keys before it, newest first */
export function pseudonymsContract(
  name: string,
  make: (key: string, ...former: string[]) => Promise<Pseudonyms>,
): void {
  describe(`pseudonyms: ${name}`, () => {
    it('are the same for the same text, and others for other texts', async () => {
      const pseudonyms = await make(KEY);

      const [one, again, other] = await Promise.all(
        [PHONE, PHONE, '+48600000002'].map(async (phone) => (await pseudonyms.of(phone))[0]),
      );

      expect(one).toBe(again);
      expect(other).not.toBe(one);
      expect(one).toMatch(/^[0-9a-f]{64}$/);
    });

    it('cannot be computed without the key', async () => {
      const [one] = await (await make(KEY)).of(PHONE);
      const [other] = await (await make(FORMER)).of(PHONE);

      const tried = ['sha256', 'sha512', 'md5'].map((algorithm) =>
        createHash(algorithm).update(PHONE).digest('hex'),
      );
      expect(tried).not.toContain(one);
      expect(other).not.toBe(one);
    });

    it('name those of former keys, and that of the time before there were keys', async () => {
      const [former] = await (await make(FORMER)).of(PHONE);

      const [, ...known] = await (await make(KEY, FORMER)).of(PHONE);

      expect(known).toEqual([former, createHash('sha256').update(PHONE).digest('hex')]);
    });
  });
}
