import { describe, expect, it } from 'vitest';
import { classifyRecord } from '../../../../lib/application/classification/classify-record.ts';
import { sweeper } from '../../../../lib/application/sweeping/sweeper.ts';
import { receiveEmail } from '../../../../lib/application/texting/receive-email.ts';
import { at, changed, ref } from '../../../support/records.ts';
import { EVA, type Floor } from '../a-floor.ts';
import {
  ANN,
  addressOf,
  aMailFloor,
  answerMail,
  mailComes,
  mailsOf,
  send,
  writeMail,
} from './a-mail-floor.ts';

const received = async (floor: Floor) =>
  (await floor.ports.journal.ofRecord(ref('spring', 'ann'))).filter(
    ({ type }) => type === 'message.received',
  );

describe('an e-mail that somebody answers with', () => {
  it('is kept with the record and is for an agent of the queue (SMS-3)', async () => {
    const floor = await aMailFloor();
    await writeMail(floor);

    expect(await mailComes(floor, { text: 'When can I come?' })).toBe('received');
    const { current, state, nextContact } = await floor.record('ann');
    expect([current?.phase, state, nextContact]).toEqual(['wrap-up', 'in-wrap-up', undefined]);
    expect(await received(floor)).toMatchObject([
      { kind: 'email', queue: 'sales', agent: EVA, address: 'a…@example.com' },
    ]);
    expect(mailsOf(floor).at(-1)).toMatchObject({ to: ANN, text: 'When can I come?' });
  });

  it('is deleted as stored once it is taken, and read once however often it is told of', async () => {
    const floor = await aMailFloor();
    await mailComes(floor, { id: '<same@x>' });

    expect(floor.ports.mails.size).toBe(0);
    expect(await mailComes(floor, { id: '<same@x>' })).toBe('received before');
    expect(await received(floor)).toHaveLength(1);
  });

  it('goes to the conversation that is open, from whatever address', async () => {
    const floor = await aMailFloor();
    await mailComes(floor);
    const { current } = await floor.record('ann');
    await mailComes(floor, { from: 'ann@home.example' });

    expect((await floor.record('ann')).current?.attempt).toBe(current?.attempt);
    expect((await floor.attempt('ann')).endpoint).toBe('ann@home.example');
  });

  it('waits for whoever of the queue takes it while nobody is at work', async () => {
    const floor = await aMailFloor({ free: [] });
    await mailComes(floor);

    expect((await floor.attempt('ann')).agent).toBeUndefined();
    expect(await floor.ports.records.unclaimed(ref('spring', 'ann').campaign, 5)).toHaveLength(1);
  });

  it('waits while the person is being called, and then stands in the window of the call', async () => {
    const floor = await aMailFloor();
    const ann = await floor.record('ann');
    const after = changed(ann, { nextContact: at(0) });
    await floor.ports.records.commit({ before: ann, after, entries: [] });
    await floor.tick();
    const id = '<during@x>';
    await expect(mailComes(floor, { id })).rejects.toMatchObject({ name: 'RecordContended' });
    expect([mailsOf(floor).length, floor.ports.mails.size]).toEqual([0, 1]);

    const called = await floor.record('ann');
    const current = called.current && { ...called.current, phase: 'with-agent' as const };
    await floor.ports.records.commit({
      before: called,
      after: { ...changed(called), current },
      entries: [],
    });
    expect(await mailComes(floor, { id })).toBe('received');
    expect((await floor.record('ann')).current?.attempt).toBe(current?.attempt);
    expect(mailsOf(floor)).toHaveLength(1);
  });

  it('keeps no agent from calls: who has it is called in for others, and its person is not called', async () => {
    const floor = await aMailFloor();
    await floor.add('tom');
    await mailComes(floor);
    await floor.switchTo('running');
    floor.waitUntil(86_400 * 2);
    await floor.agent(EVA);
    await floor.tick();

    expect(await floor.entries('tom')).toContain('call.ordered');
    expect(await floor.entries('ann')).not.toContain('call.ordered');
  });

  it('quotes nothing to the agent, who can still read what was quoted', async () => {
    const floor = await aMailFloor();
    const quotes = { heading: 'On Mon, 2 Mar 2026 at 10:00, a@b.c wrote:', text: 'From 100.' };
    await mailComes(floor, { text: 'Too much for me.', quotes });

    expect(mailsOf(floor)).toMatchObject([
      { text: 'Too much for me.', quoted: expect.stringContaining('> From 100.') },
    ]);
  });

  it.each([
    ['automatic', { automatic: true }, ''],
    ['spam', {}, 'X-SES-Spam-Verdict: FAIL\r\n'],
    ['virus', {}, 'X-SES-Virus-Verdict: FAIL\r\n'],
    ['automatic', {}, 'Return-Path: <>\r\n'],
  ])('is noted and shown to nobody when it is %s', async (because, mail, headers) => {
    const floor = await aMailFloor();

    expect(await mailComes(floor, mail, headers)).toBe(because);
    expect(mailsOf(floor)).toEqual([]);
    expect((await floor.record('ann')).current).toBeUndefined();
    expect((await floor.ports.journal.ofRecord(ref('spring', 'ann'))).at(-1)).toMatchObject({
      type: 'message.not-taken',
      because,
    });
    expect(floor.ports.mails.size).toBe(0);
  });

  it('is nobody’s when the address is made up, of another record, or the person is deleted', async () => {
    const floor = await aMailFloor();
    const [, domain = ''] = (await addressOf(floor)).split('@');
    const forged = `ann.${'0'.repeat(32)}@${domain}`;
    const swapped = (await addressOf(floor, 'tom')).replace(/^tom/, 'ann');
    const outcomes = [
      await mailComes(floor, { to: forged }),
      await mailComes(floor, { to: swapped }),
      await mailComes(floor, { to: 'hello@example.org' }),
    ];
    const ann = await floor.record('ann');
    await floor.ports.records.commit({
      before: ann,
      after: changed(ann, { state: 'deleted', emails: [], nextContact: undefined }),
      entries: [],
    });
    outcomes.push(await mailComes(floor));

    expect(outcomes).toEqual(Array(4).fill('nobody is on record'));
    expect(floor.ports.mails.size).toBe(0);
    expect(await received(floor)).toEqual([]);
  });

  it('reaches its record where a mail program writes the address in capitals', async () => {
    const floor = await aMailFloor();

    expect(await mailComes(floor, { to: (await addressOf(floor)).toUpperCase() })).toBe('received');
  });

  it('is answered to where it came from, in its thread, and classified as an e-mail (CLS-5)', async () => {
    const floor = await aMailFloor();
    await writeMail(floor);
    await mailComes(floor, { id: '<theirs@x>', answers: '<ours@ses>' });

    expect(await answerMail(floor)).toEqual({ kind: 'ordered' });
    expect(await answerMail(floor)).toEqual({ kind: 'ordered' });
    floor.waitUntil(5);
    await send(floor);
    const answers = floor.ports.email.sent.slice(1);
    expect(answers.map(({ content }) => content)).toMatchObject([
      {
        ...{ to: ANN, mailbox: 'appointments', subject: 'Re: Prices', text: 'On Thursday?' },
        thread: ['<ours@ses>', '<theirs@x>'],
      },
    ]);
    const attempt = (await floor.record('ann')).current?.attempt;
    const by = { campaign: 'spring', record: 'ann', attempt, agent: EVA, fields: {} };
    expect(await classifyRecord({ ...by, classifier: 'sold' }, floor.ports)).toMatchObject({
      kind: 'refused',
    });
    const done = await classifyRecord({ ...by, classifier: 'done' }, floor.ports);
    expect([done.kind, (await floor.record('ann')).state]).toEqual(['classified', 'closed']);
  });

  it('leaves the record unhandled when nobody classifies it in time (SMS-4)', async () => {
    const floor = await aMailFloor({ answers: { wrapUp: '10 min' } });
    await mailComes(floor);
    floor.waitUntil(11 * 60);
    await sweeper({}, floor.ports);

    const { state, unhandled } = await floor.record('ann');
    expect([state, unhandled?.agent]).toEqual(['unhandled', EVA]);
  });

  it('is unreadable when it is no e-mail, and then deleted', async () => {
    const floor = await aMailFloor();
    const raw = new TextEncoder().encode(`X-A: ${'b'.repeat(600_000)}\r\n\r\nHello`);
    floor.ports.mails.put('mail/bad', raw);

    expect(await receiveEmail({ key: 'mail/bad' }, floor.ports)).toEqual({ outcome: 'unreadable' });
    expect(floor.ports.mails.size).toBe(0);
  });
});

describe('an e-mail that can be answered', () => {
  it('has an address that differs from record to record and names nobody', async () => {
    const floor = await aMailFloor();
    await writeMail(floor);
    const [ann, tom] = [await addressOf(floor), await addressOf(floor, 'tom')];

    expect(ann).toMatch(/^ann\.[0-9a-f]{32}@reply\.example\.org$/);
    expect(floor.ports.email.answerable).toEqual([ann]);
    expect(ann.split('.')[1]).not.toBe(tom.split('.')[1]);
  });

  it('goes to the mailbox itself where the campaign takes no answers', async () => {
    const floor = await aMailFloor({ email: undefined, answers: undefined });
    await writeMail(floor);

    expect([floor.ports.email.sent.length, floor.ports.email.answerable]).toEqual([1, []]);
  });
});
