import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  again,
  newDelivery,
  outcomeOf,
  PAUSES,
  tried,
  type WebhookDelivery,
} from '../../../../lib/domain/webhooks/delivery.ts';
import {
  deliveryId,
  endpointOf,
  endpointsOf,
  firstDeliveryId,
} from '../../../../lib/domain/webhooks/endpoint.ts';
import {
  afterTries,
  DISABLED_AFTER,
  isAwoken,
  isStuck,
  nextLook,
  SOUND,
  wakeFor,
} from '../../../../lib/domain/webhooks/endpoint-state.ts';
import { definitions } from '../../../support/definitions.ts';
import { at, NOW } from '../../../support/records.ts';

const CRM = { campaign: 'spring', webhook: 'crm' };
const entry = { type: 'record.closed', at: NOW, because: 'sold' } as const;
const line = { id: 'spring/ann.000000002.00', campaign: 'spring', record: 'ann', entry };
const fresh = newDelivery(CRM, line, NOW);
const refused = (after?: number) => ({ kind: 'refused', because: '503', after }) as const;
const attempt = (seconds: number, milliseconds = 5) => ({ at: at(seconds), milliseconds });

describe('a delivery', () => {
  it('is tried eight times in more than a day, and then kept', () => {
    let delivery: WebhookDelivery = fresh;
    const dues: number[] = [];
    while (delivery.state === 'waiting') {
      const now = delivery.due ?? NOW;
      delivery = tried(delivery, { at: now, milliseconds: 1 }, refused());
      if (delivery.due !== undefined) dues.push((delivery.due - now) / 1000);
    }

    expect(delivery).toMatchObject({ state: 'failed', tried: 8, round: 8 });
    for (const [n, pause] of PAUSES.entries()) {
      expect(dues[n]).toBeGreaterThanOrEqual(pause * 0.9);
      expect(dues[n]).toBeLessThanOrEqual(pause * 1.1);
    }
    expect(dues.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(86_400);
  });

  it('waits as long as the receiver asks for, up to a day', () => {
    const due = (wish: number) => tried(fresh, attempt(0), refused(wish)).due;

    expect(due(3600)).toBe(at(3600));
    expect(due(1_000_000)).toBe(at(86_400));
    expect(due(1)).not.toBe(at(1));
  });

  it('begins anew when it is ordered again, and keeps what was tried', () => {
    const failed = tried(tried(fresh, attempt(1), refused()), attempt(9), refused());

    const ordered = again(failed, at(100));

    expect(ordered).toMatchObject({ state: 'waiting', due: at(100), round: 0, tried: 2 });
    expect(ordered.tries).toHaveLength(2);
  });

  it('has one id for one event and endpoint, and ids sort by the moment', () => {
    fc.assert(
      fc.property(fc.nat(4e12), fc.nat(4e12), (one, other) => {
        const id = (moment: number, webhook = 'crm') =>
          deliveryId({ ...CRM, webhook }, { id: line.id, at: moment });

        expect(id(one)).toBe(id(one));
        expect(id(one)).not.toBe(id(one, 'erp'));
        if (one < other) expect(id(one) < id(other)).toBe(true);
        expect(firstDeliveryId(one) <= id(one)).toBe(true);
      }),
    );
  });
});

describe('an answer', () => {
  it.each([
    [200, 'delivered'],
    [299, 'delivered'],
    [302, 'refused'],
    [404, 'refused'],
    [410, 'gone'],
    [503, 'refused'],
  ] as const)('of %d: %s', (status, kind) => {
    expect(outcomeOf(status, undefined, NOW).kind).toBe(kind);
  });

  it.each([
    ['120', 120],
    ['Mon, 02 Mar 2026 09:01:00 GMT', 60],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['soon', undefined],
  ])('asks for time: Retry-After %s', (text, after) => {
    expect(outcomeOf(503, text, NOW)).toEqual({ kind: 'refused', because: '503', after });
  });
});

describe('an endpoint', () => {
  const failure = { attempt: attempt(0), outcome: refused() };
  const success = (milliseconds: number) => ({
    attempt: attempt(0, milliseconds),
    outcome: { kind: 'delivered' } as const,
  });

  it('is held while it fails or is slow, and no longer', () => {
    const failing = afterTries(SOUND, [failure]);

    expect(failing).toMatchObject({ held: true, failures: 1, failingSince: NOW });
    expect(afterTries(failing, [success(9)])).toEqual({ ...SOUND, failingSince: undefined });
    expect(afterTries(SOUND, [success(2001)]).held).toBe(true);
    expect(afterTries(failing, [failure, success(9)]).failures).toBe(0);
  });

  it('is switched off after five days of failures, and at once when it is gone', () => {
    const failing = { ...afterTries(SOUND, [failure]), failingSince: at(-DISABLED_AFTER) };

    expect(
      afterTries({ ...failing, failingSince: at(1 - DISABLED_AFTER) }, [failure]).disabled,
    ).toBeUndefined();
    expect(afterTries(failing, [failure]).disabled).toMatchObject({ because: 'failing' });
    const gone = { attempt: attempt(0), outcome: { kind: 'gone' } as const };
    expect(afterTries(SOUND, [gone]).disabled).toMatchObject({ because: 'gone', since: NOW });
  });

  it('is looked at ever less often while it fails, five minutes apart at most', () => {
    const looks = [1, 2, 3, 4, 9].map((failures) => nextLook({ ...SOUND, failures }, NOW));

    expect(looks).toEqual([at(5), at(30), at(120), at(300), at(300)]);
  });

  it('is woken in steps of fifteen minutes, and once for all who ask', () => {
    expect(wakeFor(at(36_000), NOW)).toBe(at(900));
    expect(wakeFor(at(-5), NOW)).toBe(NOW);
    expect(isAwoken({ ...SOUND, wakeAt: at(10) }, at(60), NOW)).toBe(true);
    expect(isAwoken({ ...SOUND, wakeAt: at(60) }, at(10), NOW)).toBe(false);
    expect(isAwoken({ ...SOUND, wakeAt: at(-121) }, at(10), NOW)).toBe(false);
  });

  it('is stuck when nobody comes for what is due', () => {
    const due = at(-300);

    expect(isStuck(SOUND, due, NOW)).toBe(true);
    expect(isStuck(SOUND, undefined, NOW)).toBe(false);
    expect(isStuck(SOUND, at(-60), NOW)).toBe(false);
    expect(isStuck({ ...SOUND, wakeAt: at(5) }, due, NOW)).toBe(false);
    expect(isStuck({ ...SOUND, lineUntil: at(5) }, due, NOW)).toBe(false);
  });
});

describe('the endpoints of the definitions', () => {
  const url = 'https://crm.example.org/hook';
  const centre = definitions({
    campaign: {
      webhooks: { crm: { url, events: ['call.missed', 'call.mised'] } },
      supervisors: ['ewa', 'nobody'],
    },
    supervisors: { ewa: { email: 'ewa@example.org', language: 'cs' } },
    also: { autumn: { webhooks: {}, supervisors: ['ewa'] } },
  });

  it('are the webhooks, and the supervisors of campaigns that have some', () => {
    expect(endpointsOf(centre)).toEqual([
      {
        ...{ campaign: 'spring', webhook: 'crm', events: ['call.missed'] },
        target: { kind: 'url', url, secret: 'webhook-spring-crm' },
      },
      {
        ...{ campaign: 'spring', webhook: '@ewa', events: ['webhook.disabled'] },
        target: { kind: 'email', email: 'ewa@example.org', language: 'cs' },
      },
    ]);
  });

  it('are found by campaign and name, and nothing else is', () => {
    expect(endpointOf(centre, CRM)?.target.kind).toBe('url');
    expect(endpointOf(centre, { campaign: 'spring', webhook: '@ewa' })?.target.kind).toBe('email');
    expect(endpointOf(centre, { campaign: 'autumn', webhook: 'crm' })).toBeUndefined();
    expect(endpointOf(centre, { campaign: 'winter', webhook: 'crm' })).toBeUndefined();
  });
});
