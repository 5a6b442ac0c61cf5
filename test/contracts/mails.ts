// What every store of received e-mails promises (lib/application/ports/mails.ts). `put` is SES's
// hand.
import { describe, expect, it } from 'vitest';
import type { Mails } from '../../lib/application/ports/mails.ts';

export interface MailRoom {
  readonly mails: Mails;
  put(key: string, raw: Uint8Array): Promise<void>;
}

const KEY = 'mail/0123abcd';
const raw = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256);

export function mailsContract(name: string, make: () => Promise<MailRoom>): void {
  describe(`mails: ${name}`, () => {
    it('give back what SES stored, unchanged, and no more of it than is asked for', async () => {
      const { mails, put } = await make();
      await put(KEY, raw);

      const [whole, begun] = [await mails.read(KEY, 100_000), await mails.read(KEY, 1000)];

      expect(Buffer.compare(whole ?? Buffer.alloc(0), raw)).toBe(0);
      expect(Buffer.compare(begun ?? Buffer.alloc(0), raw.subarray(0, 1000))).toBe(0);
    });

    it('erase one for good, and one that is not there without a word', async () => {
      const { mails, put } = await make();
      await put(KEY, raw);
      await put('mail/stays', raw);

      await mails.erase(KEY);
      await mails.erase(KEY);

      expect(await mails.read(KEY, 10)).toBeUndefined();
      expect(await mails.read('mail/stays', 10)).toHaveLength(10);
    });
  });
}
