// Webhooks beside the calls they tell of: receivers that fail, are slow, or are gone, on a clock
// that runs for days (WHK-2 to WHK-4).
import { describe, expect, it } from 'vitest';
import { readDelivery } from '../../../../lib/application/webhooks/read-webhooks.ts';
import { type Instant, toIso } from '../../../../lib/domain/model/instant.ts';
import { PAUSES } from '../../../../lib/domain/webhooks/delivery.ts';
import type { AnswerWebhook } from '../../../../lib/simulation/memory/receivers.ts';
import { callee, type Journey } from '../../../support/journey.ts';
import { ref } from '../../../support/records.ts';
import {
  answering,
  CRM,
  crm,
  DAY,
  dataOf,
  deliveries,
  event,
  HOUR,
  idOf,
  listed,
  reserved,
  SUNDAY,
  state,
  told,
  type Webhooks,
} from '../../../support/webhook-story.ts';

describe('a webhook', () => {
  it('is told of the events it chose as they happen, and of no others (WHK-2)', async () => {
    const story = await told({ crm }, () => answering(204));

    await story.pass(120);

    const { received } = story.centre.ports.receivers;
    const ended = (await story.centre.ports.journal.ofRecord(ref('spring', 'ann'))).filter(
      ({ type }) => type === 'call.ended',
    );
    expect(received).toHaveLength(1);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'call.ended',
      timestamp: toIso(ended[0]?.at as Instant),
      data: { version: 1, campaign: 'spring', record: 'ann', status: 'not-answered' },
    });
    expect(await deliveries(story)).toEqual(['delivered after 1']);
  });

  it('is tried again with growing pauses for more than a day, then the delivery is kept (WHK-3)', async () => {
    const at: Instant[] = [];
    const story = await told(
      { crm: reserved },
      () => {
        at.push(story.centre.now());
        return answering(500, { text: 'out of order' });
      },
      SUNDAY,
    );
    await event(story);
    await story.pass(3 * DAY);

    const pauses = at.slice(1).map((time, n) => (time - (at[n] ?? time)) / 1000);
    expect(at).toHaveLength(PAUSES.length + 1);
    for (const [n, pause] of PAUSES.entries()) {
      expect(pauses[n]).toBeGreaterThanOrEqual(pause * 0.9 - 1);
      expect(pauses[n]).toBeLessThanOrEqual(pause * 1.1 + 31);
    }
    expect(at.at(-1) ?? 0).toBeGreaterThan((at[0] ?? 0) + DAY * 1000);
    expect(new Set(story.centre.ports.receivers.received.map(idOf)).size).toBe(1);
    expect(await deliveries(story)).toEqual(['failed after 8']);
    const { deliveries: log } = await listed(story);
    const read = await readDelivery({ ...CRM, delivery: log[0]?.id ?? '' }, story.centre.ports);
    expect(read).toMatchObject({
      kind: 'delivery',
      delivery: {
        tries: expect.arrayContaining([expect.objectContaining({ status: 500, because: '500' })]),
        answers: expect.arrayContaining([{ nth: 1, text: 'out of order' }]),
      },
    });
  });

  it('gets what waited as soon as it answers again, in the order of the events', async () => {
    let works = false;
    const story = await told({ crm: reserved }, () => answering(works ? 204 : 503), SUNDAY);
    for (const kind of ['reserve', 'release', 'reserve', 'release', 'reserve'] as const) {
      await event(story, kind);
      await story.pass(1);
    }
    const failing = await deliveries(story);
    works = true;
    await story.pass(900);

    const { received } = story.centre.ports.receivers;
    const accepted = received.slice(-3).map((request) => dataOf(request).sequence);
    expect(failing.every((state) => state.startsWith('waiting'))).toBe(true);
    expect(await deliveries(story)).toEqual(Array(3).fill(expect.stringMatching(/^delivered/)));
    expect(new Set(accepted).size).toBe(3);
    expect(await state(story)).toBe('sound');
  });

  it('that asks for time is given it', async () => {
    const at: number[] = [];
    const story = await told(
      { crm: reserved },
      () => {
        at.push(story.centre.now());
        return at.length === 1 ? answering(429, { retryAfter: '1800' }) : answering(204);
      },
      SUNDAY,
    );

    await event(story);
    await story.pass(2 * HOUR);

    expect(at).toHaveLength(2);
    expect(((at[1] ?? 0) - (at[0] ?? 0)) / 1000).toBeGreaterThanOrEqual(1800);
  });

  it('that says it is gone is switched off at once, and its supervisors are told', async () => {
    const story = await told({ crm: reserved }, () => answering(410), SUNDAY);

    await event(story);
    await story.pass(60);
    await event(story, 'release');
    await event(story);
    await story.pass(DAY);

    const entries = await story.centre.ports.journal.ofCampaign(ref('spring', '').campaign);
    expect(story.centre.ports.receivers.received).toHaveLength(1);
    expect(entries.filter(({ type }) => type === 'webhook.disabled')).toMatchObject([
      { webhook: 'crm', because: 'gone' },
    ]);
    expect(
      story.centre.ports.email.events.map(({ content }) => [content.to, content.subject]),
    ).toEqual([['ewa@example.org', 'Spring: wyłączono webhook']]);
    expect(await deliveries(story)).toEqual(['failed after 1', 'failed after 0']);
    expect(await state(story)).toBe('off');
  });

  it('that fails for five days is switched off, once; switched on, everything can be sent again', async () => {
    let works = false;
    const story = await told({ crm: reserved }, () => answering(works ? 204 : 500), SUNDAY);
    for (let day = 0; day < 6; day++) {
      await event(story);
      await event(story, 'release');
      await story.pass(DAY);
    }
    const off = await state(story);
    const mails = story.centre.ports.email.events.length;
    const asked = { ...CRM, by: 'olga' };
    const resend = { kind: 'resend', what: { failed: true } } as const;
    const early = await story.centre.perform('change-webhook', { ...asked, change: resend });
    works = true;
    const before = story.centre.ports.receivers.received.length;
    const on = await story.centre.perform('change-webhook', {
      ...asked,
      change: { kind: 'enable' },
    });
    const resent = await story.centre.perform('change-webhook', { ...asked, change: resend });
    await story.pass(HOUR);

    expect([off, mails]).toEqual(['off', 1]);
    expect(early).toEqual({
      kind: 'refused',
      reasons: ['it is switched off: switch it on first'],
    });
    expect([on.kind, resent.kind]).toEqual(['enabled', 'resent']);
    expect(await deliveries(story)).toEqual(Array(6).fill(expect.stringMatching(/^delivered/)));
    expect(story.centre.ports.receivers.received.length - before).toBe(6);
    expect(await state(story)).toBe('sound');
  });

  it('that is dead or slow keeps no other from its events, nor a call', async () => {
    const hours = { startingAt: '2026-03-02 10:00' };
    const people = Array.from({ length: 30 }, (_, n) => callee(`p${n}`).ringsOut());
    const hooks = (webhooks: Webhooks, answer: AnswerWebhook) =>
      told(webhooks, answer, { ...hours, people });
    const alone = await hooks({ crm }, () => answering(204));
    await alone.pass(HOUR);
    const dead = { url: 'https://dead.example.org/', events: ['call.ended'] };
    const beside = await hooks({ crm, dead }, ({ url }) =>
      url.includes('dead')
        ? { kind: 'failed', because: 'the service did not answer in time' }
        : answering(204),
    );
    await beside.pass(HOUR);

    const toCrm = (story: Journey) =>
      story.centre.ports.receivers.received.filter(({ url }) => url === crm.url);
    expect(toCrm(alone).length).toBeGreaterThan(20);
    expect(toCrm(beside).map(idOf)).toEqual(toCrm(alone).map(idOf));
    expect([...beside.centre.network.calls()].length).toBe(
      [...alone.centre.network.calls()].length,
    );
  });

  it('is told of records added by themselves, not of the rows of a file (WHK-1)', async () => {
    const added = { url: crm.url, events: ['record.added', 'import.finished'] };
    const story = await told({ crm: added }, () => answering(204), SUNDAY);
    const { ports } = story.centre;
    const lines = ['Phone;Name', '+48600111222;Ben', '+48600111223;Cid'].join('\n');
    ports.files.put('imports/spring/two.csv', Buffer.from(lines));
    await story.centre.perform('import-contacts', {
      campaign: 'spring',
      key: 'imports/spring/two.csv',
    });
    await story.pass(60);

    const got = ports.receivers.received.map(({ body }) => JSON.parse(body));
    expect(got.map(({ type, data }) => [type, data.record ?? data.imported])).toEqual([
      ['record.added', 'ann'],
      ['import.finished', 2],
    ]);
  });
});

describe('webhooks by e-mail (WHK-4)', () => {
  const desk = { email: 'desk@example.org', language: 'cs', events: ['record.reserved'] } as const;

  it('say what has happened, in the language they are to have', async () => {
    const story = await told(
      { desk: { ...desk, events: [...desk.events] } },
      () => answering(204),
      SUNDAY,
    );

    await event(story);
    await story.pass(60);

    expect(story.centre.ports.email.events.map(({ content }) => content)).toEqual([
      {
        ...{ kind: 'email', to: 'desk@example.org', mailbox: 'appointments', cc: [], bcc: [] },
        attachments: [],
        subject: 'Spring: záznam vyhrazen',
        text: 'Kampaň: Spring\nZáznam: ann\nČas: 2026-03-01 10:00\n\nfor: eva\nby: olga\n',
      },
    ]);
    expect(story.centre.ports.receivers.received).toEqual([]);
  });

  it('leave at the rate of the centre, and none is lost or sent twice', async () => {
    const people = Array.from({ length: 40 }, (_, n) => callee(`p${n}`));
    const story = await told(
      { desk: { ...desk, events: ['record.closed'] } },
      () => answering(204),
      { ...SUNDAY, people },
    );
    const records = people.map(({ name }) => name);
    const closing = { campaign: 'spring', records, change: { kind: 'close' }, by: 'olga' } as const;
    await story.centre.perform('update-records', closing);
    await story.pass(10);
    const soon = story.centre.ports.email.events.length;
    await story.pass(300);

    const records_ = story.centre.ports.email.events.map(({ delivery }) => delivery);
    expect(soon).toBeLessThan(20);
    expect(new Set(records_).size).toBe(40);
    expect(records_).toHaveLength(40);
  });
});
