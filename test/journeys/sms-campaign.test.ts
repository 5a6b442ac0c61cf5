// A campaign that writes to its people: once each, in the hours allowed, at the account's rate, and
// what they answer (SMS-1 to SMS-6).
import { describe, expect, it } from 'vitest';
import { counts, people, texting } from '../unit/application/texting/a-text-campaign.ts';

describe('an SMS campaign in a bad world', () => {
  it.each([1, 2, 3])(
    'writes to nobody twice, whatever is killed, lost or comes twice, and loses no reply (seed %i)',
    async (seed) => {
      const events = { late: 0, doubled: 0, outOfOrder: 0 };
      const faults = { ...events, killed: 0.03, redelivered: 0.2, answerLost: 0.05 };
      const story = await texting({
        seed,
        people: people(60),
        texts: { reply: 0.4, stop: 0.1, after: { mean: 120, variation: 0.5 } },
        textRates: { messagesPerSecond: 2, partsPerSecond: 10 },
        centre: { faults },
      });

      await story.pass(8 * 3600);

      const texts = story.centre.ports.sms.sent.filter(({ isContact }) => isContact);
      expect(new Set(texts.map(({ content }) => content.to)).size).toBe(texts.length);
      const all = await counts(story);
      expect(all.new ?? 0).toBe(0);
      expect(all['being-contacted'] ?? 0).toBe(0);
      expect(texts.length + (all['message:sms:unknown'] ?? 0)).toBeGreaterThanOrEqual(55);
      expect(await story.discrepancies()).toEqual([]);
    },
  );
});
