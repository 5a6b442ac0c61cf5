import { describe, expect, it } from 'vitest';
import { callee } from '../../../support/journey.ts';
import { ref } from '../../../support/records.ts';
import { ANN, counts, NOBODY, people, state, texting, types, writes } from './a-text-campaign.ts';

describe('a reply', () => {
  it('is kept with the record and reaches an agent, who answers and classifies (SMS-3)', async () => {
    const story = await texting();
    await story.pass(120);

    expect(await writes(story, 'Yes, that suits me')).toEqual({ outcome: 'received' });
    const received = await state(story);
    await story.pass(300);

    expect(received).toBe('in-wrap-up');
    expect(await types(story)).toEqual([
      'record.added',
      'message.ordered',
      'message.sent',
      'attempt.settled',
      'record.set-aside',
      'message.delivered',
      'message.received',
      'message.ordered',
      'message.sent',
      'message.delivered',
      'record.classified',
      'record.closed',
      'attempt.settled',
    ]);
    const conversation = story.centre.ports.records
      .messagesOf(ref('spring', 'ann'))
      .map(({ state: is, content }) => [is, content.text]);
    expect(conversation).toEqual([
      ['delivered', 'Hello Ann, is Monday all right?'],
      ['received', 'Yes, that suits me'],
      ['delivered', 'Thank you, we have noted it.'],
    ]);
    expect(await counts(story)).toMatchObject({ closed: 1, success: 1, 'sms-reply:received': 1 });
    expect(await story.discrepancies()).toEqual([]);
    expect(story.centre.refusals).toEqual([]);
  });

  it('is taken once, however often it comes', async () => {
    const story = await texting();
    await story.pass(120);

    await writes(story, 'Yes');

    expect(await writes(story, 'Yes')).toEqual({ outcome: 'received before' });
    expect((await counts(story))['message:sms:received']).toBe(1);
  });

  it('goes on with the conversation that is open, and gives the agent their time again', async () => {
    const story = await texting({ centre: NOBODY }, { wrapUp: '2 min' });
    await story.pass(120);
    await writes(story, 'Yes');
    await story.pass(90);

    await writes(story, 'But not before ten', { id: 'm2' });
    await story.pass(90);

    expect(await state(story)).toBe('in-wrap-up');
    const { attemptsOf, messagesOf } = story.centre.ports.records;
    expect(attemptsOf(ref('spring', 'ann'))).toHaveLength(2);
    expect(messagesOf(ref('spring', 'ann')).map(({ attempt }) => attempt)).toEqual([
      expect.any(String),
      'in.m1',
      'in.m1',
    ]);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('to a private record goes to its owner, or waits for them (REC-7)', async () => {
    const story = await texting({
      agents: ['eva', 'tom'],
      people: [callee('ann').with({ fields: { name: 'Ann' }, privateTo: 'tom' })],
    });
    await story.pass(120);

    await writes(story, 'Yes');

    const journal = await story.centre.ports.journal.ofRecord(ref('spring', 'ann'));
    expect(journal.at(-1)).toMatchObject({
      type: 'message.received',
      agent: 'tom',
      queue: 'sales',
      phoneEnds: '…001',
    });
  });

  it('of somebody who is on the blacklist is kept, and frees nobody', async () => {
    const story = await texting();
    await story.pass(120);
    await writes(story, 'STOP');

    expect(await writes(story, 'I meant it', { id: 'm2' })).toEqual({ outcome: 'received' });

    expect(await state(story)).toBe('blacklisted');
    expect((await counts(story))['message:sms:received']).toBe(2);
  });

  it('that nobody handles in time makes the record unhandled (SMS-4)', async () => {
    const story = await texting({ centre: NOBODY }, { wrapUp: '2 min' });
    await story.pass(120);

    await writes(story, 'Yes');
    await story.pass(100);
    const within = await state(story);
    await story.pass(120);

    expect([within, await state(story)]).toEqual(['in-wrap-up', 'unhandled']);
    expect(await types(story)).toContain('record.unhandled');
    expect(await story.discrepancies()).toEqual([]);
  });

  it('to a campaign that takes none goes nowhere, nor does one from a stranger', async () => {
    const story = await texting({}, { receiveReplies: false });
    await story.pass(120);
    const other = await texting();

    expect(await writes(story, 'Yes')).toEqual({ outcome: 'nobody is on record' });
    expect(await writes(other, 'Yes', { from: '+48600999999' })).toEqual({
      outcome: 'nobody is on record',
    });
  });

  it.each(['STOP', 'stop!', 'Rezygnuję z wiadomości', 'ODHLÁSIT'])(
    '%s withdraws consent and blacklists the number for texts, in every campaign (SMS-6)',
    async (text) => {
      const story = await texting();
      await story.pass(120);
      await story.centre.perform('change-ledger', {
        address: ANN,
        change: { kind: 'consent', purpose: 'marketing', channel: 'sms', source: 'web form' },
        by: 'olga',
      });

      expect(await writes(story, text)).toEqual({ outcome: 'opted out' });

      expect(await state(story)).toBe('blacklisted');
      const page = await story.centre.ports.ledger.page(ANN);
      expect(page.blacklist).toMatchObject([{ channel: 'sms', by: 'the person' }]);
      expect(page.consents[0]?.withdrawn).toBeDefined();
      expect((await types(story)).slice(-2)).toEqual(['message.received', 'record.blocked']);
      expect(await story.discrepancies()).toEqual([]);
    },
  );

  it('STOP counts also when no record has the number', async () => {
    const story = await texting();

    expect(await writes(story, 'STOP', { from: '+48600999999' })).toEqual({ outcome: 'opted out' });
    expect((await story.centre.ports.ledger.page('+48600999999')).blacklist).toHaveLength(1);
  });

  it('of simulated people comes by itself, also with STOP, and the sums agree', async () => {
    const story = await texting({
      people: people(60),
      agents: ['eva', 'tom'],
      texts: { reply: 0.5, stop: 0.2, after: { mean: 60, variation: 0.5 } },
      textRates: { messagesPerSecond: 2, partsPerSecond: 10 },
    });

    await story.pass(2 * 3600);

    const all = await counts(story);
    expect(all['message:sms:received']).toBeGreaterThan(15);
    expect(all.blacklisted).toBeGreaterThan(3);
    expect(all.closed).toBeGreaterThan(5);
    expect(await story.discrepancies()).toEqual([]);
    expect(story.centre.refusals).toEqual([]);
    expect(story.centre.deadJobs).toEqual([]);
  });
});
