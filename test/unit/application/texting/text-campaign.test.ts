import { describe, expect, it } from 'vitest';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { counts, people, sent, state, texting, types } from './a-text-campaign.ts';

describe('an SMS campaign', () => {
  it('writes to each of its people once, with the fields of the record, and then ends (CAM-29)', async () => {
    const story = await texting();

    await story.pass(1800);

    expect(sent(story)).toEqual(['Hello Ann, is Monday all right?']);
    expect(await types(story)).toEqual([
      'record.added',
      'message.ordered',
      'message.sent',
      'attempt.settled',
      'record.set-aside',
      'message.delivered',
    ]);
    expect(await counts(story)).toEqual({
      'set-aside': 1,
      'sms:sent': 1,
      'message:sms:delivered': 1,
    });
    const { state: now } = await story.centre.ports.campaigns.load(campaignId('spring'));
    expect(now).toBe('ended');
    expect(await story.discrepancies()).toEqual([]);
  });

  it('sends at the rate of the account, and no more than that is ordered ahead', async () => {
    const story = await texting({
      people: people(300),
      textRates: { messagesPerSecond: 1, partsPerSecond: 10 },
    });

    await story.pass(90);
    const { 'being-contacted': ahead = 0 } = await counts(story);
    const soon = sent(story).length;
    await story.pass(900);

    expect(soon).toBeGreaterThan(60);
    expect(soon).toBeLessThanOrEqual(91);
    expect(ahead).toBeLessThanOrEqual(120);
    expect(sent(story)).toHaveLength(300);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('takes back what has not left when it is paused, and sends it once after that (DIA-6)', async () => {
    const story = await texting({
      people: people(100),
      textRates: { messagesPerSecond: 1, partsPerSecond: 10 },
    });
    await story.pass(70);

    await story.switchTo('paused');
    await story.pass(300);
    const before = sent(story).length;
    const paused = await counts(story);
    await story.pass(600);
    const still = sent(story).length;
    await story.switchTo('running');
    await story.pass(900);

    expect(before).toBeLessThan(75);
    expect(still).toBe(before);
    expect(paused['being-contacted']).toBeUndefined();
    expect(paused['message:sms:withdrawn']).toBeGreaterThan(0);
    expect(new Set(story.centre.ports.sms.sent.map(({ content }) => content.to)).size).toBe(100);
    expect(sent(story)).toHaveLength(100);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('writes only in the hours allowed where the person is (NEW-7)', async () => {
    const story = await texting({ startingAt: '2026-03-02 03:00' });

    await story.pass(3600);
    const atNight = sent(story).length;
    await story.pass(12 * 3600);

    expect(atNight).toBe(0);
    expect(sent(story)).toHaveLength(1);
    expect(await types(story)).toContain('record.postponed');
  });

  it('does not write to somebody who came onto the blacklist while the text waited (REC-13)', async () => {
    const story = await texting({
      people: people(80),
      textRates: { messagesPerSecond: 1, partsPerSecond: 10 },
    });
    await story.pass(61);
    const waiting = [...story.centre.ports.records.all(campaignId('spring'))].find(
      ({ current }) => current !== undefined,
    );
    const phone = waiting?.phones[0]?.value ?? '';

    await story.centre.perform('change-ledger', {
      address: phone,
      change: { kind: 'blacklist', reason: 'asked for it' },
      by: 'olga',
    });
    await story.pass(600);

    expect(story.centre.ports.sms.sent.map(({ content }) => content.to)).not.toContain(phone);
    expect(await state(story, waiting?.record)).toBe('blacklisted');
    expect(sent(story)).toHaveLength(79);
    expect(await story.discrepancies()).toEqual([]);
  });

  it('sends plain letters where it is to transliterate', async () => {
    const story = await texting({}, { text: 'Zażółć gęślą jaźń, {{ name }}', transliterate: true });

    await story.pass(300);

    expect(sent(story)).toEqual(['Zazolc gesla jazn, Ann']);
  });

  it('sets aside a person for whom the template comes out empty', async () => {
    const story = await texting({}, { text: '{{ nothing }}' });

    await story.pass(300);

    expect(sent(story)).toEqual([]);
    expect(await types(story)).toEqual(['record.added', 'message.not-ordered', 'record.set-aside']);
  });
});
