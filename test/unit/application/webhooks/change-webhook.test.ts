import { describe, expect, it } from 'vitest';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { changeWebhook } from '../../../../lib/application/webhooks/change-webhook.ts';
import { deliverWebhook } from '../../../../lib/application/webhooks/deliver-webhook.ts';
import {
  listDeliveries,
  listWebhooks,
  readDelivery,
} from '../../../../lib/application/webhooks/read-webhooks.ts';
import type { SigningSecret } from '../../../../lib/domain/webhooks/signature.ts';
import { at, NOW } from '../../../support/records.ts';
import { aFloor, type Floor } from '../a-floor.ts';

const CRM = { campaign: 'spring', webhook: 'crm' };
const crm = { url: 'https://crm.example.org/hook', events: ['record.reserved'] };
const desk = { email: 'desk@example.org', events: ['record.reserved'] };

async function aCampaign(status = 204): Promise<Floor> {
  const floor = await aFloor({
    campaign: { webhooks: { crm, desk }, supervisors: ['ewa'] },
    supervisors: { ewa: { email: 'ewa@example.org' } },
  });
  floor.ports.receivers.answerWith(() => ({ kind: 'answered', status, text: 'so it is' }));
  return floor;
}

/** The n-th event, as the bus tells of it. */
async function happens(floor: Floor, n: number, ports = floor.ports): Promise<string> {
  const name = `p${n}`;
  const record = await floor.add(name);
  const after = { ...record, version: 2 };
  const entry = { type: 'record.reserved', at: at(n), for: 'eva', by: 'olga' } as const;
  await floor.ports.records.commit({ before: record, after, entries: [entry] });
  const id = `spring/${name}.000000002.00`;
  const told = await deliverWebhook({ campaign: 'spring', id }, ports);
  return told.outcome;
}

/** Works whatever line was asked for by then. */
async function worked(floor: Floor, seconds: number): Promise<readonly string[]> {
  floor.waitUntil(seconds);
  const outcomes: string[] = [];
  for (const { body } of [...floor.ports.webhookQueue.sent]) {
    if (body.wake > at(seconds)) continue;
    outcomes.push((await deliverWebhook(body, floor.ports)).outcome);
  }
  return outcomes;
}

const change = (floor: Floor, what: TaskInput<'change-webhook'>['change'], webhook = 'crm') =>
  changeWebhook({ campaign: 'spring', webhook, change: what, by: 'olga' }, floor.ports);

const states = async (floor: Floor) => {
  const log = await listDeliveries(CRM, floor.ports);
  if (log.kind === 'refused') throw new Error(log.reasons.join());
  return log.deliveries.map(({ state, tried }) => `${state} ${tried}`).toReversed();
};

describe('an event for webhooks', () => {
  it('is read together with how they do', async () => {
    const floor = await aCampaign();
    await happens(floor, 1);
    const { journal, webhooks } = floor.ports;
    const steps: string[] = [];
    const ports: Floor['ports'] = {
      ...floor.ports,
      journal: {
        ...journal,
        line: async (id) => {
          const line = await journal.line(id);
          steps.push('read');
          return line;
        },
      },
      webhooks: {
        ...webhooks,
        state: (endpoint) => {
          steps.push(endpoint.webhook);
          return webhooks.state(endpoint);
        },
      },
    };

    await deliverWebhook({ campaign: 'spring', id: 'spring/p1.000000002.00' }, ports);

    expect(steps).toEqual(['crm', 'desk', 'read']);
  });
});

describe('the list of webhooks', () => {
  it('names those of the files with how they are doing, and no supervisor', async () => {
    const floor = await aCampaign(500);
    await happens(floor, 1);

    const list = await listWebhooks({}, floor.ports);

    expect(list).toEqual([
      {
        ...{ ...CRM, target: 'url', to: crm.url, events: crm.events },
        ...{ state: 'held', version: 1, failingSince: NOW },
      },
      {
        ...{ campaign: 'spring', webhook: 'desk', target: 'email', to: desk.email },
        ...{ events: desk.events, state: 'sound', version: 0 },
      },
    ]);
    expect(await listWebhooks({ campaign: 'autumn' }, floor.ports)).toEqual([]);
  });
});

describe('the log of deliveries', () => {
  it('tells what was tried and answered, page by page', async () => {
    const floor = await aCampaign();
    for (const n of [1, 2, 3]) await happens(floor, n);

    const first = await listDeliveries({ ...CRM, limit: 2 }, floor.ports);
    if (first.kind === 'refused') throw new Error(first.reasons.join());
    const rest = await listDeliveries({ ...CRM, limit: 2, from: first.next }, floor.ports);
    if (rest.kind === 'refused') throw new Error(rest.reasons.join());
    const [latest] = first.deliveries;
    const read = await readDelivery({ ...CRM, delivery: latest?.id ?? '' }, floor.ports);

    expect([...first.deliveries, ...rest.deliveries].map(({ record }) => record)).toEqual([
      'p3',
      'p2',
      'p1',
    ]);
    expect(rest.next).toBeUndefined();
    expect(read).toMatchObject({
      kind: 'delivery',
      delivery: {
        ...{ type: 'record.reserved', record: 'p3', state: 'delivered', tried: 1 },
        tries: [{ at: NOW, status: 204, milliseconds: 0 }],
        answers: [{ nth: 1, text: 'so it is' }],
      },
    });
  });

  it.each([
    ['webhook', { campaign: 'spring', webhook: 'crn' }],
    ['supervisor', { campaign: 'spring', webhook: '@ewa' }],
    ['campaign', { campaign: 'autumn', webhook: 'crm' }],
  ])('is refused for a %s that is none', async (_, ref) => {
    const floor = await aCampaign();

    const reasons = [`campaign '${ref.campaign}' has no webhook '${ref.webhook}'`];
    expect(await listDeliveries(ref, floor.ports)).toEqual({ kind: 'refused', reasons });
    const read = await readDelivery({ ...ref, delivery: 'msg_1' }, floor.ports);
    expect(read).toEqual({ kind: 'refused', reasons });
  });
});

describe('sending again (WHK-3)', () => {
  it('sends one, whatever became of it, under the same id', async () => {
    const floor = await aCampaign();
    await happens(floor, 1);
    await happens(floor, 2);
    const [first] = floor.ports.receivers.received;
    const delivery = first?.headers['webhook-id'] ?? '';

    const resent = await change(floor, { kind: 'resend', what: { delivery } });
    await worked(floor, 1);

    const ids = floor.ports.receivers.received.map(({ headers }) => headers['webhook-id']);
    expect(resent).toEqual({ kind: 'resent', deliveries: 1 });
    expect(ids).toEqual([delivery, ids[1], delivery]);
    expect(await states(floor)).toEqual(['delivered 2', 'delivered 1']);
  });

  it('sends all of events since a moment, and none before', async () => {
    const floor = await aCampaign();
    for (const n of [1, 2, 3]) await happens(floor, n);

    const resent = await change(floor, { kind: 'resend', what: { since: at(2) } });
    await worked(floor, 5);

    expect(resent).toEqual({ kind: 'resent', deliveries: 2 });
    expect(await states(floor)).toEqual(['delivered 1', 'delivered 2', 'delivered 2']);
  });

  it('sends all that failed, a hundred at a time', async () => {
    const floor = await aCampaign(410);
    await happens(floor, 0);
    for (let n = 1; n <= 120; n++) await happens(floor, n);
    floor.ports.receivers.answerWith(() => ({ kind: 'answered', status: 204, text: '' }));
    await change(floor, { kind: 'enable' });
    const what = { failed: true } as const;

    const first = await change(floor, { kind: 'resend', what });
    const rest = await change(floor, { kind: 'resend', what });
    for (const seconds of [1, 2, 3]) await worked(floor, seconds);

    expect([first, rest]).toMatchObject([{ deliveries: 100 }, { deliveries: 21 }]);
    expect(new Set(await states(floor))).toEqual(new Set(['delivered 1']));
  });

  it('is refused for a delivery that is none, and while the webhook is off', async () => {
    const floor = await aCampaign(410);
    const gone = await change(floor, { kind: 'resend', what: { delivery: 'msg_x' } });
    await happens(floor, 1);
    const off = await change(floor, { kind: 'resend', what: { failed: true } });

    expect(gone).toEqual({ kind: 'refused', reasons: ["there is no delivery 'msg_x'"] });
    expect(off).toEqual({
      kind: 'refused',
      reasons: ['it is switched off: switch it on first'],
    });
  });
});

describe('a webhook that is switched on', () => {
  it('goes on with what waits; one that was not off stays as it is', async () => {
    const floor = await aCampaign(500);
    await happens(floor, 1);
    expect(await change(floor, { kind: 'enable' })).toEqual({ kind: 'unchanged' });
    floor.ports.receivers.answerWith(() => ({ kind: 'answered', status: 410, text: '' }));
    await worked(floor, 10);
    const off = await listWebhooks({}, floor.ports);
    floor.ports.receivers.answerWith(() => ({ kind: 'answered', status: 204, text: '' }));

    expect(await change(floor, { kind: 'enable' })).toEqual({ kind: 'enabled' });
    expect(await happens(floor, 2)).toBe('waits in line, delivered');
    await worked(floor, 20);

    expect(off[0]).toMatchObject({ state: 'off', off: { because: 'gone' } });
    expect(await states(floor)).toEqual(['failed 2', 'delivered 1']);
    const told = await floor.ports.journal.ofCampaign(CRM.campaign as never);
    expect(told.map(({ type }) => type).filter((type) => type.startsWith('webhook'))).toEqual([
      'webhook.disabled',
      'webhook.enabled',
    ]);
  });
});

describe('a new secret', () => {
  it('signs from now on, and the former one for another day', async () => {
    const floor = await aCampaign();

    const rotated = await change(floor, { kind: 'rotate-secret' });
    await happens(floor, 1);
    floor.waitUntil(86_400);
    await happens(floor, 2);

    const signatures = floor.ports.receivers.received.map(
      ({ headers }) => headers['webhook-signature']?.split(' ').length,
    );
    expect(rotated).toEqual({
      kind: 'rotated',
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{44}$/),
      formerUntil: at(86_400),
    });
    expect(signatures).toEqual([2, 1]);
  });

  it('is read anew when a receiver does not recognise the signature, and tried at once', async () => {
    const floor = await aCampaign();
    const { signingSecrets, receivers } = floor.ports;
    const former = new Map<string, SigningSecret>();
    const read = async (name: string, anew?: 'anew') => {
      const known = anew === undefined ? former.get(name) : undefined;
      const secret = known ?? (await signingSecrets.read(name));
      former.set(name, secret);
      return secret;
    };
    const ports = { ...floor.ports, signingSecrets: { ...signingSecrets, read } };
    await happens(floor, 1, ports);
    await change(floor, { kind: 'rotate-secret' });
    receivers.answerWith(({ headers }) => ({
      kind: 'answered',
      status: headers['webhook-signature']?.includes(' ') ? 204 : 401,
      text: '',
    }));

    await happens(floor, 2, ports);

    expect(receivers.received).toHaveLength(3);
    expect(await states(floor)).toEqual(['delivered 1', 'delivered 1']);
  });

  it('is refused for e-mails, and for a webhook that is none', async () => {
    const floor = await aCampaign();

    expect(await change(floor, { kind: 'rotate-secret' }, 'desk')).toEqual({
      kind: 'refused',
      reasons: ['it sends e-mails, which are not signed'],
    });
    expect((await change(floor, { kind: 'rotate-secret' }, 'nope')).kind).toBe('refused');
  });
});
