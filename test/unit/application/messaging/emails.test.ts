// E-mails to people: unsubscribed by one click, blacklisted when they come back, written by hand.
import { describe, expect, it } from 'vitest';
import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { messageEvents } from '../../../../lib/application/messaging/message-events.ts';
import { sendEmail } from '../../../../lib/application/messaging/send-email.ts';
import { unsubscribe } from '../../../../lib/application/messaging/unsubscribe.ts';
import { writeEmail } from '../../../../lib/application/messaging/write-email.ts';
import { tokenOf } from '../../../../lib/domain/messaging/unsubscribing.ts';
import { contactId, messageId } from '../../../../lib/domain/model/ids.ts';
import { type CentreInput, definitions } from '../../../support/definitions.ts';
import { at, NOW, ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor, talkedTo } from '../a-floor.ts';

const ANN = ref('spring', 'ann');
const ADDRESS = 'ann@example.org';
const email = {
  ...{ id: 'e-1', mailbox: 'appointments', subject: 'Hello', text: '**Dear** Ann', html: true },
  ...{ cc: [], bcc: [], attachments: [] },
};
const SENT = { campaign: 'spring', record: 'ann', message: 'written.e-1' };

async function floorWith(input: CentreInput = {}): Promise<Floor> {
  const floor = await aFloor(input);
  const plain = definitions(input);
  const unsubscribeAt = 'https://api.example.org';
  const centre = { ...plain.centre, email: { recipientsPerSecond: 100, unsubscribeAt } };
  floor.ports.definitions.replace({ ...plain, centre });
  await floor.add('ann', { emails: [{ value: ADDRESS, isDefault: true }] });
  return floor;
}

const marketing = { campaign: { purpose: 'marketing' } } as const;
const standing = async ({ ports }: Floor) =>
  (await ports.ledger.standings([ADDRESS])).get(ADDRESS)?.blacklist ?? [];

async function written(floor: Floor): Promise<void> {
  await writeEmail(ANN, email, 'eva', floor.ports);
  await sendEmail(SENT, floor.ports);
}

describe('an e-mail written at the centre (CBR-11)', () => {
  it('is sent once, in both forms, and the timeline says who wrote it', async () => {
    const floor = await floorWith();

    await written(floor);
    const again = await writeEmail(ANN, email, 'eva', floor.ports);

    expect(again).toEqual({ kind: 'ordered' });
    expect(floor.ports.email.sent).toMatchObject([
      { content: { to: ADDRESS, text: 'Dear Ann', subject: 'Hello' } },
    ]);
    expect(JSON.stringify(floor.ports.email.sent)).toContain('<strong>Dear</strong> Ann');
    const ordered = (await floor.ports.journal.ofRecord(ANN)).filter(
      ({ type }) => type === 'message.ordered',
    );
    expect(ordered).toMatchObject([{ by: 'eva', kind: 'email' }]);
  });

  it('has a subject of one line, whatever was typed', async () => {
    const floor = await floorWith();
    const subject = 'Hello\r\nBcc: eve@example.org\u0000\u2028x';

    await writeEmail(ANN, { ...email, subject }, 'eva', floor.ports);

    const message = await floor.ports.records.loadMessage(ANN, messageId('written.e-1'));
    expect(message?.content).toMatchObject({ subject: 'Hello Bcc: eve@example.org x' });
  });

  it('is refused from an unknown mailbox, with a file nobody attaches, and without an address', async () => {
    const floor = await floorWith();
    await floor.add('ben', { emails: [] });

    const wrong = { ...email, mailbox: 'sales', attachments: ['x.pdf'] };
    expect(await writeEmail(ANN, wrong, 'eva', floor.ports)).toEqual({
      kind: 'refused',
      reasons: ["there is no mailbox 'sales'", "no rule and no classifier attaches 'x.pdf'"],
    });
    expect(await writeEmail(ref('spring', 'ben'), email, 'eva', floor.ports)).toEqual({
      kind: 'refused',
      reasons: ['the record has no e-mail address'],
    });
    expect(await writeEmail(ref('spring', 'cid'), email, 'eva', floor.ports)).toEqual({
      kind: 'missing',
    });
  });
});

describe('an e-mail written at the centre, and its classifier (CLS-5)', () => {
  const classifiers = {
    sold: { name: 'Sold', success: true, closes: true },
    mailed: { name: 'E-mailed', for: ['email' as const], recontact: { after: '3 d' } },
    never: { name: 'No more e-mails', for: ['email' as const], blacklists: 'everywhere' as const },
  };
  const by = { campaign: 'spring', record: 'ann', agent: EVA, fields: {} };
  const classified = (floor: Floor, more: { classifier: string; email?: string }) =>
    classifyRecord({ ...by, ...more }, floor.ports);

  it('is classified by itself, once', async () => {
    const floor = await floorWith({ campaign: { classifiers } });
    await written(floor);

    const answers = [
      await classified(floor, { classifier: 'mailed', email: 'e-1' }),
      await classified(floor, { classifier: 'mailed', email: 'e-1' }),
      await classified(floor, { classifier: 'never', email: 'e-1' }),
    ];

    expect(answers).toEqual([
      { kind: 'classified' },
      { kind: 'classified' },
      { kind: 'refused', reasons: ["the e-mail has been classified as 'mailed'"] },
    ]);
    expect(await floor.record('ann')).toMatchObject({
      ...{ state: 'recall-scheduled', classifier: 'mailed', lastAgent: EVA },
      nextContact: at(3 * 86_400),
    });
    const said = (await floor.ports.journal.ofRecord(ANN)).filter(
      ({ type }) => type === 'record.classified',
    );
    expect(said).toMatchObject([{ message: 'written.e-1', classifier: 'mailed' }]);
  });

  it('takes a classifier that is for e-mails, and an e-mail that is there', async () => {
    const floor = await floorWith({ campaign: { classifiers } });
    await written(floor);

    expect(await classified(floor, { classifier: 'sold', email: 'e-1' })).toEqual({
      kind: 'refused',
      reasons: ["'Sold' is not offered for e-mails"],
    });
    expect(await classified(floor, { classifier: 'mailed', email: 'e-2' })).toEqual({
      kind: 'refused',
      reasons: ["there is no e-mail 'e-2'"],
    });
  });

  it('puts the address on the blacklist where the classifier does (CLS-9)', async () => {
    const floor = await floorWith({ campaign: { classifiers } });
    await written(floor);

    await classified(floor, { classifier: 'never', email: 'e-1' });

    expect(await standing(floor)).toMatchObject([{ reason: 'No more e-mails', by: EVA }]);
    expect(await floor.record('ann')).toMatchObject({ state: 'blacklisted' });
  });

  it('belongs to the call it was written in, which may then be classified so', async () => {
    const floor = await floorWith({ campaign: { classifiers } });
    await floor.agent(EVA);
    await floor.switchTo('running');
    await floor.tick();
    await floor.placeAll();
    await contactEvents(talkedTo({ contact: contactId('contact-1') }, EVA), floor.ports);
    const attempt = await floor.attempt('ann');
    const asked = { ...by, attempt: attempt.id, classifier: 'mailed' };
    const before = await classifyRecord(asked, floor.ports);
    await written(floor);

    expect(before).toEqual({
      kind: 'refused',
      reasons: ["'E-mailed' is not offered for calls that are answered"],
    });
    expect(await classified(floor, { classifier: 'mailed', email: 'e-1' })).toMatchObject({
      kind: 'refused',
      reasons: ['the e-mail is part of a contact: classify that', 'a contact with it is under way'],
    });
    expect(await classifyRecord(asked, floor.ports)).toEqual({ kind: 'classified' });
  });
});

describe('an e-mail written at the centre, and the caps (NEW-7)', () => {
  const caps = { contactCaps: [{ most: 1, within: '1 d' }] } as const;

  it('is a contact of its own: the second of a day is not sent, and says why', async () => {
    const floor = await floorWith({ contactCaps: [...caps.contactCaps] });
    await written(floor);

    await writeEmail(ANN, { ...email, id: 'e-2' }, 'eva', floor.ports);
    floor.waitUntil(60);
    const second = await sendEmail({ ...SENT, message: 'written.e-2' }, floor.ports);

    expect(second).toEqual({ outcome: 'blocked' });
    expect(floor.ports.email.sent).toHaveLength(1);
    expect((await floor.ports.journal.ofRecord(ANN)).at(-1)).toMatchObject({
      ...{ type: 'message.failed', message: 'written.e-2', blocked: 'cap' },
      reason:
        'not sent: contacted as often as caps allow (1 within 1 d, until 2026-03-03T09:00:00.000Z)',
    });
  });

  it('keeps a call of the dialer from the person, who has had their contact of the day', async () => {
    const floor = await floorWith({ contactCaps: [...caps.contactCaps] });
    await floor.agent(EVA);
    await floor.switchTo('running');
    await written(floor);

    await floor.tick();

    expect(floor.ports.telephony.placed).toEqual([]);
    expect((await floor.record('ann')).nextContact).toBe(at(86_400));
  });

  it('is part of the call while its agent has it, and leaves all the same', async () => {
    const floor = await floorWith({ contactCaps: [...caps.contactCaps] });
    await floor.agent(EVA);
    await floor.switchTo('running');
    await floor.tick();
    await floor.placeAll();
    await contactEvents(talkedTo({ contact: contactId('contact-1') }, EVA), floor.ports);

    await writeEmail(ANN, email, EVA, floor.ports);

    expect(await sendEmail(SENT, floor.ports)).toEqual({ outcome: 'accepted' });
  });
});

describe('a marketing e-mail (RFC 8058)', () => {
  const consent = async ({ ports }: Floor) => {
    const page = await ports.ledger.page(ADDRESS);
    const at = ports.clock.now();
    const given = { purpose: 'marketing', channel: 'email', source: 'form', at } as const;
    await ports.ledger.commit(ADDRESS, page, { ...page, version: 1, consents: [given] });
  };

  it('carries an address by which one click ends it, and a link for people', async () => {
    const floor = await floorWith(marketing);
    await consent(floor);

    await written(floor);

    const [sent] = floor.ports.email.unsubscribable;
    expect(sent).toMatchObject({ label: 'Unsubscribe' });
    const token = sent?.url.replace('https://api.example.org/v1/unsubscribe/', '') ?? '';
    expect(await unsubscribe(token, floor.ports)).toBe(true);
    expect(await unsubscribe(token, floor.ports)).toBe(true);
    expect(await standing(floor)).toMatchObject([{ campaign: 'spring', channel: 'email' }]);
    const { consents } = await floor.ports.ledger.page(ADDRESS);
    expect(consents).toMatchObject([{ withdrawn: { by: 'unsubscribed by e-mail' } }]);
  });

  it('is not stopped by an address somebody made up, not even with the hash of our words', async () => {
    const floor = await floorWith(marketing);
    const mail = { ...ANN, id: messageId('written.e-1') };
    const hashes = await floor.ports.pseudonyms.of('unsubscribe:spring/ann/written.e-1');

    for (const signature of ['', 'x', hashes.at(-1) ?? ''])
      expect(await unsubscribe(tokenOf(mail, signature), floor.ports)).toBe(false);
    expect(await standing(floor)).toEqual([]);
  });

  it('of a service has no such address', async () => {
    const floor = await floorWith();

    await written(floor);

    expect(floor.ports.email.sent).toHaveLength(1);
    expect(floor.ports.email.unsubscribable).toEqual([]);
  });
});

describe('an address that the provider reports (REC-13)', () => {
  it.each([
    ['failed', 'an e-mail came back: the mailbox does not exist'],
    ['complained', 'the person reported an e-mail as spam'],
  ] as const)('is written to no more in any campaign: %s', async (outcome, reason) => {
    const floor = await floorWith();
    await written(floor);

    const event = { ...SENT, outcome, undeliverable: ['Ann@Example.org'] };
    await messageEvents(event, floor.ports);
    await messageEvents(event, floor.ports);
    await writeEmail(ANN, { ...email, id: 'e-2' }, 'eva', floor.ports);
    floor.waitUntil(60);
    const next = await sendEmail({ ...SENT, message: 'written.e-2' }, floor.ports);

    expect(await standing(floor)).toMatchObject([{ channel: 'email', reason }]);
    expect(next).toEqual({ outcome: 'blocked' });
    expect(floor.ports.email.sent).toHaveLength(1);
    const told = (await floor.ports.journal.ofRecord(ANN)).filter(
      ({ type }) => type === 'message.bounced' || type === 'message.complained',
    );
    expect(told).toEqual([
      {
        type: outcome === 'failed' ? 'message.bounced' : 'message.complained',
        ...{ at: NOW, message: 'written.e-1', kind: 'email' },
      },
    ]);
  });

  it('of a copy changes nothing for the person', async () => {
    const floor = await floorWith();
    await written(floor);

    const event = { ...SENT, undeliverable: ['boss@example.org'] };
    const failed = { ...event, outcome: 'failed' as const };
    await messageEvents(failed, floor.ports);

    expect(await standing(floor)).toEqual([]);
  });
});
