// A campaign that writes, on the local cloud: the schedule, the provider, the topic of replies and
// the agents, over the wire (SMS-1 to SMS-6).
import { afterEach, describe, expect, it } from 'vitest';
import { campaignId, recordId } from '../../../lib/domain/model/ids.ts';
import { receiveText } from '../../../lib/local/messages/two-way.ts';
import { type Story, type StoryOptions, story } from './story.ts';

const ANN = '601100200';
const BEN = '602100200';
const OWN = '+48732100200';
const OFFERS = {
  folder: 'examples/dental-texts',
  campaign: 'bright-teeth',
  list: (phones: readonly string[]) =>
    ['Imię;Telefon;Zgoda;Waga']
      .concat(phones.map((phone, i) => `Osoba ${i};${phone};${i < 2 ? 'tak' : 'nie'};1`))
      .join('\r\n'),
};
const BRIGHT = campaignId(OFFERS.campaign);
/** Monday, 10:00 in Warsaw. */
const TEN = Date.parse('2026-03-02T09:00:00Z');

let open: Story | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

async function begin(options: Partial<StoryOptions> = {}): Promise<Story> {
  open = await story({
    of: OFFERS,
    start: TEN,
    people: { [ANN]: [], [BEN]: [], '603100200': [] },
    agents: [{ id: 'anna.wilk', group: 'reception' }],
    texts: { reply: 0, stop: 0 },
    ...options,
  });
  await open.import();
  await open.switchTo('running');
  return open;
}

const count = (one: Story, wanted: string) =>
  one.events.filter(({ type }) => type === wanted).length;
/** Entry types of the record that the first such event is about. */
const journalOf = async (one: Story, wanted: string) => {
  const found = one.events.find(({ type }) => type === wanted);
  const record = recordId(String(found?.detail.record));
  const entries = await one.centre.journal.ofRecord({ campaign: BRIGHT, record });
  return entries.map(({ type }) => type);
};
const writes = (one: Story, from: string, text: string) =>
  receiveText(one.centre.cloud, one.centre.replyTopic, { from: `+48${from}`, to: OWN, text });

describe('an SMS campaign on the local cloud', () => {
  it('writes once to who has consented, and an agent answers and classifies the reply', async () => {
    const one = await begin();

    await one.until(() => count(one, 'message.delivered') === 2);
    writes(one, ANN, 'TAK');
    await one.until(() => count(one, 'record.classified') === 1);
    await one.minutes(15);

    const texts = one.centre.cloud.outbox.texts();
    expect(texts.map(({ to }) => to).toSorted()).toEqual([`+48${ANN}`, `+48${ANN}`, `+48${BEN}`]);
    expect(texts[0]?.text).toMatch(/^Osoba \d, do konca marca wybielanie zebow/);
    const written = await journalOf(one, 'message.received');
    // some of the classifiers send the record to the other campaign as well
    expect(written.filter((type) => type !== 'record.passed-on')).toEqual([
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
      expect.stringMatching(/^record\.(closed|set-aside)$/),
      'attempt.settled',
    ]);
    expect(await journalOf(one, 'record.blocked')).toEqual(['record.added', 'record.blocked']);
    expect(one.tally.state).toBe('ended');
    expect(one.centre.refusals).toEqual([]);
  });

  it('sends nothing more to who answered STOP, whoever tries (SMS-6)', async () => {
    const one = await begin();
    await one.until(() => count(one, 'message.delivered') === 2);

    writes(one, ANN, 'Rezygnuję!');
    writes(one, BEN, 'STOP');
    await one.until(() => count(one, 'message.received') === 2);
    const answer = { campaign: OFFERS.campaign, agent: 'anna.wilk', text: 'Why?', id: '1' };
    const [received] = one.events.filter(({ type }) => type === 'message.received');
    const refused = await one.centre.invoke('answer-text', {
      ...answer,
      record: String(received?.detail.record),
      attempt: String(received?.detail.message),
    });
    await one.minutes(30);

    expect(refused.kind).toBe('refused');
    expect(one.centre.cloud.outbox.texts()).toHaveLength(2);
    expect(one.tally.messages).toMatchObject({ sms: { sent: 2, replies: 2, optOuts: 2 } });
    expect(one.tally.messages.blocked.blacklist.size).toBe(2);
    const lines = one.centre.cloud.logs.lines().map(({ text }) => text);
    expect(lines.filter((text) => /Rezygnuj|601100200|602100200/.test(text))).toEqual([]);
  });

  it('takes note when the provider refuses a text to somebody who opted out with it', async () => {
    const one = await begin({ people: { [ANN]: [] } });
    one.centre.cloud.outbox.optedOut.add(`+48${ANN}`);

    await one.until(() => count(one, 'message.failed') === 1);

    const journal = await one.journal(0);
    expect(journal.find(({ type }) => type === 'message.failed')).toMatchObject({
      reason: 'the recipient opted out or is blocked',
    });
    const again = await one.centre.invoke('change-ledger', {
      address: `+48${ANN}`,
      change: { kind: 'blacklist', channel: 'sms', reason: 'opted out' },
      by: 'test',
    });
    expect(again).toEqual({ kind: 'unchanged' });
  });
});
