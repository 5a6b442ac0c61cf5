// People answer e-mails, on the local cloud: SES with its receipt rule, the bucket, the event, the
// function and the agents, over the wire (SMS-3).
import { afterEach, describe, expect, it } from 'vitest';
import { receiveMail } from '../../../lib/local/messages/receiving.ts';
import { mailText } from '../../../lib/simulation/centre/written-mail.ts';
import { type Story, type StoryOptions, story } from './story.ts';

const ANN = '601100200';
const OF_ANN = 'ann@example.org';
const CHECK_UP = {
  folder: 'examples/dental-texts',
  campaign: 'check-up',
  list: (phones: readonly string[]) =>
    ['Imię;Telefon;E-mail;Waga', ...phones.map((phone) => `Anna;${phone};${OF_ANN};1`)].join(
      '\r\n',
    ),
};
/** Monday, 10:00 in Warsaw. */
const TEN = Date.parse('2026-03-02T09:00:00Z');
/** Who is called asks for the price list, which comes by e-mail. */
const ASKS = { prices: 1e6, 'booked-by-e-mail': 1e6 };

let open: Story | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** Ann has got the price list. */
async function begin(options: Partial<StoryOptions> = {}): Promise<Story> {
  open = await story({
    of: CHECK_UP,
    start: TEN,
    people: { [ANN]: ['answers'] },
    agents: [{ id: 'anna.wilk', group: 'reception' }],
    texts: { reply: 0, stop: 0 },
    weights: ASKS,
    ...options,
  });
  const one = open;
  await one.import();
  await one.switchTo('running');
  await one.until(() => count(one, 'message.delivered') === 1);
  await one.switchTo('paused');
  return one;
}

const count = (one: Story, wanted: string) =>
  one.events.filter(({ type }) => type === wanted).length;
const emails = (one: Story) => one.centre.cloud.outbox.emails();
const logged = (one: Story) => one.centre.cloud.logs.lines().map(({ text }) => text);

/** Ann answers what she has got last. */
function answers(one: Story, text: string, more: object = {}, spam?: 'FAIL') {
  const last = emails(one).at(-1);
  const to = last?.replyTo[0] ?? 'nobody';
  const mail = {
    from: OF_ANN,
    to,
    subject: `Re: ${last?.subject}`,
    text,
    id: '<ann-1@example.org>',
  };
  const raw = Buffer.from(mailText({ ...mail, answers: `<${last?.id}@ses>`, ...more }));
  return receiveMail(one.centre.cloud, { to, from: OF_ANN, raw, spam });
}

describe('an e-mail that somebody answers, on the local cloud', () => {
  it('comes to an agent, who answers in its thread and classifies it', async () => {
    const one = await begin();

    await answers(one, 'Dziękuję. Czy można w czwartek?');
    await one.until(() => count(one, 'message.received') === 1);
    await one.until(() => emails(one).length === 2);
    await one.until(() => count(one, 'record.classified') === 2);
    await one.minutes(5);

    const [first, second] = emails(one);
    expect(first?.replyTo).toEqual([
      expect.stringMatching(/^[0-9a-f]{20}\.[0-9a-f]{32}@odpowiedz\.gabinet-usmiech\.example$/),
    ]);
    expect(second).toMatchObject({
      ...{ to: [OF_ANN], subject: 'Re: Cennik', replyTo: first?.replyTo },
      headers: {
        'In-Reply-To': '<ann-1@example.org>',
        References: `<${first?.id}@ses> <ann-1@example.org>`,
      },
    });
    const journal = (await one.journal()).map(({ type }) => type);
    expect(journal.slice(journal.indexOf('message.received'))).toEqual([
      'message.received',
      'message.ordered',
      'message.sent',
      'message.delivered',
      'record.classified',
      'record.closed',
      'attempt.settled',
    ]);
    expect(one.tally.messages.email).toMatchObject({ sent: 2, replies: 1 });
    expect(one.centre.refusals).toEqual([]);
    expect(logged(one).filter((text) => /Dzi.kuj|ann@example/.test(text))).toEqual([]);
  });

  it('is noted when a program wrote it or it is spam, and turned away at other domains', async () => {
    const one = await begin();

    await answers(one, 'Jestem na urlopie.', { automatic: true, id: '<a@x>' });
    await answers(one, 'Kup teraz!', { id: '<b@x>' }, 'FAIL');
    await one.until(() => count(one, 'message.not-taken') === 2);

    const why = one.events.flatMap(({ type, detail }) =>
      type === 'message.not-taken' ? [detail.because] : [],
    );
    expect(why.toSorted()).toEqual(['automatic', 'spam']);
    expect(count(one, 'message.received')).toBe(0);
    const raw = Buffer.from('Hello');
    await expect(receiveMail(one.centre.cloud, { to: 'a@elsewhere.example', raw })).rejects.toThrow(
      'no receipt rule',
    );
  });

  it('belongs to nobody when its address is made up, which the log says without the person', async () => {
    const one = await begin();
    const [, domain = ''] = emails(one)[0]?.replyTo[0]?.split('@') ?? [];
    const to = `anna.${'0'.repeat(32)}@${domain}`;
    const mail = { from: OF_ANN, to, subject: 'Hello', text: 'Secret', id: '<c@x>' };

    const [key = ''] = await receiveMail(one.centre.cloud, {
      to,
      raw: Buffer.from(mailText(mail)),
    });
    await one.until(() => logged(one).some((text) => text.includes('nobody is on record')));

    expect(key).toMatch(/^mail\//);
    expect(logged(one).filter((text) => /Secret|ann@example/.test(text))).toEqual([]);
    expect(count(one, 'message.received')).toBe(0);
  });
});
