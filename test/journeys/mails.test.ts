// A campaign that calls, writes e-mails after calls, and takes what people answer (SMS-3 for
// e-mails), in a world that fails.
import { describe, expect, it } from 'vitest';
import { callee, type Given, journey } from '../support/journey.ts';
import { ref } from '../support/records.ts';

const people = (count: number) =>
  Array.from({ length: count }, (_, n) => callee(`r${n}`).answers());

const CLASSIFIERS: NonNullable<Given['campaign']>['classifiers'] = {
  prices: {
    name: 'Wants prices',
    sendsEmail: { mailbox: 'appointments', subject: 'Prices', text: 'From 100.' },
  },
  answered: { name: 'Answered by e-mail', for: ['email'], closes: true },
};

describe('a campaign that takes answers to its e-mails, in a bad world', () => {
  it.each([1, 2, 3])(
    'loses no e-mail, takes none twice, and every answer comes to an agent (seed %i)',
    async (seed) => {
      const events = { late: 0, doubled: 0, outOfOrder: 0 };
      const faults = { ...events, killed: 0.03, redelivered: 0.2, answerLost: 0.05 };
      const story = await journey({
        seed,
        people: people(20),
        agents: ['eva', 'tom'],
        email: { queue: 'sales', wrapUp: '10 min' },
        emailRates: { recipientsPerSecond: 5 },
        campaign: { classifiers: CLASSIFIERS },
        emails: { reply: 0.6, automatic: 0.1, after: { mean: 300, variation: 0.5 } },
        centre: { faults },
      });

      await story.pass(8 * 3600);

      const { journal, email, mails, records } = story.centre.ports;
      const entries = await Promise.all(
        people(20).map(({ name }) => journal.ofRecord(ref('spring', name))),
      );
      const count = (type: string) => entries.flat().filter((one) => one.type === type).length;
      expect(email.sent.length).toBeGreaterThanOrEqual(15);
      expect(count('message.received')).toBeGreaterThanOrEqual(8);
      expect(count('message.not-taken')).toBeGreaterThan(0);
      expect(mails.size).toBe(0);
      for (const [n, { name }] of people(20).entries()) {
        const received = records
          .messagesOf(ref('spring', name))
          .filter(({ state }) => state === 'received');
        expect(new Set(received.map(({ id }) => id)).size).toBe(
          entries[n]?.filter(({ type }) => type === 'message.received').length,
        );
        expect((await records.load(ref('spring', name)))?.state).not.toBe('in-wrap-up');
      }
      expect(count('record.classified')).toBeGreaterThan(email.notices.length + 20);
      expect(await story.discrepancies()).toEqual([]);
    },
  );
});
