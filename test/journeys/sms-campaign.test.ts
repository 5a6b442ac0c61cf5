// A campaign that writes to its people: once each, in the hours allowed, at the account's rate, and
// what they answer (SMS-1 to SMS-6).
import { describe, expect, it } from 'vitest';
import type { TaskInput } from '../../lib/application/tasks/tasks.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { callee, type Given, journey } from '../support/journey.ts';
import { ref } from '../support/records.ts';

const OWN = '+48501230000';
const NOBODY = { agents: [] };
const ANN = '+48600000001';
const SILENT = { reply: 0, stop: 0 } as const;

const people = (count: number) => Array.from({ length: count }, (_, n) => callee(`r${n}`));

const sms = { queue: 'sales', from: OWN, text: 'Hello {{ name }}, is Monday all right?' };

function texting(given: Given = {}, channel: object = {}) {
  return journey({
    people: [callee('ann').with({ fields: { name: 'Ann' } })],
    agents: ['eva'],
    noOutbound: true,
    sms: { ...sms, ...channel },
    texts: SILENT,
    campaign: {
      fields: { name: { significant: true } },
      classifiers: {
        comes: { name: 'Comes', for: ['sms'], closes: true, success: true },
      },
    },
    ...given,
  });
}

type Story = Awaited<ReturnType<typeof texting>>;

const sent = ({ centre }: Story) => centre.ports.sms.sent.map(({ content }) => content.text);
const state = async ({ centre }: Story, name = 'ann') =>
  (await centre.ports.records.load(ref('spring', name)))?.state;
const types = async ({ centre }: Story, name = 'ann') =>
  (await centre.ports.journal.ofRecord(ref('spring', name))).map(({ type }) => type);
const counts = ({ centre }: Story) => centre.ports.records.counts(campaignId('spring'));
const writes = ({ centre }: Story, text: string, more: Partial<TaskInput<'receive-sms'>> = {}) =>
  centre.perform('receive-sms', { id: 'm1', from: ANN, to: OWN, text, ...more });

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

describe('an answer of an agent', () => {
  const answer = (story: Story, more: Partial<TaskInput<'answer-text'>> = {}) =>
    story.centre.perform('answer-text', {
      campaign: 'spring',
      record: 'ann',
      attempt: 'in.m1',
      agent: 'eva',
      text: 'See you then',
      id: 'a1',
      ...more,
    });

  it('is sent once, however often it is sent in', async () => {
    const story = await texting({ centre: NOBODY });
    await story.pass(120);
    await writes(story, 'Yes');

    const outcomes = [await answer(story), await answer(story)];
    await story.pass(60);

    expect(outcomes).toEqual([{ kind: 'ordered' }, { kind: 'ordered' }]);
    expect(sent(story).slice(1)).toEqual(['See you then']);
  });

  it('is refused to who is no agent of the queue, without a conversation, and after STOP', async () => {
    const story = await texting({ centre: NOBODY });
    await story.pass(120);
    const early = await answer(story);
    await writes(story, 'Yes');
    const stranger = await answer(story, { agent: 'zoe' });
    await writes(story, 'STOP', { id: 'm2' });

    expect([early, stranger, await answer(story)]).toEqual([
      { kind: 'refused', reasons: ['there is no such conversation'] },
      { kind: 'refused', reasons: ["'zoe' is no agent of the queue 'sales'"] },
      { kind: 'refused', reasons: ['the person wants no more text messages'] },
    ]);
  });
});
