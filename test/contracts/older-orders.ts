// What every finder of messages that earlier versions ordered promises
// (lib/application/ports/older-orders.ts).
import { describe, expect, it } from 'vitest';
import type { OlderOrders } from '../../lib/application/ports/older-orders.ts';
import type { Message } from '../../lib/domain/model/message.ts';
import { aRecord, aText } from '../support/records.ts';

const MESSAGES = Array.from({ length: 5 }, (_, n) => aText(aRecord(`r${n}`), `a${n}.sms`));

/** @param make with these messages, as the earlier version left them */
export function olderOrdersContract(
  name: string,
  make: (messages: readonly Message[]) => Promise<OlderOrders>,
): void {
  async function passAll(older: OlderOrders): Promise<readonly string[]> {
    const found: string[] = [];
    for (let part = await older.part(); part !== undefined; part = await older.part()) {
      found.push(...part.messages.map(({ id }) => id));
      await older.pass(part);
    }
    return found.toSorted();
  }

  describe(`older orders: ${name}`, () => {
    it('are all found, part by part, and never again', async () => {
      const older = await make(MESSAGES);

      expect(await passAll(older)).toEqual(MESSAGES.map(({ id }) => id));
      expect(await older.part()).toBeUndefined();
    });

    it('are given again until they are passed', async () => {
      const older = await make(MESSAGES);

      const [first, again] = [await older.part(), await older.part()];

      expect(first?.messages).toEqual(again?.messages);
    });
  });
}
